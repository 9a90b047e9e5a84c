// 登记校本学时 / 登记活动: a school or the district registers a training and its roster once, in its own file.
// Hours reach each teacher by a grant-hours op of their own carrying this row's id, or by the claims it expects.
// A body registers a roster only for a level that policy lets it grant.

import { z } from 'zod/mini'
import { parseHours, type Tenths } from '../hours.ts'
import type { RowId } from '../ids.ts'
import { levelRule } from '../policy/level-rule.ts'
import type { ActivityFact } from '../school-file.ts'
import { activityArgs } from './school-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const registerActivity = defineVerb({
  name: 'register-activity',
  version: 1,
  subject: ['school', 'district'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject(activityArgs),
  codes: ['activity.end-before-start', 'activity.unknown-level', 'activity.level-not-granted'],
  run(document, args, context, capacity) {
    const body = document.subject.kind === 'district' ? 'district' : 'school'
    if (args.last < args.first) return refused('activity.end-before-start', 'last')
    const rule = levelRule(context.reference.policy, args.level)
    if (rule === null) return refused('activity.unknown-level', 'level')
    if (args.way === 'roster' && !rule.grantedBy.includes(body)) return refused('activity.level-not-granted', 'level')
    const fact: ActivityFact = { ...signed('registered', context, capacity), ...args, hours: parseHours(args.hours) as Tenths }
    return applied(append(document, 'activity', context.op as string as RowId, fact))
  },
})
