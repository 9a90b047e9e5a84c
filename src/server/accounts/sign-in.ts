// Signing in with a phone number or 教师编号 and a password. An unknown person, one who has not joined and a wrong password
// get the same answer after the same work; a number that several people share asks for the name and tells none.
// A try is charged before it is looked at (delays.ts); a device this person used before has a count of
// its own, so that guesses from elsewhere (or by a neighbour behind the school's one address) do not slow down its owner.

import type { SignInRequest } from '../../wire/session.ts'
import type { AccountDeps } from './account-deps.ts'
import { accountsKey, withAccounts } from './accounts-door.ts'
import { no, wait, type No } from './answers.ts'
import { charge, forgive, giveBack, PER_ACCOUNT, PER_ADDRESS } from './delays.ts'
import { isDeviceKey } from './device-key.ts'
import { isKnownDevice } from './devices.ts'
import { enter, undone, type Entered } from './enter.ts'
import { nameAsMeant, numberAsMeant, peopleWithNumber, type AccountPerson } from './people.ts'
import { isPassword, verifyNobody } from './password-hash.ts'
import { keyedHash } from './secrets.ts'

/** People of one name on one number are told apart by their passwords; more than this nobody has. */
const MOST_NAMESAKES = 3

export async function signIn(
  deps: AccountDeps,
  request: SignInRequest,
  address: string,
  label: string,
): Promise<Entered | { readonly is: 'name-needed' } | No> {
  if (!isDeviceKey(request.device.publicKey)) return no(422, 'device.bad-key', 'device')
  const { db } = deps
  const now = deps.clock()
  const key = await accountsKey(db)
  const number = numberAsMeant(request.who)
  const people = await peopleWithNumber(db, number)
  const first = people[0]
  // Asked also where there is nobody, so that it takes as long.
  const known = await isKnownDevice(
    db,
    first?.district ?? '',
    people.map((p) => p.id),
    request.device,
  )
  const addressKey = keyedHash(key, 'address', address)
  const accountKey = keyedHash(key, known ? `account of ${request.device.id}` : 'account', number.toUpperCase())

  const waitMs = (known ? 0 : await charge(db, now, addressKey, PER_ADDRESS)) || (await charge(db, now, accountKey, PER_ACCOUNT))
  if (waitMs > 0) return wait(waitMs)

  const person = await whoseIsIt(people, request)
  if (person === 'name-needed') return { is: 'name-needed' }
  if (person === null) return no(401, 'account.wrong')
  const entered = await undone(
    withAccounts(db, (tx) => enter(tx, now, { district: person.district, person: person.id }, request.device, label)),
  )
  await forgive(db, now, accountKey)
  if (!known) await giveBack(db, now, addressKey)
  return entered
}

/** Always the work of at least one password check. */
async function whoseIsIt(people: readonly AccountPerson[], request: SignInRequest): Promise<AccountPerson | 'name-needed' | null> {
  const { name } = request
  if (people.length > 1 && name === undefined) {
    await verifyNobody(request.password)
    return 'name-needed'
  }
  const meant = people.length > 1 && name !== undefined ? people.filter((p) => nameAsMeant(p.name) === nameAsMeant(name)) : people
  const joined = meant.filter((p) => p.passwordHash !== null).slice(0, MOST_NAMESAKES)
  for (const person of joined) {
    if (person.passwordHash !== null && (await isPassword(person.passwordHash, request.password))) return person
  }
  if (joined.length === 0) await verifyNobody(request.password)
  return null
}
