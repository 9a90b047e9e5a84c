// 规划指标: one numeric target or starting value of a plan, as data of a district's pack: what is counted, out of what, where it
// began, what was wanted by when, and the plan's own words. Fuzzy numbers (5名左右, 数十名) stay words with an optional least, and
// never turn red or green. Two figures of one thing with different denominators are two indicators that name each other in `beside`.

import { z } from 'zod/mini'
import { STAFF_CATEGORIES, STAGES } from '../dossier.ts'
import { day, itemHead } from '../policy/cited.ts'
import { SCHOOL_KINDS } from '../school-file.ts'
import { RungRef } from '../tiers/rung.ts'

/** A share as an exact decimal ('0.5'), or a whole number of people or things ('40'). */
const figure = z.string().check(z.regex(/^\d{1,6}(\.\d{1,3})?$/))

/** Of whom: everyone on the roll on the day who fits every list that is given. */
export const Whom = z.object({
  stages: z.optional(z.array(z.enum(STAGES))),
  schoolKinds: z.optional(z.array(z.enum(SCHOOL_KINDS))),
  categories: z.optional(z.array(z.enum(STAFF_CATEGORIES))),
})
export type Whom = z.infer<typeof Whom>

export const Measure = z.discriminatedUnion('of', [
  z.object({ of: z.literal('people'), who: Whom }),
  /** People who hold (or are 培养对象 for) one of these titles, each once. */
  z.object({
    of: z.literal('titles'),
    who: Whom,
    population: z.optional(z.string()),
    rungs: z.optional(z.array(RungRef)),
    as: z.enum(['held', 'candidate', 'either']),
  }),
  /** People with a qualification on record: 双师型, 研究生, 专业课教师 … (domain/registration). */
  z.object({ of: z.literal('qualified'), who: Whom, qualifications: z.array(z.string()) }),
  /** People with a teaching certificate in force on the day. */
  z.object({ of: z.literal('certified'), who: Whom }),
  /** Studios running on the day (domain/studios). */
  z.object({ of: z.literal('studios'), kinds: z.array(z.string()) }),
  /** People who were in a programme by the day, each once (domain/programmes). */
  z.object({ of: z.literal('programme'), programme: z.string() }),
  /** Recognised entries whose last day lies in the calendar year of the day: 人次. */
  z.object({ of: z.literal('trained'), who: Whom }),
  /** Counted by its own rule on its own page, school year by school year. */
  z.object({ of: z.literal('elsewhere'), page: z.enum(['rotation']) }),
  /** Nothing this system keeps: says in words what it would take. */
  z.object({ of: z.literal('not-kept'), missing: z.string() }),
])
export type Measure = z.infer<typeof Measure>

export const Target = z.object({
  least: z.nullable(figure),
  most: z.nullable(figure),
  /** 超过: the least itself is not enough. */
  over: z.boolean(),
  /** The plan's own way to say it ('5名左右'). */
  words: z.string(),
  fuzzy: z.boolean(),
})
export type Target = z.infer<typeof Target>

export const INDICATOR_GROUPS = ['tiers', 'studios', 'qualification', 'training', 'leaders', 'rotation', 'platform'] as const

export const Indicator = z.object({
  ...itemHead,
  title: z.string(),
  group: z.enum(INDICATOR_GROUPS),
  unit: z.enum(['share', 'people', 'count', 'times']),
  numerator: Measure,
  denominator: z.nullable(Measure),
  start: z.nullable(z.object({ value: z.nullable(figure), words: z.string(), on: day })),
  target: z.nullable(Target),
  by: z.nullable(day),
  beside: z.array(z.string()),
})
export type Indicator = z.infer<typeof Indicator>

/** What is wrong with an indicator beyond its shape; empty when it may be published. */
export function indicatorFaults(i: Indicator): ('no-denominator' | 'needless-denominator' | 'target-without-day' | 'least-over-most')[] {
  const faults: ReturnType<typeof indicatorFaults> = []
  const kept = i.numerator.of !== 'not-kept' && i.numerator.of !== 'elsewhere'
  if (i.unit === 'share' && kept && i.denominator === null) faults.push('no-denominator')
  if (i.unit !== 'share' && i.denominator !== null) faults.push('needless-denominator')
  if (i.target !== null && i.by === null) faults.push('target-without-day')
  if (i.target?.least != null && i.target.most !== null && Number(i.target.least) > Number(i.target.most)) faults.push('least-over-most')
  return faults
}
