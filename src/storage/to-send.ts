// What the next request carries: unanswered ops in the order they were made, and how far this phone is.

import { heldDigest } from '../wire/document-text.ts'
import type { SignedOp, UnsignedOp } from '../wire/op.ts'
import { readMeta } from './meta.ts'
import { mirrorUnsent } from './mirror.ts'
import { openedNow } from './opened.ts'
import { read, write, type Phone } from './phone.ts'
import type { OutboxRecord } from './tables.ts'

export interface Position {
  readonly generation: number | null
  readonly cursor: string | null
  readonly held: string
  readonly want: readonly string[]
  readonly opened: readonly string[]
  readonly reference: string | null
  /** Found unequal, not told yet. */
  readonly unequal: readonly string[]
}

export const positionOf = (phone: Phone): Promise<Position> => read(phone, async (database) => {
  const opened = (await readMeta(database, 'opened')) ?? {}
  const roles = (await readMeta(database, 'roles')) ?? []
  return {
    generation: (await readMeta(database, 'generation')) ?? null,
    cursor: (await readMeta(database, 'cursor')) ?? null,
    held: heldDigest(await database.documents.toCollection().primaryKeys()),
    want: (await readMeta(database, 'want')) ?? [],
    opened: roles.some((role) => role.at.kind === 'district') ? openedNow(opened, phone.clock.now()) : [],
    reference: (await database.reference.get('current'))?.hash ?? null,
    unequal: (await readMeta(database, 'unequalToTell')) ?? [],
  }
})

/** Unanswered ops without a signature of this device, oldest first. */
export const unsignedOps = (phone: Phone, device: string): Promise<UnsignedOp[]> => read(phone, async (database) => {
  const pending = await database.outbox.where('state').equals('pending').toArray()
  return pending.sort((a, b) => a.n - b.n).filter((op) => op.sig === null || op.transport.device !== device)
    .map(({ content, transport }) => ({ content, transport: { ...transport, device } }))
})

export interface Signature {
  readonly op: UnsignedOp
  readonly sig: string
}

/** Puts signatures to ops, under the device that made them; the second copy has them too. */
export async function keepSignatures(phone: Phone, signatures: readonly Signature[]): Promise<void> {
  await write(phone, async (database) => {
    for (const { op, sig } of signatures) await database.outbox.update(op.content.op, { transport: op.transport, sig })
  })
  await mirrorUnsent(phone)
}

/** Signed unanswered ops, oldest first; those of `leaveOut` are passed over (they were answered `held` this round). */
export const opsToSend = (phone: Phone, most: number, leaveOut: ReadonlySet<string>): Promise<SignedOp[]> => read(phone, async (database) => {
  const pending = await database.outbox.where('state').equals('pending').toArray()
  const ready = pending.sort((a, b) => a.n - b.n).filter((op) => !leaveOut.has(op.op))
  return ready.slice(0, most).reduce<SignedOp[]>(signed, [])
})

function signed(list: SignedOp[], { content, transport, sig }: OutboxRecord): SignedOp[] {
  if (sig !== null) list.push({ content, transport, alg: 'ES256', sig })
  return list
}

/** How many ops are unanswered, how many refusals await a choice, how many answers were not looked at. */
export interface Queue {
  readonly waiting: number
  readonly refused: number
  readonly unseen: number
  readonly lastSync: number | null
  readonly unsettled: boolean
}

export const queueOf = (phone: Phone): Promise<Queue> => read(phone, async (database) => {
  const refusedOps = await database.outbox.where('state').equals('refused').primaryKeys()
  const results = await database.results.bulkGet(refusedOps)
  const open = results.filter((one) => one !== undefined && one.choice === null)
  const adjusted = await database.results.filter((one) => one.result.is === 'adjusted' && !one.seen).count()
  const want = (await readMeta(database, 'want')) ?? []
  const suspects = (await readMeta(database, 'suspects')) ?? {}
  return {
    waiting: await database.outbox.where('state').equals('pending').count(),
    refused: open.length,
    unseen: open.filter((one) => one?.seen === false).length + adjusted,
    lastSync: (await readMeta(database, 'lastSync')) ?? null,
    unsettled: want.length > 0 || Object.keys(suspects).length > 0,
  }
})
