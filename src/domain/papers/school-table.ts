// 全校汇总表 and 校本研修花名册: everybody of a school in a window of days, with what was recognised and what counts, by level and form.
// On the roll is who had the home post there on the day asked; hours are those of who is 应计, as in every total. Made from the
// same reading as each person's own 登记表, so a line and that sheet cannot differ. Runs on the phone and on the server.

import { z } from 'zod/mini'
import { isDay, type Day } from '../day.ts'
import type { Stage } from '../dossier.ts'
import { notCountedBecause, type NotCounted } from '../evaluate/bearer.ts'
import { hoursInWindow } from '../evaluate/hours-in-window.ts'
import type { Amounts, Slice } from '../evaluate/tally.ts'
import { historyDoubt, type HistoryDoubt } from '../history/doubt.ts'
import { addHours, NO_HOURS } from '../hours.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { defineReport } from '../reports/report.ts'

export interface TableLine {
  readonly person: PersonId
  readonly name: string
  readonly formerNames: readonly string[]
  readonly staffNumber: string | null
  readonly subject: string | null
  readonly stage: Stage
  readonly home: SchoolId
  /** Empty for who is 应计. */
  readonly notCounted: readonly NotCounted[]
  readonly totals: Readonly<Amounts>
  readonly byLevel: readonly Readonly<Slice>[]
  readonly byMode: readonly Readonly<Slice>[]
  /** What is not sure because of hours before the system; null or absent: nothing. */
  readonly doubt?: HistoryDoubt | null
}

export interface SchoolTable {
  /** 应计, by name. */
  readonly lines: readonly TableLine[]
  /** 不计, by name: on the roll, in no sum. */
  readonly uncounted: readonly TableLine[]
  readonly reasons: readonly { readonly by: NotCounted['by']; readonly value: string; readonly people: number }[]
  readonly totals: Readonly<Amounts>
  readonly byLevel: readonly Readonly<Slice>[]
}

const dayText = z.string().check(z.refine(isDay)) as unknown as z.ZodMiniType<Day>
export const windowArgs = z.strictObject({ first: dayText, last: dayText })
export type WindowArgs = z.infer<typeof windowArgs>

/** Kinds of rows that hours are read from, and what was said of those before the system. */
export const HOURS_KINDS = ['hours', 'pause', 'opening', 'history-confirmed', 'objection'] as const

export const byName = <T extends { readonly name: string; readonly person: PersonId }>(a: T, b: T): number =>
  a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1)

export const schoolTable = defineReport<WindowArgs, TableLine[], SchoolTable>({
  name: 'school-table',
  for: 'school-and-district',
  args: windowArgs,
  kinds: HOURS_KINDS,
  fileKinds: [],
  standings: false,
  start: () => [],
  add(lines, { dossier }, { reference, asOf, schools, args }) {
    const person = personOf(dossier)
    const home = homePost(postsOf(dossier), asOf)
    if (person === null || home === null || !schools.includes(home.school)) return
    const window = { id: null, ...args }
    const { totals, byLevel, byMode } = hoursInWindow(reference.policy, dossier, window, asOf)
    const { name, formerNames, staffNumber, subject, stage } = person
    lines.push({
      person: dossier.subject.id as PersonId,
      name,
      formerNames,
      staffNumber,
      subject,
      stage,
      home: home.school,
      notCounted: notCountedBecause(reference.policy, person, asOf),
      totals,
      byLevel,
      byMode,
      doubt: historyDoubt(reference.policy, dossier, window, asOf),
    })
  },
  finish(all) {
    const sorted = [...all].sort(byName)
    const lines = sorted.filter((l) => l.notCounted.length === 0)
    const uncounted = sorted.filter((l) => l.notCounted.length > 0)
    return { lines, uncounted, reasons: reasonsOf(uncounted), totals: sum(lines.map((l) => l.totals)), byLevel: slices(lines) }
  },
})

/** One reason a person, 用人形式 before 教职工类别, so that they sum to 不计. */
function reasonsOf(uncounted: readonly TableLine[]): SchoolTable['reasons'] {
  const counts = new Map<string, { by: NotCounted['by']; value: string; people: number }>()
  for (const {
    notCounted: [why],
  } of uncounted) {
    if (why === undefined) continue
    const known = counts.get(`${why.by} ${why.value}`) ?? { ...why, people: 0 }
    counts.set(`${why.by} ${why.value}`, { ...known, people: known.people + 1 })
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, r]) => r)
}

const sum = (list: readonly Readonly<Amounts>[]): Amounts =>
  list.reduce<Amounts>(
    (s, a) => ({
      pending: addHours(s.pending, a.pending),
      recognised: addHours(s.recognised, a.recognised),
      counted: addHours(s.counted, a.counted),
    }),
    { pending: NO_HOURS, recognised: NO_HOURS, counted: NO_HOURS },
  )

function slices(lines: readonly TableLine[]): Slice[] {
  const keys = [...new Set(lines.flatMap((l) => l.byLevel.map((s) => s.key)))].sort()
  return keys.map((key) => ({ key, ...sum(lines.flatMap((l) => l.byLevel.filter((s) => s.key === key))) }))
}
