// A district for account tests: real PostgreSQL, the real routes in process, a clock that tests move, phones with cookies and keys.
// 甲小学 has 甲教学点 below it; 乙小学 stands beside. Nobody but the administrator has joined.

import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { accountRoutes } from '../../../src/server/accounts/account-routes.ts'
import type { AccountDeps, AskerEnv } from '../../../src/server/accounts/account-deps.ts'
import { prepareFirstRun } from '../../../src/server/accounts/first-run.ts'
import { identify } from '../../../src/server/accounts/identify.ts'
import { isSecure, originOf, peerOf } from '../../../src/server/http/origin.ts'
import { ownPagesOnly } from '../../../src/server/http/security.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../../src/server/reference/reference.ts'
import { connect, type Database } from '../../../src/server/store/database.ts'
import type { DeviceKey } from '../../../src/wire/session.ts'
import { cloneDatabase } from '../../setup/database.ts'

export const START = Date.UTC(2026, 8, 1, 1, 0, 0)
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const GOOD = '山城雨夜长江边上的灯'
export const OTHER = '嘉陵江的船都回来了吗'

export interface Scene {
  readonly db: Database
  readonly app: Hono<AskerEnv>
  readonly deps: AccountDeps
  /** Moves the server's clock. */
  pass(ms: number): void
  now(): number
  end(): Promise<void>
}

export async function emptyScene(fillDemo: AccountDeps['fillDemo'] = null): Promise<Scene & { code: string }> {
  const database = await cloneDatabase()
  const db = connect(database.url, 4)
  let time = START
  const address = { publicUrl: 'https://yantu.example.cn', trustProxy: true }
  const deps: AccountDeps = {
    db,
    clock: () => time,
    rules: districtRules,
    references: referenceSource(districtRules),
    secure: (c) => isSecure(c, address),
    addressOf: (c) => peerOf(c, address),
    originOf: (c) => originOf(c, address),
    districts: [{ code: '500103', name: '渝中区' }],
    fillDemo,
  }
  const app = new Hono<AskerEnv>()
  app.use('/api/*', ownPagesOnly(address))
  app.use('/api/*', identify(deps))
  app.route('/', accountRoutes(deps))
  const code = await prepareFirstRun(db)
  if (code === null) throw new Error('the cloned database is not empty')
  return {
    db,
    app,
    deps,
    code,
    pass: (ms) => {
      time += ms
    },
    now: () => time,
    end: async () => {
      await db.destroy()
      await database.drop()
    },
  }
}

/** Ids of people and schools are their names here, so that tests read. */
export async function districtScene(): Promise<Scene & { admin: Phone }> {
  const scene = await emptyScene()
  const admin = new Phone(scene.app)
  const answer = await admin.post('/api/first-run', {
    code: scene.code,
    district: '500103',
    name: '区管理员',
    phone: '13900000000',
    password: GOOD,
    device: admin.device,
  })
  if (answer.status !== 200) throw new Error(`first run: ${await answer.text()}`)
  const schools = [
    ['school-a', '甲小学', null],
    ['school-a-point', '甲教学点', 'school-a'],
    ['school-b', '乙小学', null],
  ] as const
  for (const [id, name, parent] of schools) {
    await sql`insert into school (district, id, name, code, parent, body) values ('500103', ${id}, ${name}, ${id}, ${parent}, '{}')`.execute(
      scene.db,
    )
  }
  await addPerson(scene, {
    id: 'officer-a',
    name: '甲专干',
    phone: '13900000001',
    school: 'school-a',
    role: ['officer', 'school', 'school-a'],
  })
  await addPerson(scene, {
    id: 'principal-a',
    name: '甲校长',
    phone: '13900000002',
    school: 'school-a',
    role: ['principal', 'school', 'school-a'],
  })
  await addPerson(scene, { id: 'teacher-a', name: '覃小芳', phone: '13900000003', staffNumber: 'T2010001', school: 'school-a' })
  await addPerson(scene, { id: 'couple-1', name: '单建国', phone: '13900000004', school: 'school-a' })
  await addPerson(scene, { id: 'couple-2', name: '冉秀英', phone: '13900000004', school: 'school-a' })
  await addPerson(scene, { id: 'teacher-point', name: '点上老师', phone: '13900000005', school: 'school-a-point' })
  await addPerson(scene, { id: 'teacher-b', name: '乙老师', phone: '13900000006', school: 'school-b' })
  await addPerson(scene, {
    id: 'district-a',
    name: '兼职教研员',
    phone: '13900000007',
    school: 'school-a',
    role: ['district-officer', 'district', '500103'],
  })
  await addPerson(scene, { id: 'auditor', name: '督导', phone: '13900000008', role: ['auditor', 'district', '500103'] })
  await addPerson(scene, { id: 'retired-a', name: '退休老师', phone: '13900000009', school: 'school-a', left: '2026-06-30' })
  return { ...scene, admin }
}

