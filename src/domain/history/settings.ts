// What history and late claims ask a district: settings of the policy, each cited or open.

import { z } from 'zod/mini'
import { amount, cited } from '../policy/cited.ts'

/** Month and day that every year has, month ends included: '03-31', '02-28'. */
const anyMonthDay = z
  .string()
  .check(z.regex(/^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))$/))

export const HISTORY_SETTINGS = {
  /** Most hours that one year's opening balance can plausibly say. More is taken for a slip of the pen and not recorded. */
  openingYearMost: cited(amount),
  /** 补登截止: the day of the year after, until which a past year's hours are claimed as usual. Later ones go on to the district; none is refused. */
  lateBy: cited(anyMonthDay),
}
