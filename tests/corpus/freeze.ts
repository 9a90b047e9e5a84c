// Freezing a release: a small district lives through every verb that there is, signed by phones, and a phone with a full queue is
// put away; both are written once and never again. A verb without a case (tests/simulation/matrix-cases.ts) is said then, and
// only then, so that adding a verb needs nothing here.

import { mkdirSync, writeFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { sql } from 'kysely'
import type { PersonId } from '../../src/domain/ids.ts'
import { VERB_NAMES } from '../../src/domain/verbs/all-verbs.ts'
import { act } from '../../src/storage/act.ts'
import { databaseName } from '../../src/storage/database.ts'
import type { DeviceKeys } from '../../src/storage/device.ts'
import { keepDraft } from '../../src/storage/drafts.ts'
import { publicKeyText } from '../../src/storage/sign.ts'
import { keepPicture } from '../../src/storage/pictures.ts'
import type { OpContent, SignedOp } from '../../src/wire/op.ts'
import type { OpResult } from '../../src/wire/result.ts'
import { PROTOCOL } from '../../src/wire/sync.ts'
import { dossierOf } from '../journeys/phones.ts'
import { storyPhone } from '../journeys/phone.ts'
import { claim, START, world, type Device, type World } from '../journeys/world.ts'
import { readServer } from '../simulation/at-server.ts'
import { CASES, type Place } from '../simulation/matrix-cases.ts'
import { dumpText, takeDump } from './dump.ts'
import { folderToWrite, type Release, type Step } from './release.ts'

/** Throws where the release was frozen before, and where a verb is not among the ops. */
export async function freeze(release: string): Promise<string> {
  const folder = folderToWrite(release)
  const without = VERB_NAMES.filter((verb) => verb !== 'enrol-person' && !CASES.some((one) => one.verb === verb))
  if (without.length > 0) throw new Error(`no golden op for ${without.join(', ')}: give each a case in tests/simulation/matrix-cases.ts`)
  const founded = { admin: '01a00000-0000-7000-8000-000000000001', role: '01a00000-0000-7000-8000-000000000002', at: START }
  const w = await world({ founded })
  try {
    const times: { readonly until: number; readonly at: number }[] = []
    const ticks = async (): Promise<void> => {
      times.push({ until: await head(w), at: w.now })
      w.now += 3_600_000
    }
    const { place, phones } = await enter(w)
    await ticks()
    for (const one of CASES) {
      const ready = await one.ready(place)
      await taken(phones, (device) => device.op(ready.subject, one.verb, ready.args, { base: ready.base ?? null }))
      await ticks()
    }
    await enrolled(w, place)
    await ticks()
    const phone = await putAway(w, place.teacher)
    await ticks()
    const whole = await told(w, release, founded, times)
    const missing = VERB_NAMES.filter(
      (verb) => !whole.steps.some((step) => step.by === 'phone' && step.op.content.verb === verb && step.result.is !== 'refused'),
    )
    if (missing.length > 0) throw new Error(`no op that took effect for ${missing.join(', ')}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}ops.json`, `${lines(whole)}\n`)
    writeFileSync(`${folder}phone.json`, `${phone}\n`)
    return `${release}: ${String(whole.verbs.length)} verbs, ${String(whole.steps.length)} ops, ${String(Object.keys(whole.documents).length)} documents`
  } finally {
    await w.close()
  }
}

const head = async (w: World): Promise<number> =>
  Number((await sql<{ head: number }>`select head from district`.execute(w.db)).rows[0]?.head ?? 0)

async function enter(w: World): Promise<{ place: Place; phones: readonly Device[] }> {
  const central = await w.school('云台中心校', { kind: 'central', place: 'rural' })
  const point = await w.school('云台教学点', { kind: 'teaching-point', parent: central, place: 'rural' })
  const teacher = await w.teacher('覃丽莎', point)
  const wang = await w.teacher('王专干', point)
  await w.role(wang, '王专干', 'officer', { kind: 'school', id: point })
  const liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  const [own, officer, district, admin] = [await w.device(teacher), await w.device(wang), await w.device(liu), await w.device(w.admin)]
  for (const one of [own, officer, district, admin]) await one.sync()
  return { place: { w, point, central, teacher, own, officer, district }, phones: [own, officer, district, admin] }
}

/** Tried by one after the other until somebody has the right: the refusals are kept as well. */
async function taken(phones: readonly Device[], opOf: (device: Device) => SignedOp): Promise<void> {
  for (const device of phones) {
    const op = opOf(device)
    const { results } = await device.sync([op])
    if (results.some(({ op: id, result }) => id === op.content.op && (result.is === 'applied' || result.is === 'adjusted'))) return
  }
}

async function enrolled(w: World, { officer, district, point }: Place): Promise<void> {
  const id = await w.person('新老师')
  const identity = {
    name: '新老师',
    initials: ['xls'],
    staffNumber: null,
    sex: 'unknown',
    subject: '数学',
    stage: 'primary',
    employment: 'permanent',
    category: 'full-time',
    workedSince: '2026-09-01',
  }
  await taken([officer, district], (device) =>
    device.op({ kind: 'teacher', id }, 'enrol-person', { identity, home: { row: w.uuid(), school: point, from: '2026-09-01' } }),
  )
}

interface LogLine {
  readonly actor: string
  readonly content: string
  readonly transport: string
  readonly result: string
  readonly change: number
}

async function told(
  w: World,
  release: string,
  founded: Release['founded'],
  times: readonly { readonly until: number; readonly at: number }[],
): Promise<Release> {
  const log = (await sql<LogLine>`select actor, content, transport, result, change from op_log order by change, op`.execute(w.db)).rows
  const people = (await sql<{ id: string; name: string }>`select id, name from person order by id`.execute(w.db)).rows
  const devices = (
    await sql<Release['devices'][number]>`select id, person, public_key as "publicKey" from device order by id`.execute(w.db)
  ).rows
  const steps = log.map((line): Step => {
    const at = times.find(({ until }) => line.change <= until)?.at ?? w.now
    const content = JSON.parse(line.content) as OpContent
    const carried = JSON.parse(line.transport) as Omit<SignedOp, 'content'> | { by: 'server' }
    const result = JSON.parse(line.result) as OpResult
    return 'by' in carried
      ? { at, by: 'server', actor: line.actor, content, result }
      : { at, by: 'phone', op: { content, ...carried }, result }
  })
  const { texts } = await readServer(w)
  return {
    release,
    protocol: PROTOCOL,
    district: w.district,
    founded,
    verbs: VERB_NAMES,
    people,
    devices,
    steps,
    documents: Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** One step a line, so that it can be read. */
const lines = ({ steps, documents, ...rest }: Release): string => {
  const list = (all: readonly string[]): string => all.map((one) => `  ${one}`).join(',\n')
  const named = Object.entries(documents).map(([key, text]) => `${JSON.stringify(key)}: ${JSON.stringify(text)}`)
  return `${JSON.stringify(rest).slice(0, -1)},\n"steps": [\n${list(steps.map((step) => JSON.stringify(step)))}\n],\n"documents": {\n${list(named)}\n}}`
}

/** A teacher’s phone of this release: in step with the server but for two acts not sent, one refusal not seen, a draft and a picture. */
async function putAway(w: World, person: PersonId): Promise<string> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const keys: DeviceKeys = { device: w.uuid(), publicKey: pair.publicKey, privateKey: pair.privateKey }
  const publicKey = await publicKeyText(keys)
  await w.enrol(keys.device, person, publicKey)
  const storage = new IDBFactory()
  const phone = await storyPhone(w, person, '覃丽莎', { storage, keys })
  const saves = (title: string, more: Record<string, unknown> = {}) =>
    act(phone.phone, { verb: 'claim-hours', subject: dossierOf(person), args: claim({ title, ...more }) })
  await phone.sync()
  await saves('早已送到的')
  const other = await saves('先被学校退回的')
  await phone.sync()
  if (other.is !== 'saved') throw new Error('not saved')
  const device = await w.device(person)
  await device.sync([device.op(dossierOf(person), 'withdraw-claim', { row: other.op })])
  const { replaces: _replaces, ...form } = claim({ title: '改得太晚的' })
  await act(phone.phone, { verb: 'amend-claim', subject: dossierOf(person), args: { row: other.op, ...form } })
  await phone.sync()
  await saves('还在手机里的一')
  await saves('还在手机里的二')
  await keepDraft(phone.phone, 'claim', { title: '没写完的' })
  const bytes = new TextEncoder().encode('一张图').buffer
  await keepPicture(phone.phone, `teacher:${person}`, bytes)
  const dump = await takeDump(storage, databaseName(w.district, person))
  phone.close()
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return JSON.stringify({ person, device: keys.device, publicKey, jwk, dump: JSON.parse(dumpText(dump)) as unknown })
}
