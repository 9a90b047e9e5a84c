// Joining with a one-time code: it greets its person, then a password is set, the device enrolled and a session begun, in
// one transaction with using up the code. A reset ends every earlier session. A demo link needs no password and stays.

import { sql } from 'kysely'
import type { JoinAnswer, JoinFinishRequest } from '../../wire/session.ts'
import { momentOf } from '../clock.ts'
import { rowFrom } from '../store/database.ts'
import type { AccountDeps } from './account-deps.ts'
import { accountsKey, withAccounts } from './accounts-door.ts'
import { no, wait, type No } from './answers.ts'
import { charge, CODES_PER_ADDRESS, giveBack } from './delays.ts'
import { isDeviceKey } from './device-key.ts'
import { CannotEnter, enter, undone, type Entered } from './enter.ts'
import { findInvite, useInvite, type Invite } from './invites.ts'
import { hashPassword } from './password-hash.ts'
import { passwordFault } from './password-rules.ts'
import { homeSchools, peopleById, setPassword } from './people.ts'
import { keyedHash } from './secrets.ts'
import { endSessionsOf } from './sessions.ts'

/** The code's invite; guesses are slowed down by address, right codes are not counted. */
async function readCode(deps: AccountDeps, code: string, address: string): Promise<Invite | No> {
  const now = deps.clock()
  const key = await accountsKey(deps.db)
  const addressKey = keyedHash(key, 'code from', address)
  const waitMs = await charge(deps.db, now, addressKey, CODES_PER_ADDRESS)
  if (waitMs > 0) return wait(waitMs)
  const invite = await findInvite(deps.db, key, now, code)
  if (invite === null) return no(404, 'code.invalid', 'code')
  await giveBack(deps.db, now, addressKey)
  return invite
}

export async function greet(deps: AccountDeps, code: string, address: string): Promise<JoinAnswer | No> {
  const invite = await readCode(deps, code, address)
  if ('is' in invite) return invite
  const { day } = momentOf(deps.clock())
  const person = await rowFrom(
    deps.db,
    sql<{ name: string }>`select name from person where district = ${invite.district} and id = ${invite.person}`,
  )
  const homes = await homeSchools(deps.db, invite.district, [invite.person], day)
  return {
    name: person?.name ?? '',
    school: homes.get(invite.person)?.name ?? null,
    reset: invite.purpose === 'reset',
    demo: invite.purpose === 'demo',
  }
}

export async function finishJoining(deps: AccountDeps, request: JoinFinishRequest, address: string, label: string): Promise<Entered | No> {
  if (!isDeviceKey(request.device.publicKey)) return no(422, 'device.bad-key', 'device')
  const invite = await readCode(deps, request.code, address)
  if ('is' in invite) return invite
  const [person] = await peopleById(deps.db, invite.district, [invite.person])
  if (person === undefined) return no(404, 'code.invalid', 'code')
  const hash = invite.purpose === 'demo' ? null : await newPassword(request.password ?? '', person)
  if (hash !== null && typeof hash !== 'string') return hash
  const now = deps.clock()
  const key = await accountsKey(deps.db)
  return undone(
    withAccounts(deps.db, async (tx) => {
      if ((await useInvite(tx, key, now, request.code)) === null) throw new CannotEnter(no(404, 'code.invalid', 'code'))
      if (hash !== null) {
        await setPassword(tx, person, hash, now)
        await endSessionsOf(tx, person.district, person.id, null)
      }
      return enter(tx, now, { district: person.district, person: person.id }, request.device, label)
    }),
  )
}

/** The hash of a password that is taken, or why it is not. */
export async function newPassword(password: string, owner: Parameters<typeof passwordFault>[1]): Promise<string | No> {
  const fault = passwordFault(password, owner)
  return fault === null ? hashPassword(password) : no(422, fault, 'password')
}
