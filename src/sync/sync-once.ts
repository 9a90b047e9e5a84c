// One synchronisation: sign, then push and pull in rounds until nothing is left to say on either side. Every step may be
// killed and begun again: ops go out again under the same ids, answers settle in one transaction each.

import { subjectKey, type Subject } from '../domain/document.ts'
import { KeepingFailed } from '../storage/keeping-failed.ts'
import { giveLease, isLong, takeLease } from '../storage/lease.ts'
import { subjectOf } from '../storage/packed.ts'
import { rememberedOf } from '../storage/remembered.ts'
import { purgeSettled } from '../storage/purge.ts'
import { noteRenewed } from '../storage/renewed.ts'
import { settle } from '../storage/settle.ts'
import { isUnanswered } from '../storage/settle-results.ts'
import { leftOver, queueOf, toSend, type Position } from '../storage/to-send.ts'
import type { SignedOp } from '../wire/op.ts'
import { MOST_OPS, PAGE_BYTES, PROTOCOL, type SyncRequest, type SyncResponse } from '../wire/sync.ts'
import { Ahead, positionAfter } from './ahead.ts'
import { firstBatch, grow, halve, narrow, suitRoom } from './batch.ts'
import type { SyncCore } from './core.ts'
import type { SyncOutcome, Trouble } from './outcome.ts'
import { signUnsigned } from './sign.ts'

export interface Synced {
  readonly outcome: SyncOutcome
  /** When the server wants to hear from this phone again. */
  readonly nextAfterMs: number | null
  /** Documents that went out of scope in this synchronisation, and those kept because of unanswered ops. */
  readonly dropped: readonly string[]
  readonly kept: readonly string[]
}

/** More rounds than any honest exchange needs; what is left then waits for the next time. */
const MOST_ROUNDS = 400
const MOST_WANTED = 400
/** More than one's own dossier. */
const BULK_FROM = 2

/** 'all': asked by hand; compares everything, and does not wait for another tab (which may have died). */
export async function syncOnce(core: SyncCore, digests: 'changed' | 'all' = 'changed'): Promise<Synced> {
  try {
    if (!(await takeLease(core.phone, core.tab, digests === 'all'))) return only({ is: 'elsewhere' })
    try {
      return await rounds(core, digests)
    } finally {
      await giveLease(core.phone, core.tab)
    }
  } catch (thrown) {
    if (thrown instanceof KeepingFailed) return only({ is: 'storage', reason: thrown.reason })
    throw thrown
  }
}

const only = (outcome: SyncOutcome): Synced => ({ outcome, nextAfterMs: null, dropped: [], kept: [] })

async function rounds(core: SyncCore, digests: 'changed' | 'all'): Promise<Synced> {
  const passedOver = new Set<string>()
  const fetched = new Set<string>()
  const dropped: string[] = []
  let kept: readonly string[] = []
  let all = digests === 'all'
  let renewed = false
  const ahead = new Ahead(core)
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    await signUnsigned(core)
    const { ops: ready, position } = await toSend(core.phone, MOST_OPS, passedOver)
    const ops = firstBatch(ready, core.batch.most)
    if (!(await core.inHand())) return only({ is: 'signed-out' })
    const { said, tookMs } = await ahead.exchange({
      ...requestOf(core, position, ops, all ? 'all' : 'changed'),
      ...(await rememberedOf(core.phone, ops)),
    })
    // Answered to somebody else: nothing of it may be kept here, and nothing is lost, the ops stay pending.
    if (!(await core.inHand())) return only({ is: 'signed-out' })
    if (said.is === 'trouble') return only(said.trouble)
    if (said.is === 'smaller') {
      const stop = makeSmaller(core, ops, said.trouble, passedOver)
      if (stop !== null) return only(stop)
      continue
    }
    grow(core.batch)
    if (said.answer.bulk !== undefined) core.batch.bulk = said.answer.bulk
    if (said.answer.more) suitRoom(core.batch, tookMs)
    const next = ops.length === 0 ? positionAfter(position, said.answer) : null
    if (next !== null) ahead.ask(requestOf(core, next, [], 'changed'))
    const settled = await settle(core.phone, position, said.answer, said.texts)
    all = settled.restored
    dropped.push(...settled.dropped)
    kept = settled.kept
    if (wasCloned(said.answer)) {
      if (renewed || !(await renew(core))) return only({ is: 'problem', code: 'op.cloned-device' })
      renewed = true
    } else passOver(passedOver, ops, said.answer)
    const left = await leftOver(core.phone, passedOver)
    if (!isLong(left.lease, core.tab, core.phone.clock.now()) && !(await takeLease(core.phone, core.tab))) return only({ is: 'elsewhere' })
    if (core.phone.tooOld && left.ops.length === 0) return { ...only({ is: 'update-needed' }), dropped, kept }
    for (const one of said.answer.documents) fetched.add(subjectKey(one.subject as Subject))
    // A document fetched whole that is still unequal waits for the next time: asking again at once would go on for ever.
    const moreWanted = left.want.some((key) => !fetched.has(key))
    if (!said.answer.more && !settled.restored && left.ops.length === 0 && !moreWanted) {
      await purgeSettled(core.phone)
      return { outcome: await outcomeNow(core), nextAfterMs: said.answer.nextAfterMs, dropped, kept }
    }
  }
  return { outcome: await outcomeNow(core), nextAfterMs: null, dropped, kept }
}

