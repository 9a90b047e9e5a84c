// Opening a person's database, and bringing back what a wiped one had not sent from its second copy: same ids, same
// content, so that whatever had reached the server after all is not counted twice.

import { mirrorIfPossible, readMirror } from './mirror.ts'
import { writeMeta } from './meta.ts'
import { openPhone, read, write, type Owner, type Phone, type Surroundings } from './phone.ts'
import { subjectKey, type Subject } from '../domain/document.ts'
import type { OutboxRecord } from './tables.ts'
import { verbsAtHand } from './verbs-at-hand.ts'
import { unsettledOps } from './visible.ts'

export interface Opened {
  readonly phone: Phone
  /** Unsent ops brought back; what else the wiped database held comes from the server again. */
  readonly recovered: number
}

/** What waits to be sent is shown from here, so its verbs must be there before anything is shown. */
async function pendingVerbs(phone: Phone): Promise<string[]> {
  return read(phone, async (database) => (await unsettledOps(database)).map((op) => op.content.verb))
}

export async function openKept(owner: Owner, around: Surroundings): Promise<Opened> {
  const phone = await openPhone(owner, around)
  if (!phone.emptied) {
    const verbs = await pendingVerbs(phone)
    await verbsAtHand(verbs)
    // The connection may have been lost, or the app killed, between a save and its second copy.
    if (verbs.length > 0) await mirrorIfPossible(phone)
    return { phone, recovered: 0 }
  }
  const mirrored = readMirror(around.notes, owner)
  await verbsAtHand(mirrored.map(({ content }) => content.verb))
  await write(phone, async (database) => {
    await database.outbox.bulkPut(
      mirrored.map(({ content, transport, row, replaces }): OutboxRecord => ({
        op: content.op,
        n: transport.n,
        key: subjectKey(content.subject as Subject),
        row,
        state: 'pending',
        content,
        transport,
        sig: null,
        replaces,
        savedAt: around.clock.now(),
        ackedAt: null,
        ackedAtBackup: 0,
      })),
    )
    await writeMeta(
      database,
      'lastNumber',
      mirrored.reduce((most, one) => Math.max(most, one.transport.n), 0),
    )
  })
  return { phone, recovered: mirrored.length }
}
