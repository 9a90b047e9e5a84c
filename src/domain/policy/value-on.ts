// The value in force on a day. A value to be confirmed gives null here and its stand-in only to `viewValue`:
// verdicts never rest on a stand-in without saying so; views (a school year, a default month) may.

import type { Day } from '../day.ts'
import type { Mark, Source } from './cited.ts'

interface InForce {
  readonly from: string
  readonly to: string | null
}

export interface CitedValue<T> extends InForce {
  readonly value: T | null
  readonly source: Source
  readonly mark: Mark
  readonly question?: string | undefined
  readonly standIn?: T | undefined
  readonly options?: T[] | undefined
  readonly earlier?: { value: T | null; from: string; to: string; source: Source; mark: Mark }[] | undefined
}

export const inForce = (x: InForce, d: Day | string): boolean => x.from <= d && (x.to === null || d <= x.to)

/** The value in force on the day, looking back through `earlier`; null where nothing is, or it is to be confirmed. */
export function valueOn<T>(setting: CitedValue<T>, d: Day): T | null {
  if (inForce(setting, d)) return setting.value
  for (const before of setting.earlier ?? []) if (inForce(before, d)) return before.value
  return null
}

/** The value, else what stands in for it until the district confirms: for views and marks, never for a verdict. */
export function viewValue<T>(setting: CitedValue<T>, d: Day): T | null {
  return valueOn(setting, d) ?? setting.standIn ?? null
}

/** True where no document says and the district has not: 待区确认. */
export const isOpen = (x: { readonly mark: Mark }): boolean => x.mark === 'to-be-confirmed' || x.mark === 'assumed'
