// 取消活动: the activity is no longer offered or granted, with a reason. Hours granted before stay until they are reversed one by one.

import { z } from 'zod/mini'
import type { ActivityFact } from '../school-file.ts'
import { activityAt } from './activity-at.ts'
import { reasonArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const cancelActivity = defineVerb({
  name: 'cancel-activity',
  version: 1,
  subject: ['school', 'district'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: [],
  run(document, args, context, capacity) {
    const at = activityAt(document, args.row)
    if (at.is === 'absent') return refused('verb.not-allowed')
    if (at.is === 'cancelled') return { is: 'noop' }
    const fact: ActivityFact = { ...signed('cancelled', context, capacity), reason: args.reason }
    return applied(append(document, 'activity', args.row, fact))
  },
})
