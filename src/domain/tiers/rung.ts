// Ladders of titles (梯队) as a district's documents name them: rungs, the ladder they stand on, and populations (骨干, 名优, 骨干名优 …)
// that are sets of rungs. Data of a policy pack, every item cited. What a document does not say is left empty, never filled in:
// no level, no term, no condition; `question` then says what the district is asked.

import { z } from 'zod/mini'
import { cited, itemHead, Source } from '../policy/cited.ts'
import { DUTY_KINDS } from './duty.ts'

/** At whose level a title is held; a school's title is the school's to give. */
export const TITLE_LEVELS = ['nation', 'city', 'district', 'school'] as const
export type TitleLevel = (typeof TITLE_LEVELS)[number]

/** What a rung asks of who wants to reach it. `words` is for a person to judge; the others can be looked up in the dossier. */
export const Ask = z.discriminatedUnion('type', [
  z.object({ type: z.literal('words'), text: z.string(), source: Source }),
  z.object({ type: z.literal('rung'), rung: z.string(), years: z.int(), source: Source }),
  z.object({ type: z.literal('duty'), duty: z.enum(DUTY_KINDS), times: z.int(), years: z.int(), source: Source }),
  z.object({ type: z.literal('service'), years: z.int(), source: Source }),
])
export type Ask = z.infer<typeof Ask>

export const Ladder = z.object({ ...itemHead, name: z.string(), for: z.enum(['everyone', 'school-leaders']) })
export type Ladder = z.infer<typeof Ladder>

export const Rung = z.object({
  ...itemHead,
  ladder: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** Counted from the foot of the ladder; equal ones stand side by side. How sure the order is, is the ladder's mark. */
  order: z.int(),
  /** Empty: the document names no level, and a title has none. */
  levels: z.array(z.enum(TITLE_LEVELS)),
  /** 培养对象 only, held titles only, or both. */
  as: z.enum(['held', 'candidate', 'either']),
  /** True where it is held in a subject (学科). */
  subject: z.boolean(),
  /** Only where a document says how long a title lasts. */
  termYears: z.nullable(z.int()),
  asks: z.array(Ask),
})
export type Rung = z.infer<typeof Rung>

/** 'rung' or 'rung:level'. */
export const RungRef = z.string().check(z.regex(/^[a-z][a-z0-9-]*(:(nation|city|district|school))?$/))

export const Population = z.object({
  ...itemHead,
  name: z.string(),
  of: z.array(RungRef),
  /** Whether 培养对象 belong to it. */
  candidates: z.boolean(),
  /** The setting with which a district says itself which rungs belong to it; it goes before `of`. */
  setting: z.nullable(z.enum(['countyBackbone', 'qualityTeachers'])),
})
export type Population = z.infer<typeof Population>

/** Questions to a district about its titles (policy/parts.ts spreads them into Settings). */
export const TIER_SETTINGS = {
  /** 县级以上骨干教师 of 每百名学生: which titles count. */
  countyBackbone: cited(z.array(RungRef)),
  /** 优质师资 among those who move (永川): which titles count. */
  qualityTeachers: cited(z.array(RungRef)),
}
