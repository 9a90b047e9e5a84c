// What the next request carries: unanswered ops in the order they were made, and how far this phone is.

import { heldDigest } from '../wire/document-text.ts'
import type { SignedOp, UnsignedOp } from '../wire/op.ts'
import { openMetas, type Lease } from './meta.ts'
import { mirrorUnsent } from './mirror.ts'
import { openedNow } from './opened.ts'
import type { YantuDatabase } from './database.ts'
import { read, write, type Phone } from './phone.ts'
import type { OutboxRecord } from './tables.ts'

export interface Position {
  readonly generation: number | null
  readonly cursor: string | null
  /** Of the documents held. */
  readonly keys: readonly string[]
  readonly held: string
  readonly want: readonly string[]
  readonly opened: readonly string[]
  readonly reference: string | null
  /** Found unequal, not told yet. */
  readonly unequal: readonly string[]
}

async function positionOf(phone: Phone, database: YantuDatabase): Promise<Position> {
  const [metas, keys] = await Promise.all([openMetas(database), database.documents.toCollection().primaryKeys()])
  const atDistrict = (metas.get('roles') ?? []).some((role) => role.at.kind === 'district')
  return {
    generation: metas.get('generation') ?? null,
    cursor: metas.get('cursor') ?? null,
    keys,
    held: heldDigest(keys),
    want: metas.get('want') ?? [],
    opened: atDistrict ? openedNow(metas.get('opened') ?? {}, phone.clock.now()) : [],
    reference: metas.get('referenceHash') ?? (await database.reference.get('current'))?.hash ?? null,
    unequal: metas.get('unequalToTell') ?? [],
  }
}

/** Unanswered ops without a signature of this device, oldest first. */
export const unsignedOps = (phone: Phone, device: string): Promise<UnsignedOp[]> =>
  read(phone, async (database) => {
    const pending = await database.outbox.where('state').equals('pending').toArray()
    return pending
      .sort((a, b) => a.n - b.n)
      .filter((op) => op.sig === null || op.transport.device !== device)
      .map(({ content, transport }) => ({ content, transport: { ...transport, device } }))
  })

export interface Signature {
  readonly op: UnsignedOp
  readonly sig: string
}

/** Puts signatures to ops, under the device that made them; the second copy has them too. */
export async function keepSignatures(phone: Phone, signatures: readonly Signature[]): Promise<void> {
  await write(phone, async (database) => {
    const records = await database.outbox.bulkGet(signatures.map(({ op }) => op.content.op))
    const signed = signatures.flatMap(({ op, sig }, i) => {
      const record = records[i]
      return record === undefined ? [] : [{ ...record, transport: op.transport, sig }]
    })
    await database.outbox.bulkPut(signed)
  })
  await mirrorUnsent(phone)
}

export interface ToSend {
  /** Signed unanswered ops, oldest first; those of `leaveOut` are passed over (they were answered `held` this round). */
  readonly ops: readonly SignedOp[]
  readonly position: Position
}

export const toSend = (phone: Phone, most: number, leaveOut: ReadonlySet<string>): Promise<ToSend> =>
  read(phone, async (database) => {
    const [ops, position] = await Promise.all([opsToSend(database, most, leaveOut), positionOf(phone, database)])
    return { ops, position }
  })

/** What another round would be for: an op that can go now, documents asked for; and who may make it. */
export const leftOver = (
  phone: Phone,
  leaveOut: ReadonlySet<string>,
): Promise<{ readonly ops: readonly SignedOp[]; readonly want: readonly string[]; readonly lease: Lease | undefined }> =>
  read(phone, async (database) => {
    const [ops, metas] = await Promise.all([opsToSend(database, 1, leaveOut), openMetas(database)])
    return { ops, want: metas.get('want') ?? [], lease: metas.get('lease') }
  })

async function opsToSend(database: YantuDatabase, most: number, leaveOut: ReadonlySet<string>): Promise<SignedOp[]> {
  const pending = await database.outbox.where('state').equals('pending').toArray()
  const ready = pending.sort((a, b) => a.n - b.n).filter((op) => !leaveOut.has(op.op))
  return ready.slice(0, most).reduce<SignedOp[]>(signed, [])
}

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

export const queueOf = (phone: Phone): Promise<Queue> =>
  read(phone, async (database) => {
    const [refusedOps, waiting, results, metas] = await Promise.all([
      database.outbox.where('state').equals('refused').primaryKeys(),
      database.outbox.where('state').equals('pending').count(),
      database.results.toArray(),
      openMetas(database),
    ])
    const refused = new Set(refusedOps)
    const open = results.filter((one) => refused.has(one.op) && one.choice === null)
    const adjusted = results.filter((one) => one.result.is === 'adjusted' && !one.seen).length
    return {
      waiting,
      refused: open.length,
      unseen: open.filter((one) => !one.seen).length + adjusted,
      lastSync: metas.get('lastSync') ?? null,
      unsettled: (metas.get('want') ?? []).length > 0 || Object.keys(metas.get('suspects') ?? {}).length > 0,
    }
  })
