// The queue as people see it: what is only on this phone, and what came back and waits for its author's choice.
// Nothing leaves this list by itself: an op goes when the server has answered, a refusal when its author has chosen.

import type { OpResult } from '../wire/result.ts'
import type { YantuDatabase } from './database.ts'
import type { OutboxRecord, ResultRecord } from './tables.ts'

export interface PendingOp {
  readonly op: string
  /** Subject key ('teacher:ID') and row it is about. */
  readonly key: string
  readonly row: string
  readonly verb: string
  readonly args: Readonly<Record<string, unknown>>
  /** When it was saved, as the phone's clock said ('YYYY-MM-DDTHH:MM:SS'). */
  readonly savedAt: string
  /** Waits for this op, which has not been answered yet; else null. */
  readonly waitsFor: string | null
  /** Confirmed once, and sent again because the server came back from a backup; it may wait for other phones. */
  readonly again: boolean
}

/** A refusal (reason at the field), or an op overtaken by a change of the row (stale). */
export interface Refusal extends PendingOp {
  readonly result: Extract<OpResult, { is: 'refused' | 'stale' }>
  readonly seen: boolean
}

/** Took effect with the server's value: said once, then `seen`. */
export interface Adjustment extends PendingOp {
  readonly result: Extract<OpResult, { is: 'adjusted' }>
}

export interface OutboxView {
  readonly pending: readonly PendingOp[]
  readonly refusals: readonly Refusal[]
  readonly adjustments: readonly Adjustment[]
}

const opOf = (record: OutboxRecord): PendingOp => ({
  op: record.op,
  key: record.key,
  row: record.row,
  verb: record.content.verb,
  args: record.content.args,
  savedAt: record.transport.at.clock,
  waitsFor: null,
  again: record.state === 'pending' && record.ackedAt !== null,
})

const byNumber = (a: OutboxRecord, b: OutboxRecord): number => a.n - b.n

export async function pendingOf(database: YantuDatabase): Promise<PendingOp[]> {
  const records = (await database.outbox.where('state').equals('pending').toArray()).sort(byNumber)
  const waiting = new Set(records.map((record) => record.op))
  return records.map((record) => {
    const { after } = record.content
    return { ...opOf(record), waitsFor: after !== null && waiting.has(after) ? after : null }
  })
}

/** Refusals still without a choice, oldest first. */
export async function refusalsOf(database: YantuDatabase): Promise<Refusal[]> {
  const records = (await database.outbox.where('state').equals('refused').toArray()).sort(byNumber)
  const results = await database.results.bulkGet(records.map((record) => record.op))
  const open: Refusal[] = []
  records.forEach((record, i) => {
    const found = results[i]
    if (found === undefined || found.choice !== null) return
    if (found.result.is === 'refused' || found.result.is === 'stale') open.push({ ...opOf(record), result: found.result, seen: found.seen })
  })
  return open
}

export async function outboxView(database: YantuDatabase): Promise<OutboxView> {
  const unseen = await database.results.filter((one: ResultRecord) => one.result.is === 'adjusted' && !one.seen).toArray()
  const records = await database.outbox.bulkGet(unseen.map((one) => one.op))
  const adjustments: Adjustment[] = []
  unseen.forEach((one, i) => {
    const record = records[i]
    if (record !== undefined && one.result.is === 'adjusted') adjustments.push({ ...opOf(record), result: one.result })
  })
  return { pending: await pendingOf(database), refusals: await refusalsOf(database), adjustments }
}
