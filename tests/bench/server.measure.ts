// How the server holds up with a whole district: 300 schools, 15,000 teachers imported from one file, crowds of phones, more of them
// than it can serve, and all of them coming back within a minute.
// Real PostgreSQL with everything on disk, and the real server in a process of its own (served.ts). Prints, never judges.
import { expect, onTestFinished, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId } from '../../src/domain/ids.ts'
import { heldDigest } from '../../src/wire/document-text.ts'
import { randomUUID } from 'node:crypto'
import { day } from '../../src/domain/day.ts'
import { type Device, world, type World } from '../journeys/world.ts'
import { Crowding, remember, requestOf, type Ready, type Remembered } from './returning.ts'
import { serve, usedEach, type Served } from './served.ts'
import { ms, percentile, say, took } from './say.ts'

const SCHOOLS = 300
const TEACHERS = Number(process.env['YANTU_BENCH_TEACHERS'] ?? 15_000)
const RETURNING = Number(process.env['YANTU_BENCH_PHONES'] ?? 15_000)
const OPS = 10
const OVERLOAD_S = 6

test('the server with a whole district', async () => {
  // As many connections as the product has; both servers on this database go by the real clock.
  const w = await world({
    connections: 10,
    overrides: { clock: Date.now },
    founded: { admin: randomUUID(), role: randomUUID(), at: Date.now() },
  })
  const codes: string[] = []
  for (let n = 0; n < SCHOOLS; n += 1) codes.push(await schoolCode(w, n))
  const admin = await w.device(w.admin)
  say(`import of ${String(TEACHERS)} teachers (aim: 30 s)`, `${((await took(() => importAll(admin, codes))) / 1000).toFixed(1)} s`)

  const officer = await w.person('刘老师')
  await w.role(officer, '刘老师', 'district-officer', 'district', { from: day('2020-01-01') })
  const desk = await w.device(officer)
  const served = await serve(w)
  onTestFinished(() => served.stop())
  const [cookie = ''] = (await served.cookies([desk])).values()
  const page = async (): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${String(served.port)}/api/district/overview`, { headers: { cookie } })).text()
  const pages: number[] = []
  for (let n = 0; n < 7; n += 1) pages.push(await took(page))
  say(
    `district page of ${String(TEACHERS)} teachers (aim: 100 ms)`,
    `first after a start ${ms(pages[0])}, then ${ms(percentile(pages, 0.5))}`,
  )

  const capacity = await crowds(w, served)
  await overload(w, served, capacity)
  await returning(w, served)
  expect(w.failures).toEqual([])
  await served.stop()
  await w.close()
}, 1_800_000)

async function schoolCode(w: World, n: number): Promise<string> {
  return `S${(await w.school(`学校${String(n)}`)).slice(0, 6)}`
}

async function importAll(admin: Device, codes: readonly string[]): Promise<void> {
  const lines = Array.from(
    { length: TEACHERS },
    (_, n) => `${codes[n % codes.length] ?? ''},学校${String(n % codes.length)},老师${String(n)},J${String(n).padStart(6, '0')},语文,在编`,
  )
  const file = ['学校代码,学校,姓名,教师编号,学科,用人形式', ...lines].join('\n')
  const planned = await post(admin, '/api/import/rosters', {
    fileName: 'all.csv',
    file: Buffer.from(file).toString('base64'),
    school: null,
  })
  const { batch } = planned as { batch?: { id: string } }
  if (batch === undefined) throw new Error(`the file was not planned: ${JSON.stringify(planned).slice(0, 300)}`)
  await post(admin, `/api/import/rosters/${batch.id}/confirm`, { onlyGood: false, roles: [] })
}

async function post(device: Device, path: string, body: unknown): Promise<unknown> {
  const response = await device.fetch(path, { method: 'POST', body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`${path}: ${String(response.status)} ${(await response.text()).slice(0, 300)}`)
  return response.json()
}

interface Phone {
  readonly device: string
  readonly requests: readonly Ready[]
}

/** Phones of one school, each known and with its requests made beforehand, so that only the server is measured. */
async function phonesWith(w: World, served: Served, many: number, rounds: number, ops: number): Promise<Phone[]> {
  const home = await w.school('压力小学')
  const made: { device: Device; bodies: string[] }[] = []
  for (let n = 0; n < many; n += 1) {
    const device = await w.device(await w.teacher(`老师${String(n)}`, home))
    const known = await remember(device)
    made.push({ device, bodies: Array.from({ length: rounds }, () => requestOf(device, known, ops)) })
  }
  const cookies = await served.cookies(made.map(({ device }) => device))
  return made.map(({ device, bodies }) => ({
    device: device.id,
    requests: bodies.map((body) => ({ cookie: cookies.get(device.id) ?? '', body })),
  }))
}

/** Requests per second of the first crowd. */
async function crowds(w: World, served: Served): Promise<number> {
  let first = NaN
  // Once for the compiler.
  await atOnce(served, await phonesWith(w, served, 32, 8, OPS))
  for (const many of [32, 128]) {
    const { perSecond, crowd, each } = await atOnce(served, await phonesWith(w, served, many, Math.ceil(256 / many), OPS))
    if (Number.isNaN(first)) first = perSecond
    say(
      `push of ${String(OPS)} ops + pull, ${String(many)} phones at once`,
      `${perSecond.toFixed(0)} requests/s, p50 ${ms(percentile(crowd.answers, 0.5))}, p99 ${ms(percentile(crowd.answers, 0.99))}, turned away ${String(crowd.turnedAway)}${each}`,
    )
    const calm = await atOnce(served, await phonesWith(w, served, many, Math.ceil(512 / many), 0))
    say(
      `sync with nothing to send, ${String(many)} phones at once`,
      `${calm.perSecond.toFixed(0)} requests/s, p50 ${ms(percentile(calm.crowd.answers, 0.5))}, p99 ${ms(percentile(calm.crowd.answers, 0.99))}${calm.each}`,
    )
  }
  return first
}

async function atOnce(served: Served, phones: readonly Phone[]): Promise<{ perSecond: number; crowd: Crowding; each: string }> {
  const crowd = new Crowding(served.port)
  const before = served.used()
  const all = await took(() =>
    Promise.all(
      phones.map(async ({ requests }) => {
        for (const one of requests) await crowd.send(one)
      }),
    ),
  )
  crowd.end()
  return { perSecond: (crowd.answers.length * 1000) / all, crowd, each: usedEach(before, served.used(), crowd.answers.length) }
}

/** Requests come three times as fast as they can be served, and nobody waits for an answer before sending the next. */
async function overload(w: World, served: Served, capacity: number): Promise<void> {
  const arrivals = Math.ceil(3 * capacity * OVERLOAD_S)
  const phones = await phonesWith(w, served, Math.min(256, arrivals), Math.ceil(arrivals / Math.min(256, arrivals)), OPS)
  const crowd = new Crowding(served.port)
  const all = await took(() =>
    arriving(phones.flatMap(({ requests }) => requests).slice(0, arrivals), OVERLOAD_S * 1000, (one) => crowd.send(one, false)),
  )
  crowd.end()
  const perSecond = (crowd.answers.length * 1000) / all
  const lost = await missing(
    w,
    crowd.answers.length * OPS,
    phones.map(({ device }) => device),
  )
  say(
    'three times that load (aim: 80 % of the goodput, nothing acknowledged lost)',
    `${perSecond.toFixed(0)} requests/s (${((perSecond * 100) / capacity).toFixed(0)} %), p99 ${ms(percentile(crowd.answers, 0.99))}, turned away ${String(crowd.turnedAway)}, acknowledged ops missing ${String(lost)}`,
  )
}

/** How many acknowledged ops of these devices the database does not have. */
async function missing(w: World, acknowledged: number, devices: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from op_log where device = any (${devices}::text[])`.execute(w.db)
  return Math.max(0, acknowledged - (rows[0]?.n ?? 0))
}

/** All of them begun evenly over a time, whatever the earlier ones are doing; ends with the last answer. */
async function arriving<T>(many: readonly T[], overMs: number, send: (one: T) => Promise<unknown>): Promise<void> {
  const began = performance.now()
  const under: Promise<unknown>[] = []
  while (under.length < many.length) {
    const due = Math.min(many.length, Math.floor(((performance.now() - began) / overMs) * many.length) + 1)
    for (const one of many.slice(under.length, due)) under.push(send(one))
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
  await Promise.all(under)
}

/**
 * A district's phones after an outage: every one a person and a device of its own, one in five with two claims. The same rate of
 * arrival for a part of the time where fewer phones are asked for.
 */
async function returning(w: World, served: Served): Promise<void> {
  const overMs = (60_000 * RETURNING) / 15_000
  const phones = await returningPhones(w, served)
  const crowd = new Crowding(served.port)
  const before = served.used()
  const all = await took(() => arriving(phones, overMs, (one) => crowd.send(one)))
  crowd.end()
  const scale = RETURNING === 15_000 ? '' : `, a ${(15_000 / RETURNING).toFixed(0)}th of 15,000 at the same 250/s`
  const late = crowd.waits.filter((wait) => wait > 30_000).length
  say(
    `${String(RETURNING)} phones returning within ${(overMs / 1000).toFixed(0)} s${scale} (aim: all within ${((overMs * 1.5) / 1000).toFixed(0)} s)`,
    `all served after ${(all / 1000).toFixed(0)} s, p50 ${ms(percentile(crowd.waits, 0.5))}, p99 ${ms(percentile(crowd.waits, 0.99))}, over 30 s ${String(late)}, turned away ${String(crowd.turnedAway)} times${usedEach(before, served.used(), crowd.answers.length)}`,
  )
}

async function returningPhones(w: World, served: Served): Promise<Ready[]> {
  const { rows: people } = await sql<{
    person: string
    school: string
  }>`select person, school from posting where kind = 'home' order by person limit ${RETURNING}`.execute(w.db)
  const references = new Map<string, Remembered>()
  const made: { device: Device; body: string }[] = []
  for (let n = 0; n < RETURNING; n += 1) {
    const one = people[n % people.length]
    if (one === undefined) throw new Error('nobody was imported')
    const device = await w.device(one.person as PersonId)
    // People of one school are told the same; what each holds is the own dossier.
    const known = references.get(one.school) ?? (await remember(device))
    references.set(one.school, known)
    made.push({ device, body: requestOf(device, { ...known, held: heldDigest([`teacher:${one.person}`]) }, n % 5 === 0 ? 2 : 0) })
  }
  const cookies = await served.cookies(made.map(({ device }) => device))
  return made.map(({ device, body }) => ({ cookie: cookies.get(device.id) ?? '', body }))
}
