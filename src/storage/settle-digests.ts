// Equality, proven: the digest the server names for a document against the one of what is kept here. While more rows are
// coming a difference is only a suspicion; after the last page it is an incident, and that one document is fetched again.

import type { SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import { noteIncident, type Metas } from './meta.ts'
import { recordsWith } from './records.ts'
import type { DocumentRecord } from './tables.ts'

/** Answers the keys of the documents found unequal. `changed`: those just written, which need not be read again. */
export async function settleDigests(
  database: YantuDatabase,
  metas: Metas,
  answer: SyncResponse,
  changed: ReadonlyMap<string, DocumentRecord>,
  now: number,
): Promise<string[]> {
  const named: Record<string, string> = { ...metas.get('suspects'), ...answer.digests }
  const keys = Object.keys(named)
  const records = await recordsWith(database, keys, changed)
  const suspects: Record<string, string> = {}
  keys.forEach((key, i) => {
    const record = records[i]
    const digest = named[key]
    if (record !== undefined && digest !== undefined && record.digest !== digest) suspects[key] = digest
  })
  metas.set('suspects', answer.more ? suspects : {})
  if (answer.more) return []
  const unequal = Object.keys(suspects)
  if (unequal.length > 0) {
    const want = metas.get('want') ?? []
    metas.set('want', [...want, ...unequal.filter((key) => want.indexOf(key) < 0)])
    metas.set('unequalToTell', [...(metas.get('unequalToTell') ?? []), ...unequal].slice(-50))
    for (const key of unequal) noteIncident(metas, { is: 'unequal', key, at: now })
  }
  return unequal
}