interface NewPerson {
  id: string
  name: string
  phone: string
  staffNumber?: string
  school?: string
  left?: string
  role?: readonly [string, string, string]
}

async function addPerson({ db }: Scene, p: NewPerson): Promise<void> {
  await sql`insert into person (district, id, name, phone, staff_no) values ('500103', ${p.id}, ${p.name}, ${p.phone}, ${p.staffNumber ?? null})`.execute(
    db,
  )
  if (p.school !== undefined) {
    await sql`insert into posting (district, person, row_id, school, kind, from_day, to_day)
      values ('500103', ${p.id}, ${`post-${p.id}`}, ${p.school}, 'home', '2020-09-01', ${p.left ?? null}::date)`.execute(db)
  }
  if (p.role !== undefined) {
    const [role, kind, at] = p.role
    await sql`insert into membership (district, row_id, person, person_name, role, at_kind, at_id, from_day)
      values ('500103', ${`role-${p.id}`}, ${p.id}, ${p.name}, ${role}, ${kind}, ${at}, '2020-09-01')`.execute(db)
  }
}

/** A public key as devices are enrolled with it. */
export function rawOf(publicKey: KeyObject): string {
  const { x, y } = publicKey.export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([4]), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')]).toString('base64url')
}

export const newDevice = (): DeviceKey => ({
  id: randomUUID(),
  publicKey: rawOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey),
})

/** A browser over HTTPS behind the proxy, keeping its cookie. */
export class Phone {
  cookie: string | null = null
  device = newDevice()
  readonly #app: Hono<AskerEnv>
  readonly #from: string

  constructor(app: Hono<AskerEnv>, from = '10.0.0.1') {
    this.#app = app
    this.#from = from
  }

  async #send(method: string, path: string, body?: string, more: Record<string, string> = {}): Promise<Response> {
    const headers: Record<string, string> = {
      host: 'yantu.example.cn',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': this.#from,
      'x-yantu': '1',
      ...(this.cookie === null ? {} : { cookie: this.cookie }),
      ...more,
    }
    const answer = await this.#app.request(path, { method, headers, ...(body === undefined ? {} : { body }) })
    const set = answer.headers.get('set-cookie')
    if (set !== null) this.cookie = /Max-Age=0/.test(set) ? null : (set.split(';')[0] ?? null)
    return answer
  }

  get(path: string, more: Record<string, string> = {}): Promise<Response> {
    return this.#send('GET', path, undefined, more)
  }

  post(path: string, body: unknown, more: Record<string, string> = {}): Promise<Response> {
    return this.#send('POST', path, typeof body === 'string' ? body : JSON.stringify(body), { 'content-type': 'application/json', ...more })
  }

  signIn(who: string, password: string, name?: string): Promise<Response> {
    return this.post('/api/sign-in', { who, password, device: this.device, ...(name === undefined ? {} : { name }) })
  }
}

/** Status and code of a refusal, or status alone. */
export async function outcome(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string }
  return body.code === undefined ? String(response.status) : `${response.status} ${body.code}`
}

/** Lets someone join by a slip that the administrator printed. */
export async function joined(scene: Scene & { admin: Phone }, person: string, password = GOOD): Promise<Phone> {
  const code = await slipFor(scene.admin, person)
  const phone = new Phone(scene.app)
  const answer = await phone.post('/api/join/finish', { code, password, device: phone.device })
  if (answer.status !== 200) throw new Error(`${person} cannot join: ${await answer.text()}`)
  return phone
}

export async function slipFor(by: Phone, person: string): Promise<string> {
  const answer = await by.post('/api/invites', { of: 'people', people: [person] })
  const { slips } = (await answer.json()) as { slips?: { code: string }[] }
  const code = slips?.[0]?.code
  if (code === undefined) throw new Error(`no slip for ${person}: ${answer.status}`)
  return code
}
