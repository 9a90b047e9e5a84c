// What every value of a policy pack is made of: days, amounts, where it comes from and how sure it is.
// What no document says is `to-be-confirmed`: its `value` is null, its `question` says in words what the district is asked.

import { z } from 'zod/mini'
import { isDay } from '../day.ts'

export const day = z.string().check(z.refine(isDay))
/** Decimal text with at most one place ('360', '4.5'); parsed with hours.ts where it is used. */
export const amount = z.string().check(z.regex(/^\d{1,6}(\.\d)?$/))
/** A share between 0 and 1 as an exact decimal ('0.8'). */
export const share = z.string().check(z.regex(/^(0(\.\d{1,3})?|1(\.0{1,3})?)$/))
/** Month and day that every year has ('07-01'). */
export const monthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/))

/** stated: the district's own document · city · national · assumed: ours, shown as such · to-be-confirmed: no document says. */
const MARKS = ['stated', 'city', 'national', 'assumed', 'to-be-confirmed'] as const
export const Mark = z.enum(MARKS)
export type Mark = z.infer<typeof Mark>

export const Source = z.object({ document: z.string(), number: z.nullable(z.string()), quote: z.nullable(z.string()) })
export type Source = z.infer<typeof Source>

/**
 * A value with its first (and last) day in force, its source and its mark. `value` null only where to-be-confirmed.
 * `options`: the answers in question, all of which work. `earlier`: what held before `from`, latest first.
 */
export const cited = <T extends z.ZodMiniType>(value: T) =>
  z.object({
    value: z.nullable(value),
    from: day,
    to: z.nullable(day),
    source: Source,
    mark: Mark,
    question: z.optional(z.string()),
    standIn: z.optional(value),
    options: z.optional(z.array(value)),
    earlier: z.optional(z.array(z.object({ value: z.nullable(value), from: day, to: day, source: Source, mark: Mark }))),
  })

/** What every item of a list in a pack has: its id (once in a layer; an inner layer's replaces the outer's), source and mark. */
export const itemHead = { id: z.string(), source: Source, mark: Mark, question: z.optional(z.string()) }
