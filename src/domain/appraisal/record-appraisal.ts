// 登记考核记载: one of the things the district's documents name was done, on a day, for a period. No scores, no remarks.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { dayArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { appraisalItemsOf, appraisalsOf, periodFits, RESULTS, type AppraisalFact } from './appraisal.ts'

export const recordAppraisal = defineVerb({
  name: 'record-appraisal',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({
    item: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/)),
    period: z.string().check(z.regex(/^[0-9-]{4,11}$/)),
    on: dayArg,
    result: z.nullable(z.enum(RESULTS)),
    count: z.nullable(z.int().check(z.gte(0), z.lte(1000))),
  }),
  codes: [
    'appraisal.unknown-item',
    'appraisal.wrong-period',
    'appraisal.needs-result',
    'appraisal.no-result',
    'appraisal.needs-count',
    'appraisal.already-recorded',
    'appraisal.future-day',
    'appraisal.own-result',
  ],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('appraisal.own-result')
    const item = appraisalItemsOf(context.reference.policy).find((i) => i.id === args.item)
    if (item === undefined) return refused('appraisal.unknown-item', 'item')
    if (!periodFits(item, args.period)) return refused('appraisal.wrong-period', 'period')
    if (args.on > context.today) return refused('appraisal.future-day', 'on')
    if (item.result !== (args.result !== null)) return refused(item.result ? 'appraisal.needs-result' : 'appraisal.no-result', 'result')
    if (item.count !== (args.count !== null)) return refused('appraisal.needs-count', 'count')
    const same = appraisalsOf(document as Dossier).find((a) => a.item === args.item && a.period === args.period)
    if (same !== undefined)
      return same.on === args.on && same.result === args.result && same.count === args.count
        ? { is: 'noop' }
        : refused('appraisal.already-recorded')
    const fact: AppraisalFact = { ...signed('recorded', context, capacity), ...args }
    return applied(append(document, 'appraisal', context.op as string as RowId, fact))
  },
})
