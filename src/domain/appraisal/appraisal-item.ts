// What of appraisal a district's documents name (师德承诺, 年度专业考核, 教学述评, 家访, 年度考核): which it is, how often, and whether a result or
// a number belongs to it. Nothing else is kept: no scores, no words about people. Data of a policy pack, every item cited.

import { z } from 'zod/mini'
import { itemHead } from '../policy/cited.ts'

export const AppraisalItem = z.object({
  ...itemHead,
  name: z.string(),
  per: z.enum(['year', 'school-year', 'term']),
  /** 年度考核: its result, one of a closed list, where registration needs it. */
  result: z.boolean(),
  /** 家访: how many, counted as workload. */
  count: z.boolean(),
})
export type AppraisalItem = z.infer<typeof AppraisalItem>
