// Short forms for writing indicators of a pack: data only, nothing is filled in that is not given.

import type { Indicator, Measure, Target, Whom } from '../../targets/indicator.ts'
import type { Mark, Source } from '../cited.ts'

/** The last day of the 十四五 plans. */
const PLAN_END = '2025-12-31'
/** The last day of the 十三五 period, of which the plans give starting values. */
export const PLAN_START = '2020-12-31'

export const least = (value: string, words: string): Target => ({ least: value, most: null, over: false, words, fuzzy: false })
export const over = (value: string, words: string): Target => ({ least: value, most: null, over: true, words, fuzzy: false })
export const between = (from: string, to: string, words: string): Target => ({ least: from, most: to, over: false, words, fuzzy: false })
/** 5名左右, 数十名: shown in the plan's words, with the least it can mean where it says one. */
export const fuzzy = (words: string, from: string | null = null): Target => ({ least: from, most: null, over: false, words, fuzzy: true })

const EVERYONE: Whom = {}
export const inTitles = (rungs: readonly string[], as: 'held' | 'candidate' | 'either' = 'held', who: Whom = EVERYONE): Measure => ({
  of: 'titles',
  who,
  rungs: [...rungs],
  as,
})
export const inPopulation = (population: string, who: Whom = EVERYONE): Measure => ({ of: 'titles', who, population, as: 'held' })
export const everyone = (who: Whom = EVERYONE): Measure => ({ of: 'people', who })
export const notKept = (missing: string): Measure => ({ of: 'not-kept', missing })

interface Given {
  readonly denominator?: Measure
  readonly start?: Indicator['start']
  readonly target?: Target
  readonly by?: string | null
  readonly beside?: readonly string[]
  readonly mark?: Mark
  readonly question?: string
}

export const indicator = (
  id: string,
  group: Indicator['group'],
  unit: Indicator['unit'],
  title: string,
  source: Source,
  numerator: Measure,
  given: Given,
): Indicator => ({
  id,
  group,
  unit,
  title,
  source,
  numerator,
  mark: given.mark ?? 'stated',
  denominator: given.denominator ?? null,
  start: given.start ?? null,
  target: given.target ?? null,
  by: given.by === undefined ? (given.target === undefined ? null : PLAN_END) : given.by,
  beside: [...(given.beside ?? [])],
  ...(given.question === undefined ? {} : { question: given.question }),
})
