// 培训主题: what a district's documents want teachers to be trained in, under the name used there. An activity may carry one; its name
// is the tag on every entry (`tags`), so that a rule's filter and a person read the same word. No document sets hours for any.

import { z } from 'zod/mini'
import { itemHead } from './cited.ts'

export const Theme = z.object({ ...itemHead, name: z.string().check(z.maxLength(30)) })
export type Theme = z.infer<typeof Theme>
