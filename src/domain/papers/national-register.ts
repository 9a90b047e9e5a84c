// 国内培训 rows for the national register: one a recognised entry, with the register's codes and whole hours. What rounding took is
// listed with each row, so that whole hours and lost tenths add up to what was recognised. Codes and rounding are the pack's;
// a level or form without a code is 待区确认 and its code stays empty. An opening balance is no training and is counted apart.

import type { Day } from '../day.ts'
import { notCountedBecause } from '../evaluate/bearer.ts'
import { exported } from '../evaluate/rules/export-rounding.ts'
import { hoursInWindow } from '../evaluate/hours-in-window.ts'
import type { TraceEntry } from '../evaluate/trace.ts'
import { addHours, NO_HOURS, type CreditTenths, type Tenths } from '../hours.ts'
import type { PersonId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { levelRule } from '../policy/level-rule.ts'
import type { Policy, RuleOf } from '../policy/policy.ts'
import { rowsOf } from '../document.ts'
import { entryOf } from '../entry.ts'
import { defineReport } from '../reports/report.ts'
import { byName, HOURS_KINDS, windowArgs, type WindowArgs } from './school-table.ts'

export interface RegisterRow {
  readonly person: PersonId
  readonly name: string
  readonly staffNumber: string | null
  readonly title: string
  readonly organiser: string
  readonly first: Day
  readonly last: Day
  readonly levelCode: string | null
  readonly levelName: string
  readonly modeCode: string | null
  readonly modeName: string | null
  /** Whole hours as sent, and the tenths that the register does not get (negative where rounding up gave some). */
  readonly hours: number
  readonly lost: Tenths
  readonly credits: CreditTenths | null
}

export interface NationalRegister {
  readonly rows: readonly RegisterRow[]
  readonly hours: number
  readonly lost: Tenths
  /** What was recognised: whole hours and lost tenths together; and how much of it is of who is 应计, as in every other total. */
  readonly recognised: Tenths
  readonly ofCounted: Tenths
  /** Opening balances of the same days: in the sums of hours, in no row. */
  readonly openings: Tenths
  /** Rows with a code missing: 待区确认. */
  readonly unsure: number
  /** Null where the pack has no rounding rule: nothing is sent then. */
  readonly direction: RuleOf<'export-rounding'>['direction'] | null
}

interface State {
  readonly rows: RegisterRow[]
  openings: Tenths
  ofCounted: Tenths
}

const roundingOf = (policy: Policy, on: Day): RuleOf<'export-rounding'> | null =>
  policy.rules.find((r): r is RuleOf<'export-rounding'> => r.type === 'export-rounding' && r.from <= on && (r.to === null || on <= r.to)) ??
  null

export const nationalRegister = defineReport<WindowArgs, State, NationalRegister>({
  name: 'national-register',
  for: 'school-and-district',
  args: windowArgs,
  kinds: HOURS_KINDS,
  fileKinds: [],
  standings: false,
  start: () => ({ rows: [], openings: NO_HOURS, ofCounted: NO_HOURS }),
  add(state, { dossier }, { reference: { policy }, asOf, schools, args }) {
    const person = personOf(dossier)
    const home = homePost(postsOf(dossier), asOf)
    const rounding = roundingOf(policy, asOf)
    if (person === null || home === null || !schools.includes(home.school) || rounding === null) return
    const organisers = new Map(rowsOf(dossier, 'hours').map((row) => [row.id as string, entryOf(row)?.training.organiser ?? '']))
    const { name, staffNumber } = person
    const isCounted = notCountedBecause(policy, person, asOf).length === 0
    for (const t of hoursInWindow(policy, dossier, { id: null, ...args }, asOf).entries) {
      if (t.place !== 'inside' || t.recognised === null) continue
      if (t.opening !== undefined) {
        state.openings = addHours(state.openings, t.recognised)
        continue
      }
      if (isCounted) state.ofCounted = addHours(state.ofCounted, t.recognised)
      state.rows.push({
        person: dossier.subject.id as PersonId,
        name,
        staffNumber,
        organiser: organisers.get(t.id) ?? '',
        ...coded(t, policy),
        ...exported(rounding, t.recognised),
      })
    }
  },
  finish({ rows, openings, ofCounted }, { reference: { policy }, asOf }) {
    const sorted = [...rows].sort((a, b) => byName(a, b) || (a.last < b.last ? -1 : a.last > b.last ? 1 : 0))
    const hours = sorted.reduce((s, r) => s + r.hours, 0)
    const lost = sorted.reduce((s, r) => addHours(s, r.lost), NO_HOURS)
    return {
      rows: sorted,
      hours,
      lost,
      recognised: (hours * 10 + lost) as Tenths,
      ofCounted,
      openings,
      unsure: sorted.filter((r) => r.levelCode === null || r.modeCode === null).length,
      direction: roundingOf(policy, asOf)?.direction ?? null,
    }
  },
})

function coded(
  t: TraceEntry,
  policy: Policy,
): Pick<RegisterRow, 'title' | 'first' | 'last' | 'levelCode' | 'levelName' | 'modeCode' | 'modeName' | 'credits'> {
  const level = levelRule(policy, t.level)
  const mode = policy.parts.registerModes.find((m) => m.mode === t.mode)
  const { title, first, last, credits } = t
  return {
    title,
    first,
    last,
    credits,
    levelCode: level?.exportCode ?? null,
    levelName: level?.name ?? t.level,
    modeCode: mode?.code ?? null,
    modeName: mode?.name ?? null,
  }
}
