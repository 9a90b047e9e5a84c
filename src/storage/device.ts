// What this phone knows before anybody's database is open: which accounts exist here, each with its device id and its
// non-extractable P-256 key, and who is in hand now. A key never leaves; the browser signs with it.

import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { SessionInfo } from '../wire/session.ts'
import { attempt } from './attempt.ts'
import { charged, fits, makeLock, MOST_WRONG, waitOf, type Lock, type Tried } from './lock.ts'
import { uuidv7 } from './uuid.ts'
import type { Clock, Random } from './clock.ts'

export interface DeviceKeys {
  readonly device: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
}

/** An account on this phone, as the server last described it: enough to open the app without a network. */
export interface Account {
  /** 'district:person' */
  readonly key: string
  readonly session: SessionInfo
  /** What was typed to sign in, so that the same device is used again. */
  readonly who: string | null
  readonly device: string
  /** What its password must fit to open it without a network after it was left; absent where none was ever typed here. */
  lock?: Lock
}

class DeviceDatabase extends Dexie {
  declare readonly keys: Table<DeviceKeys, string>
  declare readonly accounts: Table<Account, string>
  declare readonly hand: Table<{ readonly id: 'current'; readonly account: string }, string>

  constructor(options: DexieOptions) {
    super('yantu-device', { ...options, chromeTransactionDurability: 'strict' })
    this.version(1).stores({ keys: 'device', accounts: 'key', hand: 'id' })
  }
}

export interface DeviceStore {
  /** Keys to sign in with: those of the account known under `who`, else new ones. */
  keysFor(who: string | null): Promise<DeviceKeys>
  newKeys(): Promise<DeviceKeys>
  keysOf(device: string): Promise<DeviceKeys | null>
  /** Remembers who came in with which device, and puts them in hand. A device used before by the account is let go. */
  cameIn(session: SessionInfo, device: string, who: string | null): Promise<Account>
  /** The account as the server describes it now. */
  renew(session: SessionInfo): Promise<void>
  current(): Promise<Account | null>
  accounts(): Promise<Account[]>
  /** Puts an account of this phone in hand. */
  takeUp(account: string): Promise<void>
  /** From now on this password opens the account on this phone, also without a network. */
  keepLock(account: string, password: string): Promise<void>
  /** The server says that this password is not the account's: a lock that it would open is an old one, and goes. */
  dropLockOf(account: string, password: string): Promise<void>
  /** Puts an account that was left in hand again, by its password alone. */
  unlock(account: string, password: string): Promise<Tried>
  /** Nobody is in hand; accounts and what they have not sent stay. */
  putDown(): Promise<void>
  close(): void
}

export const accountKey = (district: string, person: string): string => `${district}:${person}`

export function openDevice(clock: Clock, random: Random, options: DexieOptions = {}): DeviceStore {
  const database = new DeviceDatabase(options)
  const doing = <T>(work: () => PromiseLike<T>): Promise<T> => attempt(database, work)
  const keysOf = (device: string): Promise<DeviceKeys | null> => doing(async () => (await database.keys.get(device)) ?? null)

  async function newKeys(): Promise<DeviceKeys> {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    const keys: DeviceKeys = { device: uuidv7(clock, random), publicKey: pair.publicKey, privateKey: pair.privateKey }
    await doing(() => database.keys.put(keys))
    return keys
  }

  return {
    newKeys,
    keysOf,
    async keepLock(account, password) {
      // Outside the transaction: WebCrypto cannot be awaited inside one.
      const lock = await makeLock(password, random)
      await doing(() => database.accounts.update(account, { lock }))
    },
    async dropLockOf(account, password) {
      const lock = (await doing(() => database.accounts.get(account)))?.lock
      if (lock !== undefined && (await fits(lock, password)))
        await doing(() =>
          database.accounts
            .where('key')
            .equals(account)
            .modify((one) => {
              delete one.lock
            }),
        )
    },
    async unlock(account, password) {
      const now = clock.now()
      const lock = await doing(() =>
        database.transaction('rw', database.accounts, async () => {
          const found = (await database.accounts.get(account))?.lock ?? null
          if (found !== null && found.wrong < MOST_WRONG && waitOf(found, now) === 0)
            await database.accounts.update(account, { lock: charged(found, now) })
          return found
        }),
      )
      if (lock === null || lock.wrong >= MOST_WRONG) return { is: 'server-only' }
      const ms = waitOf(lock, now)
      if (ms > 0) return { is: 'wait', ms }
      if (!(await fits(lock, password))) return lock.wrong + 1 >= MOST_WRONG ? { is: 'server-only' } : { is: 'wrong' }
      await doing(() =>
        database.transaction('rw', database.accounts, database.hand, async () => {
          await database.accounts.update(account, { lock: { ...lock, wrong: 0, notBefore: 0 } })
          await database.hand.put({ id: 'current', account })
        }),
      )
      return { is: 'opened' }
    },
    async keysFor(who) {
      const known = who === null ? undefined : (await doing(() => database.accounts.toArray())).find((one) => one.who === who)
      return (known === undefined ? null : await keysOf(known.device)) ?? newKeys()
    },
    cameIn: (session, device, who) =>
      doing(() =>
        database.transaction('rw', database.keys, database.accounts, database.hand, async () => {
          const key = accountKey(session.district.id, session.person)
          const before = await database.accounts.get(key)
          if (before !== undefined && before.device !== device) await database.keys.delete(before.device)
          const account: Account = {
            key,
            session,
            device,
            who: who ?? before?.who ?? null,
            ...(before?.lock === undefined ? {} : { lock: before.lock }),
          }
          await database.accounts.put(account)
          await database.hand.put({ id: 'current', account: key })
          return account
        }),
      ),
    renew: (session) =>
      doing(async () => {
        await database.accounts.update(accountKey(session.district.id, session.person), { session })
      }),
    current: () =>
      doing(async () => {
        const hand = await database.hand.get('current')
        return hand === undefined ? null : ((await database.accounts.get(hand.account)) ?? null)
      }),
    accounts: () => doing(() => database.accounts.toArray()),
    takeUp: (account) =>
      doing(async () => {
        await database.hand.put({ id: 'current', account })
      }),
    putDown: () => doing(() => database.hand.delete('current')),
    close: () => {
      database.close()
    },
  }
}
