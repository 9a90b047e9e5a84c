// 需要你处理: nothing left out. What was not taken comes first, then what was returned, then a list to check; where there is more of one
// kind than room, one row stands for all of it. At most three rows are shown at once (firstNeeds), and the rest on asking.

import { addDays, type Day } from '../../domain/day.ts'
import { isReturned, type DecisionFact, type Entry, type EntryState } from '../../domain/entry.ts'
import type { HistoryState } from '../../domain/history/history.ts'
import type { EntryView } from '../../storage/dossier-view.ts'
import type { Refusal } from '../../storage/outbox-view.ts'

export type Need =
  | { readonly is: 'refusal'; readonly refusal: Refusal }
  | { readonly is: 'refusals'; readonly count: number }
  | { readonly is: 'returned'; readonly entry: Entry; readonly reason: string }
  /** `state` null: some by the school, some by the district. */
  | { readonly is: 'many-returned'; readonly count: number; readonly state: EntryState | null }
  | { readonly is: 'granted'; readonly entries: readonly Entry[] }
  /** 核对历史学时: balances nobody has confirmed and nobody is asked about. */
  | { readonly is: 'history'; readonly openings: number }
  /** 年审公示: a published line nobody has looked at yet; its days are few, so it stands before the other lists. */
  | { readonly is: 'public-line'; readonly from: Day; readonly to: Day }

export const MOST_NEEDS = 3
/** A list is asked to be looked at while it is news; what came in long ago was looked at elsewhere. */
const NEWS_DAYS = 30

export interface Asked {
  readonly refusals: readonly Refusal[]
  readonly entries: readonly EntryView[]
  /** Rows of roster grants the person has looked at. */
  readonly checked: ReadonlySet<string>
  readonly today: Day
  /** Left out where nothing is known of it. */
  readonly history?: Pick<HistoryState, 'openings' | 'confirmed' | 'objections'> | null
  readonly line?: { readonly from: Day; readonly to: Day } | null
}

export function needsYou({ refusals, entries, checked, today, history = null, line = null }: Asked): Need[] {
  const [single] = refusals
  const first: Need[] =
    single === undefined ? [] : refusals.length === 1 ? [{ is: 'refusal', refusal: single }] : [{ is: 'refusals', count: refusals.length }]
  const granted = freshGrants(entries, checked, today)
  const unchecked =
    history !== null && history.openings.length > 0 && !history.confirmed && history.objections.every((o) => o.waitsFor === null)
  const past: Need[] = unchecked ? [{ is: 'history', openings: history.openings.length }] : []
  const last: Need[] = [
    ...(line === null ? [] : [{ is: 'public-line' as const, from: line.from, to: line.to }]),
    ...past,
    ...(granted.length === 0 ? [] : [{ is: 'granted' as const, entries: granted }]),
  ]
  // One with its answer already on the way needs nobody.
  const returned = entries.filter((one) => isReturned(one.entry.state) && one.refusal === null).map((one) => one.entry)
  // What was returned has a row of its own at least: where there is no room, what comes last waits.
  const room = Math.max(1, MOST_NEEDS - first.length - last.length)
  const [state = null, ...others] = new Set(returned.map((entry) => entry.state))
  const middle: Need[] =
    returned.length <= room
      ? returned.map((entry): Need => ({ is: 'returned', entry, reason: reasonOf(entry) }))
      : [{ is: 'many-returned', count: returned.length, state: others.length === 0 ? state : null }]
  return [...first, ...middle, ...last]
}

/** Those that stand on 首页 before anybody asks for the rest. */
export const firstNeeds = (needs: readonly Need[]): readonly Need[] => needs.slice(0, MOST_NEEDS)

/** How many things that is, however they are shown. */
export const countNeeds = (needs: readonly Need[]): number =>
  needs.reduce((sum, need) => sum + (need.is === 'refusals' || need.is === 'many-returned' ? need.count : 1), 0)

function freshGrants(entries: readonly EntryView[], checked: ReadonlySet<string>, today: Day): Entry[] {
  const since = addDays(today, -NEWS_DAYS)
  return entries
    .map((one) => one.entry)
    .filter(
      (entry) =>
        entry.origin === 'granted' &&
        entry.state === 'recognised' &&
        entry.openRequest === null &&
        !checked.has(entry.id) &&
        (entry.facts[0]?.recordedOn ?? since) > since,
    )
}

export function reasonOf(entry: Entry): string {
  const decision: DecisionFact | null = entry.decision
  return decision?.what === 'returned' ? decision.reason : ''
}
