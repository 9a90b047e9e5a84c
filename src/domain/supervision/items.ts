// 义务教育优质均衡督导: what is asked of teachers there, as data: which figure, at least or at most how much, for which stages. What we know
// of it second-hand only is marked so and asked of the district; a district's pack may replace any of it by id.

import { z } from 'zod/mini'
import { STAGES } from '../dossier.ts'
import { itemHead, share } from '../policy/cited.ts'

const SUPERVISION_FIGURES = [
  'hours',
  'rotation-eligible',
  'rotation-backbone',
  'certified',
  'backbone-per-hundred',
  'spread',
  'funds',
] as const

export const SupervisionItem = z.object({
  ...itemHead,
  figure: z.enum(SUPERVISION_FIGURES),
  title: z.string(),
  /** Exact decimals; of a share between 0 and 1, of 每百名学生 a count. */
  atLeast: z.nullable(z.string().check(z.regex(/^\d{1,3}(\.\d{1,3})?$/))),
  atMost: z.nullable(share),
  /** Stages of schools it is asked of; empty: all of compulsory education. */
  stages: z.array(z.enum(STAGES)),
})
export type SupervisionItem = z.infer<typeof SupervisionItem>
