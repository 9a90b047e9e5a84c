// 合并同一活动: says under which other titles people claimed this activity, so that their claims are reviewed together.

import { z } from 'zod/mini'
import type { ActivityFact } from '../school-file.ts'
import { activityAt } from './activity-at.ts'
import { lineArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const joinActivity = defineVerb({
  name: 'join-activity',
  version: 1,
  subject: ['school', 'district'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ row: rowArg, titles: z.array(lineArg(120)).check(z.minLength(1), z.maxLength(50)) }),
  codes: ['activity.cancelled'],
  run(document, args, context, capacity) {
    const at = activityAt(document, args.row)
    if (at.is === 'absent') return refused('verb.not-allowed')
    if (at.is === 'cancelled') return refused('activity.cancelled')
    const known = [at.activity.title, ...at.activity.titles]
    const titles = args.titles.filter((t, i) => !known.includes(t) && args.titles.indexOf(t) === i)
    if (titles.length === 0) return { is: 'noop' }
    const fact: ActivityFact = { ...signed('joined', context, capacity), titles }
    return applied(append(document, 'activity', args.row, fact))
  },
})
