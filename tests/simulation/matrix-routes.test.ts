// Who may use which route, with real sessions: every route that says who may, by everybody, whatever they are to what it is about
// (own, same school, other school, other district, former, signed off). Where it is no, the answer is the one for what is not
// there, and nothing changes. And once more without the application: row-level security alone, over every table.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DistrictId, PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import { withAsker, withServer } from '../../src/server/door/door.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { ROUTE_POLICIES } from '../../src/server/route-policies.ts'
import { rowsFrom } from '../../src/server/store/database.ts'
import { foundDistrict } from '../../src/server/sync/found.ts'
import { applyOnBehalf } from '../../src/server/sync/on-behalf.ts'
import { contentOf } from '../server/load/content.ts'
import { signedIn, type SignedIn } from '../server/load/signed-in.ts'
import { claim, world, type Device, type World } from '../journeys/world.ts'
import { AT_DISTRICT, AT_SCHOOL, ROUTE_CASES, WHO, type RouteCase, type Target, type Who } from './matrix-route-cases.ts'

const OTHER = '500104' as DistrictId

let w: World
let server: SignedIn
let target: Target
let elsewhere: SchoolId
let schools: { point: SchoolId; central: SchoolId }
const devices = new Map<Who, Device>()
const cookies = new Map<Who, string>()
const device = (who: Who): Device => {
  const found = devices.get(who)
  if (found === undefined) throw new Error(who)
  return found
}

beforeAll(async () => {
  w = await world()
  server = signedIn(w)
  const central = await w.school('云台中心校', { kind: 'central', place: 'rural' })
  const point = await w.school('云台教学点', { kind: 'teaching-point', parent: central, place: 'rural' })
  elsewhere = await w.school('解放小学')
  schools = { point, central }
  const enter = async (who: Who, person: PersonId): Promise<void> => {
    devices.set(who, await w.device(person))
  }
  await enter('own', await w.teacher('覃丽莎', point))
  await enter('colleague', await w.teacher('同事', point))
  await enter('teacher-elsewhere', await w.teacher('外校老师', elsewhere))
  for (const [who, name, role, school, more] of [
    ['officer', '王专干', 'officer', point, {}],
    ['officer-elsewhere', '魏专干', 'officer', elsewhere, {}],
    ['officer-above', '吴专干', 'officer', central, {}],
    ['principal', '何校长', 'principal', point, {}],
    ['principal-elsewhere', '谢校长', 'principal', elsewhere, {}],
    ['former-officer', '老专干', 'officer', point, { to: '2026-09-19' as never }],
    ['revoked', '丢了手机的专干', 'officer', point, {}],
  ] as const) {
    const person = await w.teacher(name, school)
    await w.role(person, name, role, { kind: 'school', id: school }, more)
    await enter(who, person)
  }
  for (const [who, name] of [
    ['district-officer', '刘科长'],
    ['auditor', '督学'],
  ] as const) {
    const person = await w.person(name)
    await w.role(person, name, who, 'district')
    await enter(who, person)
  }
  await enter('admin', w.admin)
  await foundOther()
  for (const [who, one] of devices) cookies.set(who, await server.cookieOf(one))
  await sql`update device set revoked_at = now() where id = ${device('revoked').id}`.execute(w.db)
  target = await makeTarget()
})
afterAll(async () => {
  server.end()
  await w.close()
})

