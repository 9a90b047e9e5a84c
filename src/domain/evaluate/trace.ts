// 怎么算的: every entry with what was claimed, recognised and counted, and each rule that took part with what it did.
// Steps lead from recognised to counted to the tenth; the counted of all entries inside add up to the total.

import type { Day } from '../day.ts'
import type { Entry, EntryState } from '../entry.ts'
import type { Opening } from '../history/history.ts'
import type { CreditTenths, Tenths } from '../hours.ts'
import type { Level, Mode } from '../dossier.ts'
import type { Source } from '../policy/cited.ts'
import type { Rule } from '../policy/policy.ts'
import type { Parts } from './part.ts'
import type { Effect } from './rules/effect.ts'
import { inWindow, type Window } from './window.ts'

/** inside: counted by the rules · pending: not decided yet · later: after the day asked · other-window · ended: returned, withdrawn, reversed */
export type Place = 'inside' | 'pending' | 'later' | 'other-window' | 'ended'

/** An effect with the rule's words and source, ready to be shown. */
export interface Step extends Effect {
  readonly title: string
  readonly source: Source | null
}

export interface TraceEntry {
  readonly id: string
  readonly title: string
  readonly level: Level
  readonly mode: Mode
  readonly tags: readonly string[]
  readonly first: Day
  readonly last: Day
  readonly state: EntryState
  readonly place: Place
  readonly claimed: Tenths
  readonly recognised: Tenths | null
  readonly credits: CreditTenths | null
  readonly counted: Tenths
  /** What it is expected to count once everything pending is accepted as claimed. */
  readonly expected: Tenths
  readonly steps: readonly Step[]
  /** Where the line is an opening balance and no entry: its title is then what its source calls itself. */
  readonly opening?: Opening
}

const NO_STEPS: readonly Step[] = []

export const stepsOf = (rules: readonly Rule[], effects: readonly Effect[]): readonly Step[] =>
  effects.length === 0
    ? NO_STEPS
    : effects.map((e) => {
        const rule = rules.find((r) => r.id === e.rule && r.type === e.type)
        return { rule: e.rule, type: e.type, before: e.before, after: e.after, title: rule?.title ?? e.rule, source: rule?.source ?? null }
      })

/** `entries` in the order they should be shown; `parts` of the entries inside and known by the day asked. */
export function traceOf(rules: readonly Rule[], entries: readonly Entry[], parts: Parts, window: Window, asOf: Day): TraceEntry[] {
  const effects = new Map(parts.allotments.map((a) => [a.item.id, a.effects]))
  return entries.map((entry) => {
    const { title, level, mode, tags, first, last } = entry.training
    const part = parts.ofItem.get(entry.id)
    const place = placeOf(entry, window, asOf)
    return {
      id: entry.id,
      title,
      level,
      mode,
      tags,
      first,
      last,
      state: entry.state,
      place,
      claimed: entry.claimed,
      recognised: entry.recognised,
      credits: entry.recognisedCredits,
      counted: part?.counted ?? (0 as Tenths),
      expected: part?.expected ?? (0 as Tenths),
      steps: stepsOf(rules, effects.get(entry.id) ?? []),
    }
  })
}

function placeOf(entry: Entry, window: Window, asOf: Day): Place {
  if (entry.state === 'withdrawn' || entry.state === 'reversed' || entry.state.startsWith('returned')) return 'ended'
  if (!inWindow(window, entry.training.last)) return 'other-window'
  if (entry.training.last > asOf) return 'later'
  return entry.state === 'recognised' ? 'inside' : 'pending'
}

/** 期初 2023 年 区培 40 学时: one balance and what it counts in this window. */
export interface OpeningTrace {
  readonly opening: Opening
  /** inside · later (its days are not over) · other-window · over: reaches over an end of the window, so nobody can say how much lies in it */
  readonly place: 'inside' | 'later' | 'other-window' | 'over'
  readonly counted: Tenths
  readonly steps: readonly Step[]
}

export function openingTraceOf(
  rules: readonly Rule[],
  openings: readonly Opening[],
  parts: Parts,
  window: Window,
  asOf: Day,
): OpeningTrace[] {
  const effects = new Map(parts.allotments.map((a) => [a.item.id, a.effects]))
  return openings.map((opening) => ({
    opening,
    place: openingPlace(opening, window, asOf),
    counted: parts.ofItem.get(opening.id)?.counted ?? (0 as Tenths),
    steps: stepsOf(rules, effects.get(opening.id) ?? []),
  }))
}

function openingPlace({ first, last }: Opening, window: Window, asOf: Day): OpeningTrace['place'] {
  if (first > window.last || last < window.first) return 'other-window'
  if (first < window.first || last > window.last) return 'over'
  return last > asOf ? 'later' : 'inside'
}

/** A balance as a line among entries, for sheets whose lines have to add up. */
export function openingEntry(rules: readonly Rule[], opening: Opening, parts: Parts): TraceEntry {
  const { id, words, level, mode, first, last, hours, credits } = opening
  const part = parts.ofItem.get(id)
  const steps = stepsOf(rules, parts.allotments.find((a) => a.item.id === id)?.effects ?? [])
  const base = hours ?? (0 as Tenths)
  return {
    id,
    title: words,
    level,
    mode,
    tags: [],
    first,
    last,
    state: 'recognised',
    place: 'inside',
    claimed: base,
    recognised: base,
    credits,
    counted: part?.counted ?? (0 as Tenths),
    expected: part?.expected ?? (0 as Tenths),
    steps,
    opening,
  }
}
