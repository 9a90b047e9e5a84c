// A school's year as it stands: the figures that a handing-in would freeze, and the 缺漏清单 beside them. Runs on the phone for
// what it holds; the server's answer also has those whose 人事关系 has moved since the as-of day.

import { z } from 'zod/mini'
import { isDay, type Day } from '../day.ts'
import { isUuid, type RowId } from '../ids.ts'
import { defineReport } from '../reports/report.ts'
import { lastDayThere } from '../reports/while-there.ts'
import { figuresFrom, frozenPerson, type Figures, type FiguresOf } from './figures.ts'
import { inNeed, isMissing, missingOf, type MissingPerson } from './missing.ts'
import type { FrozenPerson } from './review-row.ts'

const YEAR_REVIEW = 'year-review'

export interface SchoolYearReview {
  readonly figures: Figures
  readonly policy: string
  /** Who lacks something, disputes first. */
  readonly missing: readonly MissingPerson[]
  /** Shown their line: how many have agreed, and how many have not looked yet. */
  readonly lines: { readonly agreed: number; readonly unchecked: number }
}

const dayText = z.string().check(z.refine(isDay)) as unknown as z.ZodMiniType<Day>
const args = z.strictObject({ first: dayText, last: dayText, review: z.optional(z.string().check(z.refine(isUuid))) })

/** Kinds of rows that figures are made from: whether history is confirmed decides where somebody stands. */
export const FIGURE_KINDS = ['hours', 'pause', 'opening', 'history-confirmed', 'objection'] as const

interface State {
  readonly of: FiguresOf
  readonly people: FrozenPerson[]
  readonly missing: MissingPerson[]
  readonly lines: { agreed: number; unchecked: number }
}

export const schoolYearReview = defineReport<z.infer<typeof args>, State, SchoolYearReview>({
  name: YEAR_REVIEW,
  for: 'school-and-district',
  args,
  kinds: [...FIGURE_KINDS, 'review-line'],
  fileKinds: [],
  standings: false,
  start: (on) => ({
    of: { policy: on.reference.policy, window: { first: on.args.first, last: on.args.last }, asOf: on.asOf, schools: on.schools },
    people: [],
    missing: [],
    lines: { agreed: 0, unchecked: 0 },
  }),
  add(state, { dossier }, on) {
    const person = frozenPerson(state.of, dossier)
    if (person === null) return
    state.people.push(person)
    const missing = missingOf(
      { ...state.of, review: (on.args.review ?? null) as RowId | null, left: !on.wholeDistrict && lastDayThere(dossier, on) !== null },
      person,
      dossier,
    )
    if (missing.unchecked) state.lines.unchecked += 1
    if (missing.agreed) state.lines.agreed += 1
    if (isMissing(missing)) state.missing.push(missing)
  },
  finish: ({ of, people, missing, lines }) => ({
    figures: figuresFrom(of, people),
    policy: of.policy.version,
    missing: missing.sort(inNeed),
    lines,
  }),
})
