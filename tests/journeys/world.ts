// A district to act in: schools, people with roles, and devices that sign and sync like phones, on a database of its own and
// through the real app. The clock stands still until a story moves it. Keys and ids are real; only the network is a function call.

import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { day, type Day } from '../../src/domain/day.ts'
import type { Identity } from '../../src/domain/dossier.ts'
import type { DistrictId, PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import type { Place, Role, SchoolKind } from '../../src/domain/school-file.ts'
import { createApp, type ServerDeps } from '../../src/server/app.ts'
import type { Asker } from '../../src/server/door/asker.ts'
import { withServer } from '../../src/server/door/door.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { connect, type Database } from '../../src/server/store/database.ts'
import { addPeople } from '../../src/server/store/people.ts'
import { foundDistrict } from '../../src/server/sync/found.ts'
import { applyOnBehalf } from '../../src/server/sync/on-behalf.ts'
import { signingText, type OpContent, type SignedOp } from '../../src/wire/op.ts'
import type { OpResult } from '../../src/wire/result.ts'
import type { SyncRequest, SyncResponse } from '../../src/wire/sync.ts'
import { cloneDatabase } from '../setup/database.ts'

export const START = Date.UTC(2026, 8, 20, 2, 0)

/** UUIDs in a fixed order, so that a failing story reads the same twice. */
export function uuids(seed: string): () => string {
  let n = 0
  return () => {
    n += 1
    const h = createHash('sha256')
      .update(`${seed} ${String(n)}`)
      .digest('hex')
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
  }
}

export type App = ReturnType<typeof createApp>

export interface World {
  readonly db: Database
  readonly url: string
  readonly app: App
  readonly district: DistrictId
  readonly admin: PersonId
  readonly failures: unknown[]
  now: number
  uuid(): string
  /** Opens a school; the day it opens is long past. */
  school(name: string, more?: { kind?: SchoolKind; parent?: SchoolId; place?: Place }): Promise<SchoolId>
  /** Enrols a teacher with a home post. */
  teacher(name: string, school: SchoolId, more?: Partial<Identity>): Promise<PersonId>
  /** Someone without a dossier (a district officer). */
  person(name: string): Promise<PersonId>
  role(
    person: PersonId,
    name: string,
    role: Role,
    at: { kind: 'school'; id: SchoolId } | 'district',
    more?: { from?: Day; to?: Day },
  ): Promise<void>
  /** An op in the administrator's name, straight through the verbs; throws when it is refused. */
  act(subject: OpContent['subject'], verb: string, args: Record<string, unknown>): Promise<OpResult>
  device(person: PersonId): Promise<Device>
  /** A device that has its key elsewhere: may ask, under this id. */
  enrol(device: string, person: PersonId, publicKey: string): Promise<void>
  /** A second server on the same database: another process as far as anything remembers. */
  otherServer(): App
  close(): Promise<void>
}

export interface Device {
  readonly id: string
  readonly person: PersonId
  readonly asker: Asker
  n: number
  cursor: string | null
  generation: number | null
  /** The hash of the reference data it has: they are sent again only when they are others. */
  reference: string | null
  op(
    subject: OpContent['subject'],
    verb: string,
    args: Record<string, unknown>,
    more?: Partial<Pick<OpContent, 'op' | 'base' | 'after' | 'actor' | 'v'>>,
  ): SignedOp
  resign(content: OpContent): SignedOp
  /** One request; keeps the cursor and which reference data came. Throws on anything but 200. */
  sync(ops?: readonly unknown[], more?: Partial<SyncRequest>): Promise<SyncResponse>
  /** The raw answer to any request in this person's name. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

const identity = (name: string): Identity => ({
  name,
  initials: ['x'],
  staffNumber: null,
  sex: 'unknown',
  subject: '语文',
  stage: 'primary',
  employment: 'permanent',
  category: 'full-time',
  workedSince: day('2010-09-01'),
})

const leaveIt = (): Promise<void> => Promise.resolve()

async function ownDatabase(connections: number): Promise<{ url: string; db: Database; close(): Promise<void> }> {
  const { url, drop } = await cloneDatabase()
  const db = connect(url, connections)
  const close = async (): Promise<void> => {
    await db.destroy()
    await drop()
  }
  return { url, db, close }
}

/** `founded`: who the first administrator is and when, where it matters. */
export async function world(
  options: {
    districtCode?: string
    connections?: number
    overrides?: Partial<ServerDeps>
    founded?: { readonly admin: string; readonly role: string; readonly at: number }
    /** A database that is there already, empty, and stays when this ends. */
    ground?: { readonly url: string; readonly db: Database }
  } = {},
): Promise<World> {
  const { url, db, close } =
    options.ground === undefined ? await ownDatabase(options.connections ?? 6) : { ...options.ground, close: leaveIt }
  const uuid = uuids('world')
  const code = options.districtCode ?? '500103'
  const district = code as DistrictId
  const admin = (options.founded?.admin ?? uuid()) as PersonId
  const failures: unknown[] = []
  const references = referenceSource(districtRules)
  const w = { now: options.founded?.at ?? START }
  const clock = (): number => w.now
  const askers = new Map<string, Asker>()
  const makeApp = (): App =>
    createApp({
      db,
      clock,
      chance: () => 0.5,
      rules: districtRules,
      address: { publicUrl: null, trustProxy: false },
      report: (_where, error) => void failures.push(error),
      dist: 'nowhere',
      fillDemo: null,
      identify: (c) => askers.get(c.req.header('test-device') ?? '') ?? null,
      ...options.overrides,
    })
  await withServer(db, { district, person: admin }, (tx) =>
    foundDistrict(
      tx,
      { clock, references },
      {
        district,
        code,
        name: '渝中区',
        admin: { id: admin, name: '管理员', staffNumber: null },
        role: (options.founded?.role ?? uuid()) as RowId,
      },
    ),
  )
  const act: World['act'] = async (subject, verb, args) => {
    const content: OpContent = { op: uuid(), actor: admin, subject, verb, v: 1, base: null, after: null, args }
    const [answer] = await applyOnBehalf({ db, clock, references }, { district, actor: { id: admin, name: '管理员' }, device: 'world' }, [
      content,
    ])
    if (answer === undefined || answer.result.is === 'refused' || answer.result.is === 'held')
      throw new Error(`${verb}: ${JSON.stringify(answer?.result)}`)
    return answer.result
  }
  const app = makeApp()
  const enrol: World['enrol'] = async (device, person, publicKey) => {
    askers.set(device, { district, person, device })
    await sql`insert into device (district, id, person, public_key, since) values (${district}, ${device}, ${person}, ${publicKey}, '2026-09-01')`.execute(
      db,
    )
  }
  const people = async (id: PersonId, name: string): Promise<PersonId> => {
    await withServer(db, { district, person: admin }, (tx) => addPeople(tx, district, [{ id, name, staffNumber: null }]))
    return id
  }
  return Object.assign(w, {
    db,
    url,
    app,
    district,
    admin,
    failures,
    uuid,
    act,
    async school(name: string, more: { kind?: SchoolKind; parent?: SchoolId; place?: Place } = {}) {
      const id = uuid() as SchoolId
      await act({ kind: 'school', id }, 'open-school', {
        name,
        code: `S${id.slice(0, 6)}`,
        kind: more.kind ?? 'primary',
        place: more.place ?? 'urban',
        stage: 'primary',
        parent: more.parent ?? null,
        from: '2000-09-01',
      })
      return id
    },
    async teacher(name: string, school: SchoolId, more: Partial<Identity> = {}) {
      const id = await people(uuid() as PersonId, name)
      await act({ kind: 'teacher', id }, 'enrol-person', {
        identity: { ...identity(name), ...more },
        home: { row: uuid(), school, from: '2015-09-01' },
      })
      return id
    },
    person: (name: string) => people(uuid() as PersonId, name),
    async role(
      person: PersonId,
      name: string,
      role: Role,
      at: { kind: 'school'; id: SchoolId } | 'district',
      more: { from?: Day; to?: Day } = {},
    ) {
      const subject = at === 'district' ? { kind: 'district' as const, id: district as string } : at
      await act(subject, 'grant-role', { person, personName: name, role, from: more.from ?? '2026-01-01', to: more.to ?? null })
    },
    async device(person: PersonId) {
      const made = makeDevice(app, district, person, uuid, clock)
      await enrol(made.device.id, person, made.publicKey)
      return made.device
    },
    enrol,
    otherServer: makeApp,
    close,
  })
}

function makeDevice(
  app: App,
  district: DistrictId,
  person: PersonId,
  uuid: () => string,
  clock: () => number,
): { device: Device; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = uuid()
  const device: Device = {
    id,
    person,
    asker: { district, person, device: id },
    n: 0,
    cursor: null,
    generation: null,
    reference: null,
    op: (subject, verb, args, more = {}) =>
      device.resign({ op: uuid(), actor: person, subject, verb, v: 1, base: null, after: null, args, ...more }),
    resign(content) {
      device.n += 1
      const transport = {
        device: id,
        n: device.n,
        at: { clock: new Date(clock() + 8 * 3_600_000).toISOString().slice(0, 19), zone: 480, offset: 0 },
      }
      return { content, transport, alg: 'ES256', sig: signature(privateKey, signingText({ content, transport })) }
    },
    async sync(ops = [], more = {}) {
      const request = {
        protocol: 1,
        build: 'test',
        generation: device.generation,
        cursor: device.cursor,
        held: '',
        want: [],
        opened: [],
        reference: device.reference,
        ops,
        digests: 'changed',
        ...more,
      }
      const response = await device.fetch('/api/sync', { method: 'POST', body: JSON.stringify(request) })
      if (response.status !== 200) throw new Error(`sync: ${String(response.status)} ${await response.text()}`)
      const answer = (await response.json()) as SyncResponse
      device.cursor = answer.cursor
      device.generation = answer.generation
      device.reference = answer.reference?.hash ?? device.reference
      return answer
    },
    fetch: async (path, init = {}) =>
      app.request(path, {
        ...init,
        headers: {
          host: '127.0.0.1',
          'content-type': 'application/json',
          'x-yantu': '1',
          'test-device': id,
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
  }
  return { device, publicKey: raw(publicKey) }
}

const signature = (key: KeyObject, text: string): string =>
  sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')

function raw(key: KeyObject): string {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url')
}

/** The arguments of a claim, as a teacher fills them in. */
export const claim = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: '课堂观察工作坊',
  organiser: '渝中区教师进修学院',
  level: 'district',
  mode: 'face-to-face',
  tags: [],
  activity: null,
  project: null,
  first: '2026-09-12',
  last: '2026-09-12',
  hours: '4',
  credits: null,
  attendance: null,
  result: null,
  evidence: [],
  lateReason: null,
  replaces: null,
  ...more,
})
