// 发布规则包: a district publishes a pack of its own (十五五, a new ladder, new targets) as data, from its own screen. It is checked
// as the built-in ones are before anything is written; a pack of another place, or one with a fault, is refused with the first fault.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { settingsOf } from '../reference-from.ts'
import type { SettingFact } from '../school-file.ts'
import { dayArg, lineArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { faultsOver } from './pack-faults.ts'
import { PACK_KEY, packOf } from './published.ts'

/** Some eighty items with their quotations; an op has to fit into one request (SYNC §3). */
const MOST_CHARACTERS = 30_000

export const publishPack = defineVerb({
  name: 'publish-pack',
  version: 1,
  subject: ['district'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({ pack: z.string().check(z.maxLength(MOST_CHARACTERS)), from: dayArg, source: lineArg(300) }),
  codes: ['pack.unreadable', 'pack.other-district', 'pack.faulty', 'pack.same-version'],
  run(document, args, context, capacity) {
    const pack = packOf(args.pack)
    if (pack === null) return refused('pack.unreadable', 'pack')
    if (pack.scope.kind !== 'district' || pack.scope.code !== context.reference.policy.district.code)
      return refused('pack.other-district', 'pack')
    const [fault] = faultsOver(pack, context.reference.policy)
    if (fault !== undefined) return refused('pack.faulty', `${fault.code}: ${fault.where}`)
    const known = settingsOf(document).filter((s) => s.key === PACK_KEY)
    if (known.some((s) => s.value === args.pack)) return { is: 'noop' }
    if (known.some((s) => packOf(s.value)?.version === pack.version)) return refused('pack.same-version', 'pack')
    const fact: SettingFact = { ...signed('set', context, capacity), key: PACK_KEY, value: args.pack, from: args.from, source: args.source }
    return applied(append(document, 'setting', context.op as string as RowId, fact))
  },
})
