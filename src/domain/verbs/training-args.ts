// The arguments that say what training was attended: one schema for claiming, amending, recording from paper and granting.
// Shape only; whether the hours are plausible is a flag, never a refusal. Hours travel as decimal text ('4', '4.5').

import { z } from 'zod/mini'
import { isDay, type Day } from '../day.ts'
import { LEVELS, MODES, type Evidence, type Training } from '../dossier.ts'
import { parseCredits, parseHours, type CreditTenths, type Tenths } from '../hours.ts'
import { isUuid, type RowId } from '../ids.ts'
import { seenText } from '../seen-text.ts'

const seenOnly = z.overwrite(seenText)

/** One line of text that says something. */
export const lineArg = (most: number) => z.string().check(seenOnly, z.trim(), z.minLength(1), z.maxLength(most))
/** The same, where it may be left empty. */
export const emptyLineArg = (most: number) => z.string().check(seenOnly, z.trim(), z.maxLength(most))
export const dayArg = z.string().check(z.refine(isDay)) as unknown as z.ZodMiniType<Day>
export const uuidArg = z.string().check(z.refine(isUuid))
export const rowArg = uuidArg as unknown as z.ZodMiniType<RowId>

/** More than 0 and at most 2,000 hours: beyond that it is a slip of the finger, not a training. */
const isHours = (text: string): boolean => {
  const h = parseHours(text)
  return h !== null && h > 0 && h <= 20000
}
const isCredits = (text: string): boolean => {
  const c = parseCredits(text)
  return c !== null && c <= 10000
}
export const hoursArg = z.string().check(z.refine(isHours))
export const creditsArg = z.nullable(z.string().check(z.refine(isCredits)))
export const reasonArg = lineArg(500)
export const noteArg = emptyLineArg(500)

export const trainingArgs = {
  title: lineArg(120),
  organiser: emptyLineArg(120),
  level: z.enum(LEVELS),
  mode: z.enum(MODES),
  tags: z.array(lineArg(30)).check(z.maxLength(10)),
  activity: z.nullable(rowArg),
  project: z.nullable(lineArg(120)),
  first: dayArg,
  last: dayArg,
  hours: hoursArg,
  credits: creditsArg,
  attendance: z.nullable(z.int().check(z.gte(0), z.lte(1000))),
  result: z.nullable(lineArg(30)),
  /** The day on the certificate, where it is another than the training's. */
  certifiedOn: z.optional(z.nullable(dayArg)),
}
export type TrainingArgs = z.infer<z.ZodMiniObject<typeof trainingArgs>>

export const evidenceArg = z
  .array(
    z.discriminatedUnion('is', [
      z.strictObject({
        is: z.literal('file'),
        hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
        type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
        bytes: z.int().check(z.gt(0), z.lte(2_000_000)),
      }),
      z.strictObject({ is: z.literal('paper-at-school') }),
      z.strictObject({ is: z.literal('roster') }),
      z.strictObject({ is: z.literal('later') }),
    ]),
  )
  .check(z.maxLength(6)) as unknown as z.ZodMiniType<readonly Evidence[]>

/** The stored form of checked arguments. */
export function trainingFrom(a: TrainingArgs): Training {
  return {
    title: a.title,
    organiser: a.organiser,
    level: a.level,
    mode: a.mode,
    tags: a.tags,
    activity: a.activity,
    project: a.project,
    first: a.first,
    last: a.last,
    hours: parseHours(a.hours) as Tenths,
    credits: a.credits === null ? null : (parseCredits(a.credits) as CreditTenths),
    attendance: a.attendance,
    result: a.result,
    ...(a.certifiedOn === undefined || a.certifiedOn === null ? {} : { certifiedOn: a.certifiedOn }),
  }
}
