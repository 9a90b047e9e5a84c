// The demo's leaders of schools: training for the office done before it, after it, or not yet whole, and the programmes 渝中's plan
// names for them; a village teacher who retires within the cycle, as the school has entered it; 双师型 and 专业课教师 of the 中职.

import { addDays, addYears, day, type Day } from '../../domain/day.ts'
import { postsOf } from '../../domain/person.ts'
import type { QualificationCode } from '../../domain/registration/qualification.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import { DEMO_TRADES } from './schools.ts'
import type { Deed, Story, Who } from './story.ts'

const dossier = (p: DemoPerson): Deed['subject'] => ({ kind: 'teacher', id: p.id })

export async function tellLeaders(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  story.on(addDays(today, -3), 10 * 60)
  const took = day(`${String(Number(today.slice(0, 4)) - 6)}-09-01`)
  const [primary, junior, kindergarten, central] = ['primary', 'junior', 'kindergarten', 'central'].map((key) => places.principal(key)) as [
    DemoPerson,
    DemoPerson,
    DemoPerson,
    DemoPerson,
  ]
  const office = (p: DemoPerson, title: string, last: Day, hours: string): Deed => ({
    subject: dossier(p),
    verb: 'record-for',
    args: {
      title,
      organiser: '市级培训基地（示例）',
      level: 'city',
      mode: 'face-to-face',
      tags: ['任职资格'],
      activity: null,
      project: title,
      first: addDays(last, -90),
      last,
      hours,
      credits: null,
      attendance: null,
      result: null,
      evidence: [{ is: 'paper-at-school' }],
      lateReason: '任职前后的培训，按结业证补录。',
      originalSeen: true,
    },
  })
  const joins = (p: DemoPerson, programme: string, from: Day, until: Day | null): Deed => ({
    subject: dossier(p),
    verb: 'join-programme',
    args: { programme, from, until, place: '' },
  })
  const lately = addYears(took, 4)
  await story.does(district, [
    office(primary, '小学校长任职资格培训', addDays(took, -45), '300'),
    office(junior, '初中校长任职资格培训', addDays(took, 240), '300'),
    office(kindergarten, '园长任职资格培训（第一阶段）', addDays(took, -60), '180'),
    joins(primary, 'yz-lead', lately, null),
    joins(junior, 'yz-eagles', lately, null),
    joins(kindergarten, 'yz-strive', lately, null),
    joins(central, 'yz-eagles', addYears(took, 2), addDays(lately, -1)),
  ])
  await retires(story, places, today)
  await trades(story, places)
}

/** Entered by the school a school year ahead: still on the roll, retired within the cycle. */
async function retires(story: Story, places: DemoPlaces, today: Day): Promise<void> {
  const who = places.named('牟德贵')
  const [found] = await story.dossiers([who.id])
  const post = found === undefined ? undefined : postsOf(found).find((p) => p.kind === 'home' && p.to === null)
  const to = day(`${String(Number(today.slice(0, 4)) + 1)}-08-31`)
  if (post !== undefined)
    await story.does(places.officer('central'), [
      { subject: dossier(who), verb: 'end-post', args: { row: post.id, to, reason: 'retired', note: '' } },
    ])
}

/** 专业课教师 by what they teach; every third of them is not 双师型 yet. */
async function trades(story: Story, places: DemoPlaces): Promise<void> {
  const officer = places.officer('vocational')
  const people = places.of('vocational').filter((p) => p.id !== officer.id && DEMO_TRADES.has(p.identity.subject ?? ''))
  const has = (p: DemoPerson, code: QualificationCode, detail: string): Deed => ({
    subject: dossier(p),
    verb: 'record-qualification',
    args: { code, since: p.from, until: null, detail },
  })
  await story.does(
    officer,
    people.flatMap((p, n) => [
      has(p, 'specialist', p.identity.subject ?? ''),
      ...(n % 3 === 2 ? [] : [has(p, 'double', n % 3 === 0 ? '中级' : '初级')]),
    ]),
  )
}
