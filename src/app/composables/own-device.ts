// A device of its own for a database that was copied from another phone's (整机换机、克隆): the server is shown both keys, the copied
// one stays with the other phone. The session that comes with it is a new one, so that neither signs the other out.

import type { DeviceKeys } from '../../storage/device.ts'
import { publicKeyText, signText } from '../../storage/sign.ts'
import { tell } from '../../sync/ask.ts'
import type { Signer } from '../../sync/core.ts'
import { renewalText, SignedIn } from '../../wire/session.ts'
import { deviceStore } from './device.ts'

export const signerWith = (keys: DeviceKeys): Signer => ({ device: keys.device, sign: (text) => signText(keys, text) })

/** `copied`: the device that turned out to be another phone's too. Null where the server cannot be asked or says no. */
export async function ownDevice(account: string, copied: string): Promise<Signer | null> {
  const store = deviceStore()
  const held = (await store.accounts()).find((one) => one.key === account)
  const keys = held === undefined ? null : await store.keysOf(held.device)
  if (held === undefined || keys === null) return null
  // Another tab was faster.
  if (keys.device !== copied) return signerWith(keys)
  const fresh = await store.newKeys()
  const device = { id: fresh.device, publicKey: await publicKeyText(fresh) }
  const said = await tell('/api/devices/renew', { from: copied, device, sig: await signText(keys, renewalText(copied, device)) }, SignedIn)
  if (said.is !== 'answer') return null
  await store.cameIn(said.answer.session, fresh.device, held.who)
  return signerWith(fresh)
}
