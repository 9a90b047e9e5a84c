// The arguments that say a balance: shape only. Amounts travel as decimal text; at least one of hours and credits is said.

import { z } from 'zod/mini'
import { LEVELS, MODES } from '../dossier.ts'
import { parseCredits, parseHours } from '../hours.ts'
import { creditsArg, dayArg, emptyLineArg, hoursArg, lineArg } from '../verbs/training-args.ts'
import { OPENING_SOURCES, type OpeningAmount } from './history.ts'

export const amountArgs = { hours: z.nullable(hoursArg), credits: creditsArg }

export const openingArgs = {
  year: z.nullable(z.int().check(z.gte(1950), z.lte(2199))),
  first: dayArg,
  last: dayArg,
  level: z.enum(LEVELS),
  mode: z.enum(MODES),
  ...amountArgs,
  source: z.enum(OPENING_SOURCES),
  /** 来源: what the file or the certificate calls itself. */
  words: lineArg(120),
  batch: z.nullable(emptyLineArg(60)),
}

export const amountFrom = (a: { hours: string | null; credits: string | null }): OpeningAmount => ({
  hours: a.hours === null ? null : parseHours(a.hours),
  credits: a.credits === null ? null : parseCredits(a.credits),
})

/** Neither hours nor credits, or nothing but noughts. */
export const saysNothing = ({ hours, credits }: OpeningAmount): boolean => (hours ?? 0) === 0 && (credits ?? 0) === 0
