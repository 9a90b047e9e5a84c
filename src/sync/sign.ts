// Signing what was saved: after the save and before it leaves, because WebCrypto cannot be awaited inside a transaction.
// Ops that another device of this person signed (a new sign-in) are signed again: content is identity, signature transport.

import { signingText } from '../wire/op.ts'
import { keepSignature, unsignedOps } from '../storage/to-send.ts'
import type { SyncCore } from './core.ts'

export async function signUnsigned(core: Pick<SyncCore, 'phone' | 'signer'>): Promise<void> {
  for (const op of await unsignedOps(core.phone, core.signer.device)) {
    await keepSignature(core.phone, op, await core.signer.sign(signingText(op)))
  }
}
