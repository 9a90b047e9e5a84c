// The demo's year of 交流轮岗 and 定期注册: a frozen list, people on their way, there and back, one appointed by the district, everybody's
// certificate, and registrations that end in different years, so that some are due.

import { addDays, addYears, day, later, type Day } from '../../domain/day.ts'
import type { RowId } from '../../domain/ids.ts'
import { postsOf } from '../../domain/person.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import { DEMO_SCHOOLS } from './schools.ts'
import type { Deed, Story, Who } from './story.ts'

const CERTIFICATE: Readonly<Record<string, string>> = {
  kindergarten: 'kindergarten',
  primary: 'primary',
  junior: 'junior',
  senior: 'senior',
  vocational: 'vocational',
}
const teacher = (p: DemoPerson): Deed['subject'] => ({ kind: 'teacher', id: p.id })
const fullTime = (places: DemoPlaces, key: string): DemoPerson[] => places.of(key).filter((p) => p.identity.category === 'full-time')
/** The first day of the school year a day lies in. */
const yearOf = (today: Day): Day => {
  const first = day(`${today.slice(0, 4)}-09-01`)
  return first <= today ? first : addYears(first, -1)
}

export async function tellMoves(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  story.on(addDays(today, -3))
  await tellRotation(story, places, district, today)
  for (const school of DEMO_SCHOOLS) await tellRegistration(story, places, district, school.key, today)
}

async function tellRotation(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  const first = yearOf(today)
  const last = addDays(addYears(first, 1), -1)
  const staff = new Set(['primary', 'junior'].map((key) => places.officer(key).id))
  const eligible = ['primary', 'junior'].flatMap((key) =>
    fullTime(places, key).filter((p) => p.from <= day('2020-09-01') && !staff.has(p.id)),
  )
  await story.does(district, [
    {
      subject: { kind: 'district', id: story.district },
      verb: 'freeze-eligible-list',
      args: {
        first,
        last,
        definition: '在同一所学校连续任教满六年的专任教师',
        source: '区教委会议纪要（示例）',
        total: eligible.length,
        people: eligible.map((p) => ({ id: p.id, name: p.name })),
      },
    },
  ])
  const goers = eligible.filter((_, n) => n % 6 === 1).slice(0, 6)
  const hostOf = (p: DemoPerson): string => places.ids.get(fullTime(places, 'primary').includes(p) ? 'junior' : 'primary') ?? ''
  const starts = later(addDays(first, 2), addDays(today, -80))
  const plans = await story.does(
    district,
    goers.map((p, n) => ({
      subject: teacher(p),
      verb: 'plan-rotation',
      args: {
        way: n % 3 === 2 ? 'group-visiting' : 'regular',
        host: hostOf(p),
        first: n === 3 ? addDays(today, 20) : starts,
        until: last,
        relation: 'stays',
        note: '',
      },
    })),
  )
  const going = goers.map((p, n) => ({ p, row: plans[n] ?? '' })).filter((_, n) => n !== 3)
  await story.does(
    district,
    going.map(({ p, row }) => ({ subject: teacher(p), verb: 'start-rotation', args: { row, from: starts } })),
  )
  const back = going[4]
  if (back !== undefined)
    await story.does(district, [
      { subject: teacher(back.p), verb: 'end-rotation', args: { row: back.row, to: addDays(today, -10), note: '学校工作需要，提前返回' } },
    ])
  const pooled = eligible[0]
  if (pooled === undefined) return
  const [dossier] = await story.dossiers([pooled.id])
  const post =
    dossier === undefined ? undefined : (postsOf(dossier).find((p) => p.kind === 'home' && p.to === null)?.id as RowId | undefined)
  if (post !== undefined)
    await story.does(district, [
      {
        subject: teacher(pooled),
        verb: 'record-appointment',
        args: { post, appointer: 'district', quota: 'pool', from: first, until: addDays(addYears(first, 3), -1), paper: '' },
      },
    ])
}

async function tellRegistration(story: Story, places: DemoPlaces, district: Who, key: string, today: Day): Promise<void> {
  // Somebody always has not handed it in yet.
  const people = fullTime(places, key).filter((_, n) => n % 19 !== 7)
  const since = (p: DemoPerson): Day => addDays(p.from, -60)
  await story.does(
    district,
    people.map((p) => ({
      subject: teacher(p),
      verb: 'record-certificate',
      args: {
        kind: CERTIFICATE[p.identity.stage] ?? 'primary',
        subject: p.identity.subject,
        heldSince: since(p),
        until: null,
        lastDigits: null,
      },
    })),
  )
  const registered = people.filter((p, n) => p.from <= addYears(today, -2) && n % 23 !== 5)
  await story.does(
    district,
    registered.map((p, n) => {
      const from = later(addDays(addYears(today, -(n % 5)), -30 * (n % 7) - 20), addDays(p.from, 30))
      return {
        subject: teacher(p),
        verb: 'record-registration',
        args: { kind: 'regular', conclusion: 'passed', registeredOn: from, from, until: addDays(addYears(from, 5), -1) },
      }
    }),
  )
  const degrees = ['education:bachelor', 'education:bachelor', 'education:bachelor', 'education:master', 'education:college'] as const
  await story.does(
    district,
    people.map((p, n) => ({
      subject: teacher(p),
      verb: 'record-qualification',
      args: { code: degrees[n % degrees.length] ?? 'education:bachelor', since: null, until: null, detail: '' },
    })),
  )
}
