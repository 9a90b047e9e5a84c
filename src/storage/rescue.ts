// The rescue file: the unanswered ops of this phone as they would be sent, signed, so that they can be handed in another way.
// Handing them in twice does nothing twice: ops are known by their ids.

import { MOST_OPS, PROTOCOL } from '../wire/sync.ts'
import { opsToSend } from './to-send.ts'
import type { Phone } from './phone.ts'

const NOTHING: ReadonlySet<string> = new Set()

/** Ops saved but not yet signed are left out: synchronise (even without a network) first, which signs them. */
export async function rescueText(phone: Phone): Promise<{ readonly text: string; readonly ops: number }> {
  const ops = await opsToSend(phone, MOST_OPS * 50, NOTHING)
  return { text: `${JSON.stringify({ file: 'yantu-rescue', version: 1, protocol: PROTOCOL, person: phone.owner.person, ops })}\n`, ops: ops.length }
}
