// The demo's titles: 骨干 and 名优 in every school, one 培养对象, nominations that wait for the district, duties, and how many pupils there are.

import { addDays, day, type Day } from '../../domain/day.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import { DEMO_SCHOOLS } from './schools.ts'
import type { Deed, Story, Who } from './story.ts'

interface Given {
  readonly rung: string
  readonly level: string | null
  readonly from: string
  readonly as?: string
  readonly programme?: string
}

const said = (p: DemoPerson, { rung, level, as = 'held', programme }: Given): Record<string, unknown> => ({
  rung,
  level,
  as,
  subject: p.identity.subject ?? '综合',
  programme: programme ?? null,
})
const award = (p: DemoPerson, given: Given): Deed => ({
  subject: { kind: 'teacher', id: p.id },
  verb: 'award-title',
  args: {
    row: null,
    ...said(p, given),
    from: given.from,
    until: null,
    deed: `渝中教〔${given.from.slice(0, 4)}〕18号`,
    evidence: '区教委存档',
  },
})
const nominate = (p: DemoPerson, given: Given): Deed => ({
  subject: { kind: 'teacher', id: p.id },
  verb: 'nominate-title',
  args: { ...said(p, given), note: '' },
})
const duty = (p: DemoPerson, kind: string, title: string, on: Day, place: string): Deed => ({
  subject: { kind: 'teacher', id: p.id },
  verb: 'record-duty',
  args: { kind, title, first: on, last: on, place },
})

/** Teachers long enough in service to hold a title. */
const seasoned = (places: DemoPlaces, key: string): DemoPerson[] =>
  places.of(key).filter((p) => p.identity.category === 'full-time' && p.from <= day('2021-09-01'))

export async function tellTitles(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  story.on(addDays(today, -4))
  await story.does(district, [
    award(places.named('覃丽莎'), { rung: 'yz-backbone', level: 'district', from: '2023-09-01', programme: '三名工程' }),
  ])
  for (const school of DEMO_SCHOOLS) {
    const people = seasoned(places, school.key)
    const deeds = people.flatMap((p, n): Deed[] => [
      ...(n % 4 === 0 ? [award(p, { rung: 'yz-backbone', level: n % 12 === 0 ? 'city' : 'district', from: '2022-09-01' })] : []),
      ...(n % 8 === 0 ? [award(p, { rung: 'yz-distinguished', level: 'district', from: '2024-09-01', programme: '三名工程' })] : []),
      ...(n === 16 ? [award(p, { rung: 'yz-future', level: 'city', as: 'candidate', from: '2023-03-01' })] : []),
    ])
    await story.does(district, deeds)
    const id = places.ids.get(school.key)
    if (id !== undefined && school.key !== 'point-b')
      await story.does(district, [
        {
          subject: { kind: 'school', id },
          verb: 'record-pupils',
          args: { count: places.of(school.key).length * 17 + 6, asOf: addDays(today, -80) },
        },
      ])
  }
  for (const key of ['primary', 'junior']) {
    const officer = places.officer(key)
    const people = seasoned(places, key).filter((p) => p.id !== officer.id)
    const [lead, , third, , , sixth] = people
    await story.does(officer, [
      ...(third === undefined ? [] : [nominate(third, { rung: 'yz-backbone', level: 'district', from: '' })]),
      ...(sixth === undefined ? [] : [nominate(sixth, { rung: 'yz-distinguished', level: 'district', from: '', programme: '三名工程' })]),
      ...(lead === undefined
        ? []
        : [
            duty(lead, 'lesson', '《背影》', addDays(today, -40), '全区'),
            duty(lead, 'outreach', '作业设计', addDays(today, -25), '松林教学点'),
            duty(lead, 'mentoring', '带新教师一名', addDays(today, -60), ''),
          ]),
    ])
  }
}