/** A second district on the same database, with an administrator and a school's officer of its own. */
async function foundOther(): Promise<void> {
  const references = referenceSource(districtRules)
  const clock = (): number => w.now
  const admin = w.uuid() as PersonId
  const officer = w.uuid() as PersonId
  const school = w.uuid()
  await withServer(w.db, { district: OTHER, person: admin }, (tx) =>
    foundDistrict(
      tx,
      { clock, references },
      {
        district: OTHER,
        code: OTHER,
        name: '大渡口区',
        admin: { id: admin, name: '那边的管理员', staffNumber: null },
        role: w.uuid() as RowId,
      },
    ),
  )
  const act = async (kind: 'school' | 'teacher', id: string, verb: string, args: Record<string, unknown>): Promise<void> => {
    const content = { op: w.uuid(), actor: admin, subject: { kind, id }, verb, v: 1, base: null, after: null, args }
    const [answer] = await applyOnBehalf(
      { db: w.db, clock, references },
      { district: OTHER, actor: { id: admin, name: '那边的管理员' }, device: 'world' },
      [content],
    )
    if (answer?.result.is !== 'applied') throw new Error(`${verb}: ${JSON.stringify(answer?.result)}`)
  }
  await act('school', school, 'open-school', {
    name: '那边的小学',
    code: 'T1',
    kind: 'primary',
    place: 'urban',
    stage: 'primary',
    parent: null,
    from: '2000-09-01',
  })
  await sql`insert into person (district, id, name) values (${OTHER}, ${officer}, '那边的专干')`.execute(w.db)
  await act('school', school, 'grant-role', { person: officer, personName: '那边的专干', role: 'officer', from: '2026-01-01', to: null })
  for (const [who, person] of [
    ['admin-other-district', admin],
    ['officer-other-district', officer],
  ] as const) {
    const made = await w.device(w.admin)
    await sql`update device set district = ${OTHER}, person = ${person} where id = ${made.id}`.execute(w.db)
    devices.set(who, { ...made, person, asker: { district: OTHER, person, device: made.id } })
  }
}

/** A picture that is there, a spare device, and a roster planned by the officer. */
async function makeTarget(): Promise<Target> {
  const own = device('own')
  const photo = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#3c3' } })
    .jpeg()
    .toBuffer()
  const picture = createHash('sha256').update(photo).digest('hex')
  const { results } = await own.sync([
    own.op(
      { kind: 'teacher', id: own.person },
      'claim-hours',
      claim({ evidence: [{ is: 'file', hash: picture, type: 'image/jpeg', bytes: photo.length }] }),
    ),
  ])
  expect(results[0]?.result.is).toBe('applied')
  const put = await server.app.request(`/api/evidence/${picture}?of=${own.person}`, {
    method: 'PUT',
    body: new Uint8Array(photo),
    headers: { host: '127.0.0.1', 'x-yantu': '1', 'content-type': 'image/jpeg', cookie: cookies.get('own') ?? '' },
  })
  expect(put.status).toBe(200)
  const file = Buffer.from('姓名,教师编号,学科,用人形式\n新老师,J000001,语文,在编').toString('base64')
  const planned = (await (
    await ask('officer', 'POST', '/api/import/rosters', { fileName: '名单.csv', file, school: schools.point })
  ).json()) as { batch?: { id: string } }
  if (planned.batch === undefined) throw new Error(JSON.stringify(planned))
  return {
    school: schools.point,
    teacher: own.person,
    colleague: device('colleague').person,
    spareDevice: (await w.device(own.person)).id,
    picture,
    batch: planned.batch.id,
  }
}

const ask = (who: Who, method: string, path: string, body?: unknown): Promise<Response> =>
  server.ask(cookies.get(who) ?? null, method, path, body)

async function answerOf(who: Who, route: string, address: string, body: unknown): Promise<{ status: number; text: string }> {
  const [method = ''] = route.split(' ')
  const answer = await ask(who, method, address, method === 'GET' ? undefined : body)
  return { status: answer.status, text: await answer.text() }
}

const SIGN_IN = { status: 401, text: '{"code":"session.none"}' }
const NOT_HERE = { status: 404, text: '{"code":"not-found"}' }
const signedOff = (who: Who): boolean => who === 'stranger' || who === 'revoked'

