// Which records are shown: by state and by the year of their last day.

import type { EntryState } from '../../domain/entry.ts'
import type { EntryView } from '../../storage/dossier-view.ts'

export type StateFilter = 'all' | 'waiting' | 'returned' | 'recognised' | 'over' | 'draft'
export const STATE_FILTERS: readonly StateFilter[] = ['all', 'waiting', 'returned', 'recognised', 'over', 'draft']

const GROUP: Readonly<Record<EntryState, StateFilter>> = {
  'pending-school': 'waiting',
  'pending-district': 'waiting',
  'returned-school': 'returned',
  'returned-district': 'returned',
  recognised: 'recognised',
  withdrawn: 'over',
  reversed: 'over',
}

const yearOfEntry = (one: EntryView): string => one.entry.training.last.slice(0, 4)

/** Years that have records, latest first. */
export const yearsOf = (entries: readonly EntryView[]): string[] => [...new Set(entries.map(yearOfEntry))].sort().reverse()

/** `year` null: every year. */
export const shownRecords = (entries: readonly EntryView[], state: StateFilter, year: string | null): EntryView[] =>
  entries.filter((one) => (state === 'all' || GROUP[one.entry.state] === state) && (year === null || yearOfEntry(one) === year))

/** The states there is anything of, so that no chip leads nowhere. */
export const statesThere = (entries: readonly EntryView[], drafts: number): StateFilter[] =>
  STATE_FILTERS.filter(
    (state) => state === 'all' || (state === 'draft' ? drafts > 0 : entries.some((one) => GROUP[one.entry.state] === state)),
  )

/** Records under the year they belong to, in the order they came. */
export function byYear(entries: readonly EntryView[]): { readonly year: string; readonly entries: readonly EntryView[] }[] {
  return yearsOf(entries).map((year) => ({ year, entries: entries.filter((one) => yearOfEntry(one) === year) }))
}