const wasCloned = (answer: SyncResponse): boolean =>
  answer.results.some(({ result }) => result.is === 'refused' && result.code === 'op.cloned-device')

/** Another phone goes by the same device: from here on this one has its own, and what is unsent is signed anew. */
async function renew(core: SyncCore): Promise<boolean> {
  const signer = (await core.newDevice?.()) ?? null
  if (signer === null) return false
  core.signer = signer
  await noteRenewed(core.phone, signer.device)
  return true
}

function requestOf(core: SyncCore, position: Position, ops: SignedOp[], digests: 'changed' | 'all'): SyncRequest {
  const subjects = (keys: readonly string[]): SyncRequest['want'] => keys.slice(0, MOST_WANTED).map((key): Subject => subjectOf(key))
  return {
    protocol: PROTOCOL,
    build: core.build,
    generation: position.generation,
    cursor: position.cursor,
    held: position.held,
    want: subjects(position.want),
    opened: subjects(position.opened),
    reference: position.reference,
    ops,
    digests,
    ...(core.batch.room === PAGE_BYTES ? {} : { room: core.batch.room }),
    ...(core.batch.bulk && position.want.length >= BULK_FROM ? { bulk: true } : {}),
    ...(position.unequal.length > 0 ? { unequal: subjects(position.unequal) } : {}),
  }
}

/**
 * Ops that got no answer now (held, or their document failed) are not sent again in this synchronisation; but what comes after an op
 * that this very answer decided is: the server takes one document after another, and may have come to that one too late.
 */
function passOver(passedOver: Set<string>, ops: readonly SignedOp[], answer: SyncResponse): void {
  const answered = new Set(answer.results.filter(({ result }) => !isUnanswered(result)).map(({ op }) => op))
  for (const { content } of ops) {
    if (answered.has(content.op) || (content.after !== null && answered.has(content.after))) continue
    passedOver.add(content.op)
  }
}

/**
 * Fewer ops next time; null when there is one. A single op that cannot get through is passed over, so that it blocks no
 * other; it stays pending and visible, because only the server may refuse.
 */
function makeSmaller(core: SyncCore, ops: readonly SignedOp[], trouble: Trouble, passedOver: Set<string>): Trouble | null {
  const [single] = ops
  if (trouble.is === 'not-connected') narrow(core.batch)
  // Not asked of a server that does not know it (any more).
  core.batch.bulk = false
  if (single === undefined) return trouble
  if (ops.length > 1) halve(core.batch, ops.length)
  else passedOver.add(single.content.op)
  // A slow network is not asked again at once; the next attempt is smaller.
  return trouble.is === 'problem' ? null : trouble
}

async function outcomeNow(core: SyncCore): Promise<SyncOutcome> {
  const queue = await queueOf(core.phone)
  if (queue.waiting === 0 && queue.unseen === 0 && !queue.unsettled) return { is: 'all-synced' }
  return { is: 'synced', waiting: queue.waiting, refused: queue.refused }
}