/** By the route's own declaration. */
function passes(route: string, who: Who): boolean {
  const policy = ROUTE_POLICIES[route]
  if (policy === 'public') return true
  if (signedOff(who)) return false
  if (policy === 'signed-in') return true
  return AT_DISTRICT.includes(who) || (policy === 'school-role' && AT_SCHOOL.includes(who))
}

const withoutId = (route: string): string => (route.split(' ')[1] ?? '').replace(/:\w+/g, () => w.uuid())

describe('every route by everybody, as its policy declares', () => {
  test.each(Object.entries(ROUTE_POLICIES))('%s is %s', async (route) => {
    const before = await contentOf(w.db)
    for (const who of WHO) {
      const answer = await answerOf(who, route, withoutId(route), { not: 'taken' })
      const said = [who, answer.status, answer.status < 400 ? '' : answer.text]
      if (passes(route, who)) expect(said).not.toEqual([who, SIGN_IN.status, SIGN_IN.text])
      else expect(said).toEqual(signedOff(who) ? [who, SIGN_IN.status, SIGN_IN.text] : [who, NOT_HERE.status, NOT_HERE.text])
      expect([who, answer.status]).not.toEqual([who, 500])
    }
    expect(await contentOf(w.db)).toEqual(before)
    expect(server.failures).toEqual([])
  })
})

describe('what a route is about, by everybody', () => {
  const named = (one: RouteCase): string => [one.route, one.note ?? ''].join(' ').trim()

  test.each(ROUTE_CASES.map((one) => [named(one), one] as const))('%s', async (_name, one) => {
    const nothing: Target = {
      school: w.uuid() as SchoolId,
      teacher: w.uuid() as PersonId,
      colleague: w.uuid() as PersonId,
      spareDevice: w.uuid(),
      picture: 'ab'.repeat(32),
      batch: w.uuid(),
    }
    const before = await contentOf(w.db)
    for (const who of WHO.filter((each) => !one.may.includes(each))) {
      const answer = await answerOf(who, one.route, one.address(target), one.body?.(target))
      // Whoever has such a right elsewhere is told what they are told of what nobody has; reading is answered as if it were not there.
      const rightElsewhere = passes(one.route, who) && !one.route.startsWith('GET ')
      if (!rightElsewhere || answer.status !== 200) expect([who, answer]).toEqual([who, signedOff(who) ? SIGN_IN : NOT_HERE])
      // Nothing tells what is kept from them from what is not there.
      expect([who, await answerOf(who, one.route, one.address(nothing), one.body?.(nothing))]).toEqual([who, answer])
    }
    expect(await contentOf(w.db)).toEqual(before)
    for (const who of one.changes === true ? one.may.slice(0, 1) : one.may) {
      const { status, text } = await answerOf(who, one.route, one.address(target), one.body?.(target))
      expect([who, status, text]).not.toEqual([who, NOT_HERE.status, NOT_HERE.text])
      expect([who, [200, 400, 409, 422].includes(status)]).toEqual([who, true])
    }
    expect(server.failures).toEqual([])
  })

  test('nothing of one district is in any answer to the other', async () => {
    const ours = [
      ...Object.values(schools),
      elsewhere,
      w.district,
      ...WHO.filter((who) => who !== 'stranger' && !who.includes('other-district')).map((who) => device(who).person),
    ]
    for (const who of ['officer-other-district', 'admin-other-district'] as const) {
      const sync = {
        protocol: 1,
        build: 'test',
        generation: null,
        cursor: null,
        held: '',
        want: [
          { kind: 'teacher', id: target.teacher },
          { kind: 'school', id: target.school },
        ],
        opened: [{ kind: 'teacher', id: target.teacher }],
        reference: null,
        ops: [],
        digests: 'all',
      }
      for (const [path, body] of [
        ['/api/district/overview', null],
        ['/api/session', null],
        ['/api/devices', null],
        ['/api/import/rosters', null],
        ['/api/sync', sync],
      ] as const) {
        const text = await (await ask(who, body === null ? 'GET' : 'POST', path, body ?? undefined)).text()
        expect([who, path, ours.filter((id) => text.includes(id))]).toEqual([who, path, []])
      }
    }
  })

  test('a device that is signed off is out with its next request, and so are its ops', async () => {
    const lost = await w.device(device('colleague').person)
    const cookie = await server.cookieOf(lost)
    expect((await server.ask(cookie, 'GET', '/api/session')).status).toBe(200)
    expect((await ask('colleague', 'POST', '/api/devices/revoke', { device: lost.id })).status).toBe(200)
    expect((await server.ask(cookie, 'GET', '/api/session')).status).toBe(401)
    const op = lost.op({ kind: 'teacher', id: lost.person }, 'claim-hours', claim())
    const before = await contentOf(w.db)
    expect((await server.ask(cookie, 'POST', '/api/sync', { ops: [op] })).status).toBe(401)
    const handedIn = await server.ask(cookies.get('own') ?? null, 'POST', '/api/rescue', { file: 'yantu-rescue', version: 1, ops: [op] })
    expect(await handedIn.json()).toEqual({
      results: [{ op: op.content.op, result: { is: 'refused', code: 'op.unknown-device', field: null } }],
    })
    expect(await contentOf(w.db)).toEqual(before)
  })
})

