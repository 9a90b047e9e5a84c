// POST /api/policy/preview: 试算 of a change of the policy over the district's real dossiers, some hundreds at a time, so that a page can
// show how far it is. Nothing is stored. `next` is where to go on; null when everybody was looked at.

import { z } from 'zod/mini'
import type { Day } from '../domain/day.ts'
import type { Place, PersonChange } from '../domain/policy-change/compare.ts'

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))

export const PolicyPreviewRequest = z.strictObject({
  changes: z
    .array(z.strictObject({ key: text(60), value: text(30_000), from: text(10), source: text(300) }))
    .check(z.minLength(1), z.maxLength(20)),
  after: z.nullable(text(64)),
})
export type PolicyPreviewRequest = z.infer<typeof PolicyPreviewRequest>

export interface PolicyPreviewAnswer {
  /** The day the verdicts are compared on: today, or the first day of the change where that lies ahead. */
  readonly on: Day
  readonly people: number
  readonly done: number
  readonly next: string | null
  /** How many of this part are in which state before and after. */
  readonly was: Readonly<Partial<Record<Place['state'], number>>>
  readonly will: Readonly<Partial<Record<Place['state'], number>>>
  readonly changes: readonly PersonChange[]
}
