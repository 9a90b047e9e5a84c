// What this phone knows better than a server restored from a backup: ops of the next request that were confirmed once, and earlier
// ops of its own that it no longer has itself (forgotten with its storage, or long ago after a backup), so that nothing waits for them.

import type { SignedOp } from '../wire/op.ts'
import { readMeta } from './meta.ts'
import { read, type Phone } from './phone.ts'

/** How long other phones are waited for after a restore; then what cannot take effect is refused, and its author is told. */
const PATIENCE_MS = 90 * 86_400_000

export interface RememberedOps {
  readonly confirmed?: string[]
  readonly gone?: string[]
}

export const rememberedOf = (phone: Phone, ops: readonly SignedOp[]): Promise<RememberedOps> =>
  ops.length === 0
    ? Promise.resolve({})
    : read(phone, async (database) => {
        const restoredAt = await readMeta(database, 'restoredAt')
        const patient =
          restoredAt !== undefined && phone.clock.now() + ((await readMeta(database, 'offset')) ?? 0) - restoredAt < PATIENCE_MS
        const records = patient ? await database.outbox.bulkGet(ops.map(({ content }) => content.op)) : []
        // Pending, and answered before: by a server that has forgotten it.
        const confirmed = records.flatMap((record) => (record?.state === 'pending' && record.ackedAt !== null ? [record.op] : []))
        const named = [...new Set(ops.flatMap(({ content }) => (content.after === null ? [] : [content.after])))]
        const earlier = named.length === 0 ? [] : await database.outbox.bulkGet(named)
        const gone = named.filter((_, i) => earlier[i] === undefined || earlier[i]?.state === 'refused')
        return { ...(confirmed.length === 0 ? {} : { confirmed }), ...(gone.length === 0 ? {} : { gone }) }
      })
