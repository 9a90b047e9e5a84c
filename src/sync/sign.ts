// Signing what was saved: after the save and before it leaves, because WebCrypto cannot be awaited inside a transaction.
// Ops that another device of this person signed (a new sign-in) are signed again: content is identity, signature transport.

import { signingText } from '../wire/op.ts'
import { keepSignatures, unsignedOps } from '../storage/to-send.ts'
import type { SyncCore } from './core.ts'

/** Kept together, so that signing a whole roster is a few saves; a kill in between loses no more than these. */
const AT_ONCE = 50

export async function signUnsigned(core: Pick<SyncCore, 'phone' | 'signer'>): Promise<void> {
  const ops = await unsignedOps(core.phone, core.signer.device)
  for (let i = 0; i < ops.length; i += AT_ONCE) {
    const some = ops.slice(i, i + AT_ONCE)
    await keepSignatures(core.phone, await Promise.all(some.map(async (op) => ({ op, sig: await core.signer.sign(signingText(op)) }))))
  }
}
