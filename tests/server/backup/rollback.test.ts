// A database that comes back from the past without a word: found by the file beside it or by a phone's cursor, then only read,
// until an administrator has said which past to go on with.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createApp } from '../../../src/server/app.ts'
import { GENERATION_FILE, isOlder, readMarks } from '../../../src/server/backup/generation-file.ts'
import { rollbackGuard, type RollbackGuard } from '../../../src/server/backup/rollback-guard.ts'
import { run } from '../../../src/server/cli/main.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { claim, world, type App, type Device, type World } from '../../journeys/world.ts'

let w: World
let folder: string
let qin: PersonId
let phone: Device
const said: string[] = []

beforeEach(async () => {
  said.length = 0
  w = await world()
  qin = await w.teacher('覃丽莎', await w.school('实验小学'))
  phone = await w.device(qin)
  folder = mkdtempSync(join(tmpdir(), 'yantu-rollback-'))
})
afterEach(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const newGuard = (): RollbackGuard => rollbackGuard(w.db, folder, (line) => void said.push(line))
const serverWith = (guard: RollbackGuard): App =>
  createApp({
    db: w.db,
    clock: () => w.now,
    chance: () => 0.5,
    rules: districtRules,
    address: { publicUrl: null, trustProxy: false },
    report: (_where, error) => void w.failures.push(error),
    dist: 'nowhere',
    fillDemo: null,
    identify: () => phone.asker,
    guard,
  })
const headers = { host: '127.0.0.1', 'x-yantu': '1', 'content-type': 'application/json' }
const syncOf = (app: App, more: object): Promise<Response> =>
  Promise.resolve(
    app.request('/api/sync', {
      method: 'POST',
      headers,
      body: JSON.stringify({
        protocol: 1,
        build: 'test',
        generation: phone.generation,
        cursor: phone.cursor,
        held: '',
        want: [],
        opened: [],
        reference: null,
        ops: [],
        digests: 'changed',
        ...more,
      }),
    }),
  )
const rewind = (): Promise<unknown> => sql`update district set head = head - 3`.execute(w.db)
const opsHere = async (): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from op_log where actor = ${qin}`.execute(w.db)).rows[0]?.n)
async function yantu(...argv: string[]): Promise<[number, string]> {
  const lines: string[] = []
  const code = await run({
    argv,
    env: { YANTU_DATA: folder, DATABASE_URL: w.url },
    print: (line) => void lines.push(line),
    clock: () => w.now,
  })
  process.exitCode = 0
  return [code, lines.join('\n')]
}

test('a database that only goes forward is never taken for an old one, and the file follows it', async () => {
  const guard = newGuard()
  await guard.keep()
  await w.teacher('后来的人', await w.school('解放小学'))
  await guard.keep()
  await newGuard().keep()
  expect([guard.rolledBack(), said]).toEqual([false, []])
  const { head } = (await readMarks(folder))?.[w.district] ?? { head: 0 }
  expect(head).toBe((await sql<{ head: number }>`select head from district`.execute(w.db)).rows[0]?.head)
})

test('a start on an older database takes nothing and tells no phone the old state; the address says what happened and what to do', async () => {
  await newGuard().keep()
  const kept = readFileSync(join(folder, GENERATION_FILE), 'utf8')
  await rewind()
  const guard = newGuard()
  await guard.keep()
  expect(guard.rolledBack()).toBe(true)
  expect(said.join()).toContain('accept-rollback --confirm')
  const app = serverWith(guard)
  const taken = await syncOf(app, { ops: [phone.op({ kind: 'teacher', id: qin }, 'claim-hours', claim())] })
  expect([taken.status, await taken.json()]).toEqual([409, { code: 'server.rolled-back' }])
  expect((await app.request('/api/rescue', { method: 'POST', headers, body: '{}' })).status).toBe(409)
  const page = await app.request('/', { headers })
  expect(page.status).toBe(503)
  expect(await page.text()).toMatch(/npx yantu restore[\s\S]*npx yantu accept-rollback --confirm/)
  expect(await opsHere()).toBe(0)
  await guard.keep()
  expect(readFileSync(join(folder, GENERATION_FILE), 'utf8')).toBe(kept)
  expect(w.failures).toEqual([])
})

test('a running server whose database is exchanged under it is found out by the next phone that has seen more, for the next start too', async () => {
  await phone.sync()
  await rewind()
  const guard = newGuard()
  await guard.keep()
  const app = serverWith(guard)
  const op = phone.op({ kind: 'teacher', id: qin }, 'claim-hours', claim())
  expect(await (await syncOf(app, { ops: [op] })).json()).toEqual({ code: 'server.rolled-back' })
  expect(await opsHere()).toBe(0)
  const next = newGuard()
  await next.keep()
  expect(next.rolledBack()).toBe(true)
})

test('a made-up cursor proves nothing', async () => {
  await phone.sync()
  const guard = newGuard()
  const forged = (phone.cursor ?? '').replace(/^\d+\.\d+/, '1.999999')
  expect((await syncOf(serverWith(guard), { cursor: forged })).status).toBe(200)
  expect(guard.rolledBack()).toBe(false)
})

test('an administrator who accepts the older database raises the generation beyond every number given out, and all goes on', async () => {
  await newGuard().keep()
  const before = (await readMarks(folder))?.[w.district]
  expect(await yantu('accept-rollback', '--confirm')).toEqual([2, expect.stringContaining('没有回退')])
  await rewind()
  expect(await yantu('accept-rollback')).toEqual([2, expect.stringContaining('--confirm')])
  expect((await yantu('accept-rollback', '--confirm'))[0]).toBe(0)
  const guard = newGuard()
  await guard.keep()
  expect(guard.rolledBack()).toBe(false)
  const after = (await readMarks(folder))?.[w.district]
  expect(after?.generation).toBe((before?.generation ?? 0) + 1)
  expect(after?.head).toBeGreaterThan(before?.head ?? Infinity)
})

test('a database without the district is not gone on with; a damaged or missing file says nothing about the database', async () => {
  writeFileSync(join(folder, GENERATION_FILE), '{"yantu":"generation","districts":{"500106":{"generation":1,"head":9}}}')
  expect(await yantu('accept-rollback', '--confirm')).toEqual([2, expect.stringContaining('restore')])
  writeFileSync(join(folder, GENERATION_FILE), '{"yantu":')
  expect(await readMarks(folder)).toBeNull()
  expect(isOlder({}, {})).toBe(false)
  expect(isOlder({ a: { generation: 2, head: 1 } }, { a: { generation: 1, head: 9 } })).toBe(false)
})
