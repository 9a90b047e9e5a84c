// A disk without room and a database that is away, as a phone and as whoever reads the log meet them: nothing is acknowledged that is
// not kept, it is said in words, and once there is room everything goes on, once.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId } from '../../../src/domain/ids.ts'
import { createApp } from '../../../src/server/app.ts'
import { reportTo } from '../../../src/server/http/log.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { claim, world, type App, type Device, type World } from '../../journeys/world.ts'

let w: World
let app: App
let qin: PersonId
let phone: Device
let now = 0
const logged: string[] = []

beforeEach(async () => {
  logged.length = 0
  w = await world()
  qin = await w.teacher('覃丽莎', await w.school('实验小学'))
  phone = await w.device(qin)
  app = createApp({
    db: w.db,
    clock: () => w.now,
    chance: () => 0.5,
    rules: districtRules,
    address: { publicUrl: null, trustProxy: false },
    report: reportTo(
      (line) => void logged.push(line),
      () => now,
    ),
    dist: 'nowhere',
    fillDemo: null,
    identify: () => phone.asker,
  })
})
afterEach(() => w.close())

const sync = (ops: readonly unknown[]): Promise<Response> =>
  Promise.resolve(
    app.request('/api/sync', {
      method: 'POST',
      headers: { host: '127.0.0.1', 'x-yantu': '1', 'content-type': 'application/json' },
      body: JSON.stringify({
        protocol: 1,
        build: 'test',
        generation: phone.generation,
        cursor: phone.cursor,
        held: '',
        want: [],
        opened: [],
        reference: null,
        ops,
        digests: 'changed',
      }),
    }),
  )
const aClaim = (title: string) => phone.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ title }))
const kept = async (): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from op_log where actor = ${qin}`.execute(w.db)).rows[0]?.n)
/** What PostgreSQL answers to everything that would be written, by SQLSTATE. */
const failWith = (state: string) =>
  sql
    .raw(
      `create or replace function no_room() returns trigger language plpgsql as $$ begin raise exception 'could not extend file "base/1/2" with 覃丽莎' using errcode = '${state}'; end $$;
      create or replace trigger no_room before insert on op_log for each statement execute function no_room()`,
    )
    .execute(w.db)
const roomAgain = () => sql.raw('drop trigger no_room on op_log').execute(w.db)

test('on a full disk nothing is acknowledged, the phone hears what is so, and the same op is taken once there is room', async () => {
  const op = aClaim('听课')
  await failWith('53100')
  const refused = await sync([op])
  expect([refused.status, await refused.json()]).toEqual([507, { code: 'server.full' }])
  expect(await kept()).toBe(0)
  await roomAgain()
  for (const times of ['first', 'again']) {
    const { results } = (await (await sync([op])).json()) as { results: { result: { is: string } }[] }
    expect([times, results.map(({ result }) => result.is)]).toEqual([times, ['applied']])
  }
  expect(await kept()).toBe(1)
})

test('a database that is away is told with a time to come back, and nothing is acknowledged', async () => {
  await failWith('57P01')
  const answer = await sync([aClaim('听课')])
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ code: 'server.database-away', retryAfterMs: 20_000 })
  expect(answer.headers.get('retry-after')).toBe('20')
  expect(await kept()).toBe(0)
})

test('the log says once in ten minutes what to do, without traces and without anybody’s name', async () => {
  await failWith('53100')
  for (let i = 0; i < 3; i += 1) await sync([aClaim('听课')])
  expect(logged).toHaveLength(1)
  expect(logged.join()).toContain('腾出空间')
  expect(logged.join()).not.toMatch(/覃丽莎|\n\s+at /)
  now += 10 * 60_000
  await sync([aClaim('听课')])
  expect(logged).toHaveLength(2)
  now -= 86_400_000
  await sync([aClaim('听课')])
  expect(logged).toHaveLength(3)
})

test('one document’s own fault still stops nobody else', async () => {
  await failWith('22000')
  expect((await sync([aClaim('听课')])).status).toBe(200)
  expect(logged.join()).toMatch(/sync\.push[^\n]*22000\)\n\s+at /)
})
