// Equality, proven: the digest the server names for a document against the one of what is kept here. While more rows are
// coming a difference is only a suspicion; after the last page it is an incident, and that one document is fetched again.

import type { SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import { addIncident, readMeta, writeMeta } from './meta.ts'

/** Answers the keys of the documents found unequal. */
export async function settleDigests(database: YantuDatabase, answer: SyncResponse, now: number): Promise<string[]> {
  const named: Record<string, string> = { ...(await readMeta(database, 'suspects')), ...answer.digests }
  const keys = Object.keys(named)
  const records = await database.documents.bulkGet(keys)
  const suspects: Record<string, string> = {}
  keys.forEach((key, i) => {
    const record = records[i]
    const digest = named[key]
    if (record !== undefined && digest !== undefined && record.digest !== digest) suspects[key] = digest
  })
  await writeMeta(database, 'suspects', answer.more ? suspects : {})
  if (answer.more) return []
  const unequal = Object.keys(suspects)
  if (unequal.length > 0) {
    const want = (await readMeta(database, 'want')) ?? []
    await writeMeta(database, 'want', [...want, ...unequal.filter((key) => want.indexOf(key) < 0)])
    await writeMeta(database, 'unequalToTell', [...((await readMeta(database, 'unequalToTell')) ?? []), ...unequal].slice(-50))
    for (const key of unequal) await addIncident(database, { is: 'unequal', key, at: now })
  }
  return unequal
}
