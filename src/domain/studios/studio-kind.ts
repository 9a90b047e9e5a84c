// The kinds of studio (工作室, 工作坊) a district's documents name. Data of a policy pack, every item cited; how many are wanted stands
// with the district's indicators (targets), never here.

import { z } from 'zod/mini'
import { itemHead } from '../policy/cited.ts'

export const StudioKind = z.object({
  ...itemHead,
  name: z.string(),
  aliases: z.array(z.string()),
  /** Whose file keeps them: the district's, a school's, or either. */
  at: z.enum(['district', 'school', 'either']),
  /** 市级, 区级 … as the document names them; empty where it names none. */
  levels: z.array(z.enum(['city', 'district', 'school'])),
})
export type StudioKind = z.infer<typeof StudioKind>
