// This database was found to be a copy of another phone's and has a device of its own now: told on the sync page. What is unsent is
// signed anew by the next synchronisation; content and ids of ops stay, so that nothing is lost and nothing counts twice.

import { addIncident } from './meta.ts'
import { write, type Phone } from './phone.ts'

export const noteRenewed = (phone: Phone, device: string): Promise<void> =>
  write(phone, (database) => addIncident(database, { is: 'renewed', key: device, at: phone.clock.now() }))
