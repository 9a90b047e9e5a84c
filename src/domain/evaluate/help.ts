// What would help someone who is 需关注 or 待核实: what is short by which rule, and who can move it next.
// The order of a list is who needs most per term, never a score.

import type { Tenths } from '../hours.ts'
import type { PersonId } from '../ids.ts'
import type { Missing } from './rules/minimum.ts'
import type { StandingOn } from './standing.ts'

/** Who moves it next. `confirm` names what must be confirmed first. */
export type Move =
  | { readonly by: 'school' | 'district'; readonly what: 'decide'; readonly entries: number }
  | { readonly by: 'teacher'; readonly what: 'answer-returned'; readonly entries: number }
  | { readonly by: 'teacher'; readonly what: 'more-hours'; readonly short: Tenths; readonly perTerm: Tenths | null }
  | { readonly by: 'school' | 'district'; readonly what: 'confirm'; readonly missing: Missing }

export interface Help {
  readonly person: PersonId
  readonly name: string
  readonly subject: string | null
  readonly paused: boolean
  readonly short: Tenths
  readonly shortAfterPending: Tenths
  readonly perTerm: Tenths | null
  readonly missing: readonly Missing[]
  /** Every rule not met, in tenths of its unit. */
  readonly lacks: readonly { readonly rule: string; readonly unit: 'hours' | 'credits'; readonly short: number; readonly sure: boolean }[]
  readonly moves: readonly Move[]
}

/** Rules to be confirmed are the district's; facts of a person are the school's. */
const CONFIRMS: Record<Missing, 'school' | 'district'> = {
  history: 'school',
  'history-years': 'school',
  credits: 'school',
  'pause-undated': 'school',
  role: 'school',
  'worked-since': 'school',
  'part-cycle': 'district',
  'pause-extends': 'district',
  'no-cycle': 'district',
  'no-rule': 'district',
}

export function helpFor(p: StandingOn): Help {
  const moves: Move[] = p.missing.map((missing) => ({ by: CONFIRMS[missing], what: 'confirm', missing }))
  if (p.waiting.school > 0) moves.push({ by: 'school', what: 'decide', entries: p.waiting.school })
  if (p.waiting.district > 0) moves.push({ by: 'district', what: 'decide', entries: p.waiting.district })
  if (p.waiting.returned > 0) moves.push({ by: 'teacher', what: 'answer-returned', entries: p.waiting.returned })
  if (p.shortAfterPending > 0)
    moves.push({ by: 'teacher', what: 'more-hours', short: p.shortAfterPending, perTerm: p.forecast.perTermAfterPending })
  return {
    person: p.person,
    name: p.name,
    subject: p.subject,
    paused: p.paused,
    short: p.short,
    shortAfterPending: p.shortAfterPending,
    perTerm: p.forecast.perTerm,
    missing: p.missing,
    lacks: p.verdicts.filter((v) => v.is !== 'met').map((v) => ({ rule: v.rule, unit: v.unit, short: v.short, sure: v.is === 'unmet' })),
    moves,
  }
}

export function needsMore(a: Help, b: Help): number {
  return b.shortAfterPending - a.shortAfterPending || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.person < b.person ? -1 : 1)
}
