// An indicator's figure against its target, in whole numbers only: a share is two counts, never a rounded quotient.

import { permille } from '../rotation/share.ts'
import type { Target } from './indicator.ts'

export interface Figure {
  readonly has: number
  /** Null for plain counts. */
  readonly of: number | null
}

export type TargetVerdict = 'met' | 'unmet' | 'words-only' | 'undetermined'

/** '0.355' → [355, 1000]; exact for the figures a pack can hold. */
function fraction(text: string): readonly [number, number] {
  const [whole = '0', part = ''] = text.split('.')
  return [Number(whole + part), 10 ** part.length]
}

/** Compares has/of with a decimal, exactly: negative, zero or positive. */
export function compareWith({ has, of }: Figure, decimal: string): number {
  const [top, bottom] = fraction(decimal)
  return has * bottom - top * (of ?? 1)
}

/** The smallest number that is at least that share of `of`, exactly. */
export function leastWith(of: number, decimal: string): number {
  const [top, bottom] = fraction(decimal)
  return Math.floor((of * top + bottom - 1) / bottom)
}

/** Fuzzy targets and those without a least are words; a share of nobody says nothing. More than `most` is no fault. */
export function verdictOn(figure: Figure | null, target: Target): TargetVerdict {
  if (target.fuzzy || target.least === null) return 'words-only'
  if (figure === null || figure.of === 0) return 'undetermined'
  const than = compareWith(figure, target.least)
  return than > 0 || (than === 0 && !target.over) ? 'met' : 'unmet'
}

/** Tenths of a percent, half up but never what is wanted before it is reached; null for a plain count and for a share of nobody. */
export const permilleOf = ({ has, of }: Figure, target: Pick<Target, 'least'> | null = null): number | null =>
  of === null ? null : permille(has, of, target?.least == null ? undefined : Number(target.least) * 1000)
