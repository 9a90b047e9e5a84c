// The rescue file: what is only on this phone, and what was not taken and still waits for its author's choice, as it would be
// sent, signed, so that it can be handed in another way. Handing it in twice does nothing twice: ops are known by their ids.

import type { PersonId } from '../domain/ids.ts'
import type { SignedOp } from '../wire/op.ts'
import { RESCUE_FILE, RESCUE_VERSION, type RescueFile } from '../wire/rescue.ts'
import { PROTOCOL } from '../wire/sync.ts'
import { read, type Phone } from './phone.ts'

/** `about`: in words, what the file is. Ops not yet signed are left out: synchronise (even without a network) first, which signs them. */
export async function rescueText(phone: Phone, about: string): Promise<{ readonly text: string; readonly ops: number }> {
  const ops = await unsettledSigned(phone)
  return { text: rescueFile(phone.owner.person, ops, about), ops: ops.length }
}

export function rescueFile(person: PersonId, ops: SignedOp[], about: string): string {
  const file: RescueFile = { file: RESCUE_FILE, version: RESCUE_VERSION, about, protocol: PROTOCOL, person, ops }
  return `${JSON.stringify(file)}\n`
}

const unsettledSigned = (phone: Phone): Promise<SignedOp[]> =>
  read(phone, async (database) => {
    const records = await database.outbox.where('state').anyOf('pending', 'refused').toArray()
    const results = await database.results.bulkGet(records.map((record) => record.op))
    const open = records.filter((record, i) => record.state === 'pending' || results[i]?.choice === null)
    return open
      .sort((a, b) => a.n - b.n)
      .flatMap(({ content, transport, sig }): SignedOp[] => (sig === null ? [] : [{ content, transport, alg: 'ES256', sig }]))
  })
