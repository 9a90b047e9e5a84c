// Handing in the ops of others (救援文件): each is proven by the key of the device it was made on, which must be registered
// to the actor it names and not signed off, and then runs as that actor with the rights they have now. Who carries it lends
// no right and takes none. What cannot be proven is refused, not stored, and noted under the one who handed it in.

import type { PersonId } from '../../domain/ids.ts'
import type { Asker } from '../door/asker.ts'
import { withAsker } from '../door/door.ts'
import { securityEvent } from '../store/ops.ts'
import { signingDevices } from '../store/people.ts'
import type { SyncDeps } from './deps.ts'
import { pushReceived } from './push.ts'
import { receive, refusal, type OpAnswer, type Received, type ReceivedOp } from './receive.ts'

type Refused = Extract<Received, { is: 'refused' }>

export async function handIn(deps: SyncDeps, carrier: Asker, rawOps: readonly unknown[]): Promise<OpAnswer[]> {
  const answers: OpAnswer[] = []
  const proven = new Map<PersonId, ReceivedOp[]>()
  const suspect: Refused[] = []
  const known = new Map<string, ReadonlyMap<string, string>>()
  for (const raw of rawOps) {
    const actor = actorOf(raw)
    const devices = known.get(actor) ?? (await signingDevices(deps.db, carrier.district, actor))
    known.set(actor, devices)
    const received = await receive(raw, actor, devices)
    if (received.is === 'refused') {
      answers.push({ op: received.op, result: refusal(received.code) })
      if (received.code === 'op.bad-signature') suspect.push(received)
    } else if (received.is === 'received') {
      proven.set(actor, [...(proven.get(actor) ?? []), received.op])
    }
  }
  if (suspect.length > 0) {
    await withAsker(deps.db, deps.clock, carrier, async ({ tx }) => {
      for (const { code, device, op } of suspect) await securityEvent(tx, code, device, op)
    })
  }
  for (const [person, ops] of proven) answers.push(...(await pushReceived(deps, { district: carrier.district, person, device: null }, ops)))
  return answers
}

/** Whom an op says it is by; '' where it says nothing, which no device is registered to. */
function actorOf(raw: unknown): PersonId {
  const content = typeof raw === 'object' && raw !== null && 'content' in raw ? raw.content : null
  const actor = typeof content === 'object' && content !== null && 'actor' in content ? content.actor : null
  return (typeof actor === 'string' && /^[\w.:-]{1,64}$/.test(actor) ? actor : '') as PersonId
}
