// The demo's hours of before: balances of an older platform as an import brings them, a certificate of another district; most people
// have said 无误, some have not looked yet, one objects to the school, one once more to the district.

import { addDays, day, type Day } from '../../domain/day.ts'
import { historyFields, objectionsOf, openingsOf } from '../../domain/history/history.ts'
import type { PersonId } from '../../domain/ids.ts'
import { shortHash } from '../../wire/canonical.ts'
import type { DemoPerson, DemoPlaces } from './people.ts'
import { DEMO_SCHOOLS } from './schools.ts'
import type { Deed, Story, Who } from './story.ts'

const PLATFORM = '旧平台导出（示例）'
const teacher = (p: DemoPerson): Deed['subject'] => ({ kind: 'teacher', id: p.id })
const opening = (p: DemoPerson, year: number, more: Record<string, unknown>): Deed => ({
  subject: teacher(p),
  verb: 'record-opening',
  args: {
    year,
    first: `${String(year)}-01-01`,
    last: `${String(year)}-12-31`,
    level: 'nation',
    mode: 'online',
    hours: null,
    credits: null,
    source: 'import',
    words: PLATFORM,
    batch: null,
    ...more,
  },
})

/** Everybody of these schools whom the older platform knew. */
const known = (places: DemoPlaces, first: number): DemoPerson[] =>
  ['primary', 'central', 'point-a', 'point-b']
    .flatMap((key) => places.of(key))
    .filter((p) => p.identity.category === 'full-time' && (p.identity.workedSince ?? '9') < `${String(first)}-01-01`)

export async function tellOpenings(story: Story, places: DemoPlaces, district: Who, today: Day): Promise<void> {
  story.on(addDays(today, -2), 15 * 60)
  const year = Number(today.slice(0, 4))
  const [early, later] = [year - 6, year - 4]
  const before = known(places, early)
  const came = places.of('junior').filter((p) => p.identity.category === 'full-time')[10]
  await story.does(
    district,
    before.flatMap((p, n) => [
      opening(p, early, { hours: String(10 + (n % 4) * 5) }),
      opening(p, later, { level: 'city', hours: n % 3 === 0 ? '20.5' : '16', credits: n % 3 === 0 ? '2' : null }),
    ]),
  )
  if (came !== undefined) {
    await story.does(district, [
      {
        ...opening(came, early, {}),
        args: {
          year: null,
          first: day(`${String(year - 8)}-01-01`),
          last: day(`${String(year - 5)}-12-31`),
          level: 'district',
          mode: 'other',
          hours: '186',
          credits: null,
          source: 'certificate',
          words: '外区学时证明（示例）',
          batch: null,
        },
      },
    ])
  }
  const waiting = new Set<PersonId>([
    ...before.filter((_, n) => n % 5 === 2).map((p) => p.id),
    places.named('覃丽莎').id,
    places.named('牟德贵').id,
    ...(came === undefined ? [] : [came.id]),
  ])
  story.on(addDays(today, -1))
  await tellObjections(
    story,
    places,
    before.filter((p) => !waiting.has(p.id)),
    waiting,
  )
  for (const { key } of DEMO_SCHOOLS)
    await confirmed(
      story,
      places.of(key).filter((p, n) => p.identity.category === 'full-time' && !waiting.has(p.id) && n % 19 !== 7),
    )
}

/** One waits for the school's answer; one was answered, and asks the district. Both are among those who have not confirmed. */
async function tellObjections(story: Story, places: DemoPlaces, people: readonly DemoPerson[], waiting: Set<PersonId>): Promise<void> {
  const desks = new Set(
    DEMO_SCHOOLS.flatMap((s) => [...(s.officer ? [places.officer(s.key).id] : []), ...(s.principal ? [places.principal(s.key).id] : [])]),
  )
  const one = people.find((p) => p.school.key === 'primary' && !desks.has(p.id))
  const other = people.find((p) => p.school.key === 'central' && !desks.has(p.id))
  for (const [p, reason] of [
    [one, '证书上是 24 学时，少了三月的一次。'],
    [other, '这一年我还参加过一次集中培训，没有算进来。'],
  ] as const) {
    if (p === undefined) continue
    waiting.add(p.id)
    const [dossier] = await story.dossiers([p.id])
    const last = dossier === undefined ? undefined : openingsOf(dossier).slice(-1)[0]
    if (last !== undefined)
      await story.does(p, [{ subject: teacher(p), verb: 'object-history', args: { opening: last.id, again: null, reason } }])
  }
  if (other === undefined) return
  const [dossier] = await story.dossiers([other.id])
  const objection = dossier === undefined ? undefined : objectionsOf(dossier)[0]
  if (objection === undefined) return
  await story.does(places.officer('central'), [
    {
      subject: teacher(other),
      verb: 'answer-objection',
      args: { row: objection.id, amount: null, reason: '导出表上没有这一次，学校也没有存底。' },
    },
  ])
  await story.does(other, [
    {
      subject: teacher(other),
      verb: 'object-history',
      args: { opening: null, again: objection.id, reason: '结业证在我手里，可以带到区里看。' },
    },
  ])
}

async function confirmed(story: Story, people: readonly DemoPerson[]): Promise<void> {
  for (const dossier of await story.dossiers(people.map((p) => p.id))) {
    const who = people.find((p) => p.id === dossier.subject.id)
    if (who !== undefined)
      await story.does(who, [
        {
          subject: dossier.subject,
          verb: 'confirm-history',
          args: { seen: shortHash(historyFields(openingsOf(dossier))), originalSeen: false },
        },
      ])
  }
}
