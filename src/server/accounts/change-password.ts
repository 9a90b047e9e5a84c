// A signed-in person sets a new password, showing the old one: somebody else's hand on an open phone is not enough.
// All other sessions of the person end; codes for a reset that were not used become invalid.

import { sql } from 'kysely'
import type { PasswordRequest } from '../../wire/session.ts'
import type { Asker } from '../door/asker.ts'
import type { AccountDeps } from './account-deps.ts'
import { accountsKey, withAccounts } from './accounts-door.ts'
import { no, wait, type No } from './answers.ts'
import { charge, forgive, PER_ACCOUNT } from './delays.ts'
import { newPassword } from './join.ts'
import { isPassword } from './password-hash.ts'
import { peopleById, setPassword } from './people.ts'
import { keyedHash } from './secrets.ts'
import { endSessionsOf } from './sessions.ts'

export async function changePassword(
  deps: AccountDeps,
  asker: Asker,
  sessionHash: string | null,
  request: PasswordRequest,
): Promise<No | null> {
  const now = deps.clock()
  const triesKey = keyedHash(await accountsKey(deps.db), 'change', `${asker.district}/${asker.person}`)
  const waitMs = await charge(deps.db, now, triesKey, PER_ACCOUNT)
  if (waitMs > 0) return wait(waitMs)
  const [person] = await peopleById(deps.db, asker.district, [asker.person])
  const right = person !== undefined && person.passwordHash !== null && (await isPassword(person.passwordHash, request.current))
  if (!right) return no(422, 'password.wrong', 'current')
  await forgive(deps.db, now, triesKey)
  const hash = await newPassword(request.next, person)
  if (typeof hash !== 'string') return hash
  await withAccounts(deps.db, async (tx) => {
    await setPassword(tx, person, hash, now)
    await endSessionsOf(tx, asker.district, asker.person, sessionHash)
    await sql`update invite set replaced = true where district = ${asker.district} and person = ${asker.person} and used_at is null`.execute(
      tx,
    )
  })
  return null
}
