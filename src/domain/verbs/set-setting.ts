// 确认或修改参数: the district confirms or changes a value that was 待区确认, from a day on, naming the document it comes from.
// One row a key, so that its history reads in one place. A value that the policy cannot read is refused, never left aside silently.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { overridden } from '../policy/merge.ts'
import { settingsOf } from '../reference-from.ts'
import type { SettingFact } from '../school-file.ts'
import { dayArg, lineArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const setSetting = defineVerb({
  name: 'set-setting',
  version: 1,
  subject: ['district'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({
    key: z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9.-]{0,59}$/)),
    value: lineArg(500),
    from: dayArg,
    source: lineArg(300),
  }),
  codes: ['setting.unknown', 'setting.bad-value'],
  run(document, args, context, capacity) {
    const { settings } = context.reference.policy
    if (!Object.prototype.hasOwnProperty.call(settings, args.key)) return refused('setting.unknown', 'key')
    if (overridden(settings, args) === null) return refused('setting.bad-value', 'value')
    const before = settingsOf(document).filter((s) => s.key === args.key)
    const last = before[before.length - 1]
    if (last !== undefined && last.value === args.value && last.from === args.from && last.source === args.source) return { is: 'noop' }
    const row = [...document.rows.values()].find((r) => r.kind === 'setting' && r.facts.some((f) => f.op === last?.op))
    const fact: SettingFact = { ...signed('set', context, capacity), ...args }
    return applied(append(document, 'setting', row?.id ?? (context.op as string as RowId), fact))
  },
})
