// What nobody has written down about teachers who retire within a cycle: a question to the district (policy/parts.ts).

import { z } from 'zod/mini'
import { cited } from '../policy/cited.ts'

export const NEAR_RETIREMENT = ['whole', 'by-time'] as const

export const RETIREMENT_SETTINGS = {
  /** Whether who retires within a cycle owes the whole of it, or the part until they retire. */
  nearRetirement: cited(z.enum(NEAR_RETIREMENT)),
}
