// 规划指标 of the district as of a day: for each indicator how many, out of how many, the verdict, and what is missing to say it.
// Counts only; who stands behind them is on the noun's own page. Only the district's: a school has no targets of its own here.

import { z } from 'zod/mini'
import type { SchoolInfo } from '../reference.ts'
import { defineReport } from '../reports/report.ts'
import { COUNTERS, FILES_READ, rowsRead, type Counting } from './counters.ts'
import type { Indicator, Measure } from './indicator.ts'
import { permilleOf, verdictOn, type Figure, type TargetVerdict } from './verdict.ts'
import { onRollOn } from './whom.ts'

/** Why a figure cannot be given: nothing recorded at all, the system does not keep it, or it is counted elsewhere. */
export type TargetMissing = 'no-records' | 'not-kept' | 'elsewhere' | 'people-unknown'

export interface IndicatorOn {
  readonly id: string
  readonly figure: Figure | null
  /** Tenths of a percent. */
  readonly permille: number | null
  readonly verdict: TargetVerdict | null
  readonly missing: readonly TargetMissing[]
  /** True once the day wanted has passed: the figure of that day is what counts. */
  readonly ended: boolean
}

export interface TargetsAnswer {
  readonly indicators: readonly IndicatorOn[]
}

interface State {
  readonly schools: ReadonlyMap<string, SchoolInfo>
  readonly numerators: Map<string, Counting>
  readonly denominators: Map<string, Counting>
}

const fresh = (): Counting => ({ n: 0, records: 0, unknown: 0 })

function figureOf(
  i: Indicator,
  numerator: Counting,
  denominator: Counting,
): { readonly figure: Figure | null; readonly missing: TargetMissing[] } {
  const missing: TargetMissing[] = []
  if (i.numerator.of === 'not-kept' || i.numerator.of === 'elsewhere') return { figure: null, missing: [i.numerator.of] }
  if (numerator.records === 0) missing.push('no-records')
  if (numerator.unknown + denominator.unknown > 0) missing.push('people-unknown')
  return { figure: { has: numerator.n, of: i.denominator === null ? null : denominator.n }, missing }
}

export const targetsReport = defineReport({
  name: 'targets',
  for: 'district',
  args: z.strictObject({}),
  kinds: ({ policy }) => rowsRead(policy),
  fileKinds: FILES_READ,
  standings: false,
  start(on): State {
    const counted = (pick: (i: Indicator) => Measure | null): Map<string, Counting> =>
      new Map(
        on.reference.policy.parts.indicators.flatMap((i) => {
          const measure = pick(i)
          if (measure === null) return []
          const counting = fresh()
          COUNTERS[measure.of].files?.(counting, measure as never, on)
          return [[i.id, counting] as const]
        }),
      )
    return {
      schools: new Map(on.reference.schools.map((s) => [s.id, s])),
      numerators: counted((i) => i.numerator),
      denominators: counted((i) => i.denominator),
    }
  },
  add(state, { dossier }, on) {
    const onRoll = onRollOn(dossier, state.schools, on.asOf)
    for (const i of on.reference.policy.parts.indicators) {
      for (const [measure, into] of [
        [i.numerator, state.numerators],
        [i.denominator, state.denominators],
      ] as const) {
        const counting = into.get(i.id)
        if (measure !== null && counting !== undefined) COUNTERS[measure.of].person?.(counting, measure as never, { dossier, onRoll }, on)
      }
    }
  },
  finish(state, on): TargetsAnswer {
    const indicators = on.reference.policy.parts.indicators.map((i): IndicatorOn => {
      const { figure, missing } = figureOf(i, state.numerators.get(i.id) ?? fresh(), state.denominators.get(i.id) ?? fresh())
      const verdict =
        i.target === null
          ? null
          : missing.includes('no-records')
            ? i.target.fuzzy
              ? 'words-only'
              : 'undetermined'
            : verdictOn(figure, i.target)
      return {
        id: i.id,
        figure,
        permille: figure === null ? null : permilleOf(figure, i.target),
        verdict,
        missing,
        ended: i.by !== null && on.asOf >= i.by,
      }
    })
    return { indicators }
  },
})
