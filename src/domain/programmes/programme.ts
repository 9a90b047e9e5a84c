// Programmes a district's documents name (十百千, 群鹰·奋飞·领航, 青蓝工程 …): data of a policy pack, every item cited. 十百千 counts people in
// the programme; that gives nobody a title. Fuzzy numbers (30名左右) stay text.

import { z } from 'zod/mini'
import { itemHead } from '../policy/cited.ts'

export const Programme = z.object({
  ...itemHead,
  name: z.string(),
  /** 群鹰 is 群雁 in another document: one programme. */
  aliases: z.array(z.string()),
  for: z.enum(['everyone', 'school-leaders', 'new-teachers']),
  /** Who takes people into it: the district, or the school itself. */
  by: z.enum(['district', 'school']),
  /** How many the document wants, in its own words; null where it says nothing. */
  wants: z.nullable(z.string()),
  /** The document asks to put rural and weak schools first. */
  ruralFirst: z.boolean(),
})
export type Programme = z.infer<typeof Programme>
