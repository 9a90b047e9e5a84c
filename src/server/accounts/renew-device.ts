// A database that was copied from another phone's (整机换机, 克隆) gets a device of its own. Whoever asks must be signed in and hold
// the key of the device copied: a session alone must never be enough to sign ops. The copied device stays as it is, because its
// other holder goes on with it, and so does that one's session.

import type { DeviceRenewRequest } from '../../wire/session.ts'
import { renewalText } from '../../wire/session.ts'
import type { Asker } from '../door/asker.ts'
import { signatureHolds } from '../signature.ts'
import { signingDevices } from '../store/people.ts'
import type { AccountDeps } from './account-deps.ts'
import { withAccounts } from './accounts-door.ts'
import { no, type No } from './answers.ts'
import { enter, undone, type Entered } from './enter.ts'

export async function renewDevice(
  deps: AccountDeps,
  asker: Asker,
  { from, device, sig }: DeviceRenewRequest,
  label: string,
): Promise<Entered | No> {
  const key = (await signingDevices(deps.db, asker.district, asker.person)).get(from)
  if (key === undefined || !(await signatureHolds(key, renewalText(from, device), sig))) return no(404, 'not-found')
  return undone(withAccounts(deps.db, (tx) => enter(tx, deps.clock(), asker, device, label)))
}
