// Arguments saying who someone is: shared by enrolling and correcting. The national ID number is never among them;
// a staff number that looks like one is refused, so that a slip of a column cannot put it into a dossier.

import { z } from 'zod/mini'
import { EMPLOYMENTS, STAFF_CATEGORIES, STAGES } from '../dossier.ts'
import { dayArg, lineArg } from './training-args.ts'

export const identityArgs = {
  name: lineArg(40),
  initials: z.array(z.string().check(z.regex(/^[a-z0-9]{1,40}$/))).check(z.maxLength(8)),
  staffNumber: z.nullable(lineArg(30)),
  sex: z.enum(['female', 'male', 'unknown']),
  subject: z.nullable(lineArg(30)),
  stage: z.enum(STAGES),
  employment: z.enum(EMPLOYMENTS),
  category: z.enum(STAFF_CATEGORIES),
  workedSince: z.nullable(dayArg),
}

/** 18 digits (the last may be X), or the 15 of old cards. */
export const looksLikeIdNumber = (text: string | null): boolean =>
  text !== null && /^(\d{17}[\dXx]|\d{15})$/.test(text.replace(/[\s-]/g, ''))
