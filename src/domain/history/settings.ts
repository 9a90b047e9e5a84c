// What history and late claims ask a district: settings of the policy, each cited or open.

import { amount, cited, monthDay } from '../policy/cited.ts'

export const HISTORY_SETTINGS = {
  /** Most hours that one year's opening balance can plausibly say. More is taken for a slip of the pen and not recorded. */
  openingYearMost: cited(amount),
  /** 补登截止: the day of the year after, until which a past year's hours are claimed as usual. Later ones go on to the district; none is refused. */
  lateBy: cited(monthDay),
}
