// What may be forgotten: settled ops older than 35 days that are surely in a verified backup. Never a pending op, never a
// refusal without a choice.

import { write, type Phone } from './phone.ts'

const KEEP_MS = 35 * 86_400_000
/** A backup announced after an ack may have begun before it; the one after that cannot have. */
const BACKUPS = 2

/** How many ops were forgotten. */
export const purgeSettled = (phone: Phone): Promise<number> =>
  write(phone, async (database, metas) => {
    const advances = metas.get('backup')?.advances ?? 0
    const before = phone.clock.now() - KEEP_MS
    // Not a filter on the query: that walks with a cursor, and every step is a question to the storage.
    const settled = await database.outbox.where('state').equals('settled').toArray()
    const old = settled
      .filter((op) => op.ackedAt !== null && op.ackedAt < before && advances - op.ackedAtBackup >= BACKUPS)
      .map(({ op }) => op)
    if (old.length === 0) return 0
    await database.outbox.bulkDelete(old)
    await database.results.bulkDelete(old)
    return old.length
  })
