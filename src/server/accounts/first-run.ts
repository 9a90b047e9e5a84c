// The first run: whoever reads the code that the server printed on an empty database sets the district up and becomes its
// administrator, or fills it with the demo. The code is new at each start, kept as a keyed hash, and gone once used.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DistrictId, PersonId, RowId } from '../../domain/ids.ts'
import { codeAsMeant, type DemoAnswer, type FirstRunRequest, type FirstRunState } from '../../wire/session.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { rowFrom, type Database, type Tx } from '../store/database.ts'
import { foundDistrict } from '../sync/found.ts'
import { applyOnBehalf } from '../sync/on-behalf.ts'
import type { AccountDeps } from './account-deps.ts'
import { accountsKey } from './accounts-door.ts'
import { no, wait, type No } from './answers.ts'
import { charge, CODES_PER_ADDRESS, giveBack } from './delays.ts'
import { isDeviceKey } from './device-key.ts'
import { CannotEnter, enter, undone, type Entered } from './enter.ts'
import { newPassword } from './join.ts'
import { numberAsMeant, setPassword } from './people.ts'
import { grouped, keyedHash, newFirstRunCode } from './secrets.ts'

export async function isEmpty(db: Database | Tx): Promise<boolean> {
  return (await rowFrom(db, sql`select 1 from district limit 1`)) === null
}

/** At every start: a new code to print while the database is empty, else null. */
export async function prepareFirstRun(db: Database): Promise<string | null> {
  if (!(await isEmpty(db))) return null
  const code = grouped(newFirstRunCode(), 4)
  const hash = hashOf(await accountsKey(db), code)
  await sql`insert into first_run (code_hash) values (${hash}) on conflict (only_one) do update set code_hash = excluded.code_hash`.execute(
    db,
  )
  return code
}

const hashOf = (key: Uint8Array, typed: string): string => keyedHash(key, 'first run', codeAsMeant(typed))

export async function firstRunState(deps: AccountDeps): Promise<FirstRunState> {
  const empty = await isEmpty(deps.db)
  return { empty, districts: empty ? deps.districts.map(({ code, name }) => ({ code, name })) : [], demo: empty && deps.fillDemo !== null }
}

async function checkCode(deps: AccountDeps, typed: string, address: string): Promise<No | null> {
  if (!(await isEmpty(deps.db))) return no(409, 'first-run.over')
  const key = await accountsKey(deps.db)
  const addressKey = keyedHash(key, 'first run from', address)
  const waitMs = await charge(deps.db, deps.clock(), addressKey, CODES_PER_ADDRESS)
  if (waitMs > 0) return wait(waitMs)
  const right = await rowFrom(deps.db, sql`select 1 from first_run where code_hash = ${hashOf(key, typed)}`)
  if (right === null) return no(404, 'code.invalid', 'code')
  await giveBack(deps.db, deps.clock(), addressKey)
  return null
}

/** 建立本区. District, administrator, password, device and session begin together or not at all. */
export async function setUpDistrict(deps: AccountDeps, request: FirstRunRequest, address: string, label: string): Promise<Entered | No> {
  const wrong = await checkCode(deps, request.code, address)
  if (wrong !== null) return wrong
  const offer = deps.districts.find((d) => d.code === request.district)
  if (offer === undefined) return no(422, 'first-run.unknown-district', 'district')
  const phone = numberAsMeant(request.phone)
  if (!/^1\d{10}$/.test(phone)) return no(422, 'first-run.bad-phone', 'phone')
  if (!isDeviceKey(request.device.publicKey)) return no(422, 'device.bad-key', 'device')
  const staffNumber = request.staffNumber === undefined || request.staffNumber === '' ? null : numberAsMeant(request.staffNumber)
  const hash = await newPassword(request.password, { name: request.name, phone, staffNumber })
  if (typeof hash !== 'string') return hash

  const district = offer.code as DistrictId
  const admin = { id: randomUUID() as string as PersonId, name: request.name, staffNumber }
  const key = await accountsKey(deps.db)
  const entered = await undone(
    withServer(deps.db, { district, person: admin.id }, async (tx) => {
      const used = await rowFrom(tx, sql`delete from first_run where code_hash = ${hashOf(key, request.code)} returning 1 as used`)
      if (used === null || !(await isEmpty(tx))) throw new CannotEnter(no(409, 'first-run.over'))
      await foundDistrict(tx, deps, { district, code: offer.code, name: offer.name, admin, role: randomUUID() as string as RowId })
      await sql`update person set phone = ${phone} where district = ${district} and id = ${admin.id}`.execute(tx)
      await setPassword(tx, { district, id: admin.id }, hash, deps.clock())
      return enter(tx, deps.clock(), { district, person: admin.id }, request.device, label)
    }),
  )
  if (entered.is === 'in') await beOfficerToo(deps, district, admin)
  return entered
}

/** The first person also does the district's daily work until they name others: by the verb, as administrator. */
async function beOfficerToo(deps: AccountDeps, district: DistrictId, admin: { id: PersonId; name: string }): Promise<void> {
  const args = { person: admin.id, personName: admin.name, role: 'district-officer', from: momentOf(deps.clock()).day, to: null }
  const op = {
    op: randomUUID(),
    actor: admin.id,
    subject: { kind: 'district' as const, id: district },
    verb: 'grant-role',
    v: 1,
    base: null,
    after: null,
    args,
  }
  const [answer] = await applyOnBehalf(deps, { district, actor: admin, device: 'first-run' }, [op])
  if (answer?.result.is !== 'applied')
    throw new Error(`the first administrator did not become district officer: ${JSON.stringify(answer?.result)}`)
}

/**
 * 先看示例. The code is taken first, so that nobody sets up a district meanwhile; where the filling breaks off, the next start
 * clears it away and prints a new code.
 */
export async function setUpDemo(deps: AccountDeps, code: string, address: string, origin: string): Promise<DemoAnswer | No> {
  if (deps.fillDemo === null) return no(404, 'not-found')
  const wrong = await checkCode(deps, code, address)
  if (wrong !== null) return wrong
  const key = await accountsKey(deps.db)
  const taken = await rowFrom(deps.db, sql`delete from first_run where code_hash = ${hashOf(key, code)} returning 1 as taken`)
  return taken === null ? no(409, 'first-run.over') : { people: await deps.fillDemo(origin) }
}