describe('with row-level security alone, over every table', () => {
  /** Whose rows these are, as a key of a document; null for what everybody of the district may see (places, roles, rules). */
  const KEY: Readonly<Record<string, string | null>> = {
    document: `subject_kind || ':' || subject_id`,
    document_row: `subject_kind || ':' || subject_id`,
    standing: `'teacher:' || person`,
    posting: `'teacher:' || person`,
    person: `'teacher:' || id`,
    device: `'teacher:' || person`,
    op_log: `'teacher:' || actor`,
    erasure: null,
    district: null,
    school: null,
    membership: null,
    activity: null,
    setting: null,
  }

  test.each(WHO.filter((who) => who !== 'stranger'))('%s sees no row outside scope, and writes none but of documents', async (who) => {
    const { asker } = device(who)
    const tables = (
      await rowsFrom(
        w.db,
        sql<{
          name: string
        }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      )
    ).map(({ name }) => name)
    const before = await contentOf(w.db)
    const scope = await withAsker(
      w.db,
      () => w.now,
      asker,
      (visit) => Promise.resolve(visit.scope),
    )
    for (const table of tables) {
      const within = <T>(work: ReturnType<typeof sql<T>>) =>
        withAsker(
          w.db,
          () => w.now,
          asker,
          ({ tx }) => rowsFrom(tx, work),
        )
      const key = KEY[table]
      if (key === undefined) {
        // Keys, passwords, sessions, codes and whatever comes later: not even to be looked at.
        await expect(within(sql`select 1 from ${sql.table(table)} limit 1`), `${who} reads ${table}`).rejects.toThrow(/permission denied/)
      } else {
        const seen = await within(
          sql<{
            district: string
            key: string | null
          }>`select distinct district, ${key === null ? sql`null` : sql.raw(key)} as key from ${sql.table(table)}`,
        )
        const inside = (one: { district: string; key: string | null }): boolean =>
          one.district === asker.district &&
          (one.key === null || scope.reach === 'district' || scope.keys.includes(one.key) || one.key === `teacher:${asker.person}`)
        expect([who, table, seen.filter((one) => !inside(one))]).toEqual([who, table, []])
      }
      if (table !== 'document' && table !== 'document_row') {
        for (const change of [sql`delete from ${sql.table(table)}`, sql`insert into ${sql.table(table)} default values`])
          await expect(within(change), `${who} writes ${table}`).rejects.toThrow(/permission denied/)
      } else await expect(within(sql`delete from ${sql.table(table)}`)).rejects.toThrow(/permission denied/)
    }
    expect(await contentOf(w.db)).toEqual(before)
  })
})
