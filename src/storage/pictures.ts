// Evidence pictures on this phone: the bytes by their hash until the server has them, and a while longer to be shown offline.
// A picture that has not been sent is never dropped.

import { hashBytes } from '../wire/evidence.ts'
import type { Evidence } from '../domain/dossier.ts'
import { attempt } from './attempt.ts'
import { read, write, type Phone } from './phone.ts'
import type { BlobRecord } from './tables.ts'

/** Keeps a JPEG and answers what the verb takes. The same picture twice is one. */
export async function keepPicture(phone: Phone, subject: string, bytes: ArrayBuffer): Promise<Extract<Evidence, { is: 'file' }>> {
  const hash = hashBytes(new Uint8Array(bytes))
  await write(phone, async (database) => {
    if ((await database.blobs.get(hash)) !== undefined) return
    await database.blobs.put({ hash, type: 'image/jpeg', bytes, subject, state: 'waiting', savedAt: phone.clock.now() })
  })
  return { is: 'file', hash, type: 'image/jpeg', bytes: bytes.byteLength }
}

// Only the one table: reading a picture should not wait for a synchronisation.
export const readPicture = (phone: Phone, hash: string): Promise<BlobRecord | null> =>
  attempt(phone.database, async () => (await phone.database.blobs.get(hash)) ?? null)

/** The next picture to send, oldest first, of a record the server has taken; those of `leaveOut` are passed over this time. */
export const nextPicture = (phone: Phone, leaveOut: ReadonlySet<string>): Promise<BlobRecord | null> =>
  read(phone, async (database) => {
    const waiting = (await database.blobs.where('state').equals('waiting').toArray()).filter((one) => !leaveOut.has(one.hash))
    if (waiting.length === 0) return null
    const taken = new Set<string>()
    for (const op of await database.outbox.where('state').anyOf('acked', 'settled').toArray()) {
      const { evidence } = op.content.args
      if (Array.isArray(evidence))
        for (const one of evidence as readonly { readonly hash?: string }[]) if (one.hash !== undefined) taken.add(one.hash)
    }
    return waiting.filter((one) => taken.has(one.hash)).sort((a, b) => a.savedAt - b.savedAt)[0] ?? null
  })

export const pictureSent = (phone: Phone, hash: string): Promise<void> =>
  write(phone, async (database) => {
    await database.blobs.update(hash, { state: 'sent' })
  })

const KEEP_SENT_MS = 30 * 86_400_000

/** Pictures the server has had for a month make room. */
export const forgetSentPictures = (phone: Phone): Promise<void> =>
  write(phone, async (database) => {
    const before = phone.clock.now() - KEEP_SENT_MS
    const old = await database.blobs
      .where('state')
      .equals('sent')
      .filter((one) => one.savedAt < before)
      .primaryKeys()
    await database.blobs.bulkDelete(old)
  })
