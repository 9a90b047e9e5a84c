// What is asked of a new teacher's first time in service, as questions to the district: no document kept with the packs writes any of it.

import { z } from 'zod/mini'
import { amount, cited } from '../policy/cited.ts'

export const PROBATION_SETTINGS = {
  /** Hours of the probation time. */
  probationHours: cited(amount),
  /** How many months it lasts, from 参加工作时间. */
  probationMonths: cited(z.int()),
  /** Whether these hours are part of the 360, or come before them. */
  probationCounts: cited(z.enum(['inside', 'outside'])),
}
