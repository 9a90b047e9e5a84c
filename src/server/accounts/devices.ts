// Devices: one database of one person in one browser, known by an id and a public key from the first sign-in on it.
// An id never changes its key or its person, and one that was signed off never comes back: the phone makes a new one.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { DeviceKey, DeviceList } from '../../wire/session.ts'
import type { Asker } from '../door/asker.ts'
import { rowFrom, rowsFrom, type Database, type Tx } from '../store/database.ts'
import { isDeviceKey } from './device-key.ts'

export type DeviceFault = 'device.bad-key' | 'device.other-key' | 'device.revoked'

interface Known {
  readonly person: string
  readonly public_key: string
  readonly revoked: boolean
}

const find = (db: Database | Tx, district: string, id: string): Promise<Known | null> =>
  rowFrom(
    db,
    sql<Known>`select person, public_key, revoked_at is not null as revoked from device where district = ${district} and id = ${id}`,
  )

/** Enrols the device, or finds it enrolled as it says; `label` is a word for its owner, such as 手机 or 电脑. */
export async function enrolDevice(
  tx: Tx,
  who: { district: string; person: string },
  key: DeviceKey,
  today: Day,
  label: string,
): Promise<DeviceFault | null> {
  if (!isDeviceKey(key.publicKey)) return 'device.bad-key'
  await sql`insert into device (district, id, person, public_key, since, label)
    values (${who.district}, ${key.id}, ${who.person}, ${key.publicKey}, ${today}, ${label}) on conflict do nothing`.execute(tx)
  const known = await find(tx, who.district, key.id)
  if (known === null || known.person !== who.person || known.public_key !== key.publicKey) return 'device.other-key'
  return known.revoked ? 'device.revoked' : null
}

/** Whether one of these people signed in with this device before: such a device is not slowed down by others' guesses. */
export async function isKnownDevice(db: Database, district: string, people: readonly string[], key: DeviceKey): Promise<boolean> {
  const known = await find(db, district, key.id)
  return known !== null && !known.revoked && known.public_key === key.publicKey && people.includes(known.person)
}

export async function devicesOf(db: Database, asker: Asker): Promise<DeviceList['devices']> {
  const rows = await rowsFrom(
    db,
    sql<{ id: string; since: string; label: string }>`
    select id, since, label from device where district = ${asker.district} and person = ${asker.person} and revoked_at is null order by since, id`,
  )
  return rows.map((row) => ({ ...row, thisOne: row.id === asker.device }))
}

/** False when it is not a device of this person (or is signed off already). */
export async function revokeDevice(tx: Tx, asker: Asker, id: string): Promise<boolean> {
  const row = await rowFrom(
    tx,
    sql`
    update device set revoked_at = now() where district = ${asker.district} and person = ${asker.person} and id = ${id} and revoked_at is null returning id`,
  )
  if (row === null) return false
  await sql`delete from session where district = ${asker.district} and device = ${id}`.execute(tx)
  return true
}
