// What is asked of who leads a school, as questions to the district: no document kept with the packs writes these numbers.

import { z } from 'zod/mini'
import { amount, cited } from '../policy/cited.ts'

export const LEADER_SETTINGS = {
  /** Hours of training for the office, before it or on taking it. */
  leaderOfficeHours: cited(amount),
  /** By what word such an entry is known among its tags. */
  leaderOfficeTag: cited(z.string()),
  /** Months after taking office within which they may still be done. */
  leaderOfficeMonths: cited(z.int()),
  /** Hours in five years while in office. */
  leaderFiveYears: cited(amount),
}
