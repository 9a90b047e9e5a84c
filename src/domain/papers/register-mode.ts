// 培训方式 codes of the national register, as data: which of ours is which of theirs. What no document says is marked so.

import { z } from 'zod/mini'
import { MODES } from '../dossier.ts'
import { itemHead } from '../policy/cited.ts'

export const RegisterMode = z.object({ ...itemHead, mode: z.enum(MODES), code: z.string().check(z.regex(/^\d{1,2}$/)), name: z.string() })
export type RegisterMode = z.infer<typeof RegisterMode>
