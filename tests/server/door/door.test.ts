import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { withAsker, withServer, type Visit } from '../../../src/server/door/door.ts'
import { connect, rowsFrom, type Tx } from '../../../src/server/store/database.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

// The second wall: whatever the code inside a visit asks for, the database shows and takes only what is in scope.
let w: World
let mine: SchoolId
let theirs: SchoolId
let near: PersonId
let far: PersonId
let teacher: Device
let officer: Device
let districtOfficer: Device

beforeAll(async () => {
  w = await world()
  mine = await w.school('实验小学')
  theirs = await w.school('解放小学')
  near = await w.teacher('近处', mine)
  far = await w.teacher('远处', theirs)
  const wang = await w.teacher('王建国', mine)
  await w.role(wang, '王建国', 'officer', { kind: 'school', id: mine })
  const liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  teacher = await w.device(near)
  officer = await w.device(wang)
  districtOfficer = await w.device(liu)
  await teacher.sync([teacher.op({ kind: 'teacher', id: near }, 'claim-hours', claim())])
})
afterAll(() => w.close())

const visit = <T>(device: Device, work: (visit: Visit) => Promise<T>): Promise<T> => withAsker(w.db, () => w.now, device.asker, work)
const column = (device: Device, table: string, name: string): Promise<string[]> =>
  visit(device, async ({ tx }) =>
    (await rowsFrom(tx, sql<{ v: string }>`select distinct ${sql.ref(name)} as v from ${sql.table(table)} order by 1`)).map((r) => r.v),
  )

describe('the door, with every check of the application switched off', () => {
  test('a teacher reads no row of anybody else', async () => {
    for (const table of ['document', 'document_row']) expect(await column(teacher, table, 'subject_id')).toEqual([near])
    expect(await column(teacher, 'standing', 'person')).toEqual([near])
    expect(await column(teacher, 'posting', 'person')).toEqual([near])
    expect(await column(teacher, 'person', 'id')).toEqual([near])
    expect(await column(teacher, 'op_log', 'actor')).toEqual([near])
    expect(await column(teacher, 'device', 'person')).toEqual([near])
  })

  test('an officer reads the school’s rows and no other school’s', async () => {
    expect(await column(officer, 'document_row', 'subject_id')).toEqual([mine, near, officer.person].sort())
    expect(await column(officer, 'standing', 'person')).toEqual([near, officer.person].sort())
    expect(await column(officer, 'op_log', 'actor')).toEqual([])
  })

  test('what runs with its owner’s rights is led to no table of anybody’s own making', async () => {
    const found = await rowsFrom(
      w.db,
      sql<{
        name: string
        config: string[] | null
      }>`select proname as name, proconfig as config from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    )
    expect(found.length).toBeGreaterThan(4)
    for (const { name, config } of found) expect(config, name).toContain('search_path=public, pg_temp')
  })

  test('a district role reads the whole district', async () => {
    expect(await column(districtOfficer, 'document', 'subject_id')).toEqual(expect.arrayContaining([mine, theirs, near, far]))
  })

  test('nobody reads secrets, phone numbers, or other people’s devices and results', async () => {
    for (const statement of [
      'select * from server_secret',
      'select phone from person',
      'select id_hash from person',
      'select * from security_event',
      'select * from person',
    ]) {
      await expect(visit(districtOfficer, ({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/)
    }
  })

  test('nothing outside scope is written, changed or removed', async () => {
    const row = (subject: string) => sql`insert into document_row (district, subject_kind, subject_id, id, kind, change, content)
      values (${w.district}, 'teacher', ${subject}, ${w.uuid()}, 'hours', 1, '[]')`
    await expect(visit(teacher, ({ tx }) => row(far).execute(tx))).rejects.toThrow(/row-level security/)
    await expect(visit(officer, ({ tx }) => row(far).execute(tx))).rejects.toThrow(/row-level security/)
    for (const device of [teacher, officer]) {
      const changed = await visit(device, ({ tx }) => sql`update document set digest = 'x' where subject_id = ${far}`.execute(tx))
      expect(Number(changed.numAffectedRows)).toBe(0)
    }
    for (const table of ['document', 'document_row', 'op_log', 'standing', 'membership', 'school', 'person', 'district']) {
      await expect(visit(districtOfficer, ({ tx }) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow(
        /permission denied/,
      )
    }
  })

  test('roles, standings, results and the counter are not written past their functions', async () => {
    const statements = [
      sql`insert into membership (district, row_id, person, person_name, role, at_kind, at_id, from_day) values (${w.district}, 'x', ${near}, 'x', 'admin', 'district', ${w.district}, '2020-01-01')`,
      sql`update district set head = 0`,
      sql`update standing set body = '{}'`,
      sql`update op_log set result = '{}'`,
      sql`update person set name = 'x'`,
    ]
    for (const statement of statements) await expect(visit(teacher, ({ tx }) => statement.execute(tx))).rejects.toThrow(/permission denied/)
  })

  test('the functions themselves refuse what is out of reach', async () => {
    const file = JSON.stringify({
      kind: 'district',
      id: w.district,
      school: null,
      roles: [{ row: 'x', person: near, name: 'x', role: 'admin', from: '2020-01-01', to: null }],
      activities: [],
      settings: [],
    })
    await expect(visit(teacher, ({ tx }) => sql`select yantu_project_file(${file}::jsonb)`.execute(tx))).rejects.toThrow(/outside scope/)
    const standing = JSON.stringify([{ person: far, name: 'x', staffNumber: null, policy: 'x', standing: '{}', posts: [] }])
    await expect(visit(teacher, ({ tx }) => sql`select yantu_project_teachers(${standing}::jsonb, 1::bigint)`.execute(tx))).rejects.toThrow(
      /outside scope/,
    )
  })

  test('a connection given back to the pool knows nobody', async () => {
    await visit(teacher, () => Promise.resolve())
    const [left] = await rowsFrom(
      w.db,
      sql<{
        person: string | null
        role: string
      }>`select nullif(current_setting('yantu.person', true), '') as person, current_user as role`,
    )
    expect(left?.person).toBeNull()
    expect(left?.role).not.toBe('yantu_app')
  })

  test('the restricted role without a scope sees nothing at all', async () => {
    const rows = await w.db.transaction().execute(async (tx) => {
      await sql`set local role yantu_app`.execute(tx)
      return rowsFrom(
        tx,
        sql`select 1 from document union all select 1 from document_row union all select 1 from standing union all select 1 from membership`,
      )
    })
    expect(rows).toEqual([])
  })

  test('a statement that was planned for the server, or for somebody else, shows each only their own', async () => {
    const one = connect(w.url, 1)
    const asked = (tx: Tx): Promise<string[]> =>
      rowsFrom(
        tx,
        sql<{
          id: string
        }>`select subject_id as id from document where district = ${w.district} and subject_kind = ${'teacher'} order by 1`,
      ).then((rows) => rows.map((r) => r.id))
    const as = (device: Device): Promise<string[]> =>
      withAsker(
        one,
        () => w.now,
        device.asker,
        ({ tx }) => asked(tx),
      )
    const everyone = [near, far, officer.person].sort()
    for (let round = 0; round < 7; round += 1) {
      expect(await withServer(one, { district: w.district, person: w.admin }, asked)).toEqual(everyone)
      expect(await as(teacher)).toEqual([near])
      expect(await as(officer)).toEqual([near, officer.person].sort())
      expect(await as(districtOfficer)).toEqual(everyone)
    }
    await one.destroy()
  })
})
