// Handing in the ops of others: proven by their own device, judged by their own rights, never counted twice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { RescueAnswer } from '../../../src/wire/rescue.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let school: SchoolId
let qin: PersonId
let phone: Device
let colleague: Device

beforeAll(async () => {
  w = await world()
  school = await w.school('实验小学')
  qin = await w.teacher('覃丽莎', school)
  phone = await w.device(qin)
  colleague = await w.device(await w.teacher('外校老师', await w.school('解放小学')))
})
afterAll(() => w.close())

const own = (): { kind: 'teacher'; id: string } => ({ kind: 'teacher', id: qin })
const count = async (table: 'op_log' | 'security_event', op: string): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where op = ${op}`.execute(w.db)).rows[0]?.n)
const hours = async (): Promise<number> =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from document_row where subject_id = ${qin} and kind = 'hours'`.execute(w.db)).rows[0]
      ?.n,
  )
const post = (by: Device, body: unknown): Promise<Response> =>
  by.fetch('/api/rescue', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
const file = (ops: readonly unknown[]) => ({ file: 'yantu-rescue', version: 1, ops })
async function handIn(by: Device, ops: readonly unknown[]): Promise<(object | undefined)[]> {
  const answer = await post(by, file(ops))
  expect(answer.status).toBe(200)
  return RescueAnswer.parse(await answer.json()).results.map((one) => one.result)
}

test('a colleague of another school hands in a claim, twice; it counts once, as the author’s own, and the author’s phone is told the same later', async () => {
  const before = await hours()
  const op = phone.op(own(), 'claim-hours', claim())
  expect(await handIn(colleague, [op])).toEqual([{ is: 'applied' }])
  expect(await handIn(colleague, [op])).toEqual([{ is: 'applied' }])
  expect(await hours()).toBe(before + 1)
  expect((await sql`select actor from op_log where op = ${op.content.op}`.execute(w.db)).rows).toEqual([{ actor: qin }])
  const later = await phone.sync([op])
  expect(later.results).toEqual([{ op: op.content.op, result: { is: 'applied' } }])
  expect(await hours()).toBe(before + 1)
  expect(await count('op_log', op.content.op)).toBe(1)
})

test('an op that was changed on the way, or put under another name, is refused; nothing is stored, and the real one still counts', async () => {
  const before = await hours()
  const op = phone.op(own(), 'claim-hours', claim())
  const more = { ...op, content: { ...op.content, args: { ...op.content.args, hours: '40' } } }
  const renamed = { ...op, content: { ...op.content, actor: colleague.person } }
  expect(await handIn(colleague, [more, renamed])).toEqual([
    { is: 'refused', code: 'op.bad-signature', field: null },
    { is: 'refused', code: 'op.unknown-device', field: null },
  ])
  expect(await hours()).toBe(before)
  expect(await count('op_log', op.content.op)).toBe(0)
  expect(await count('security_event', op.content.op)).toBe(1)
  expect(await handIn(colleague, [op])).toEqual([{ is: 'applied' }])
})

test('the one who hands it in lends no right: what the author may not do stays refused, whoever carries it', async () => {
  const admin = await w.device(w.admin)
  const op = phone.op({ kind: 'school', id: school }, 'grant-role', {
    person: qin,
    personName: '覃丽莎',
    role: 'principal',
    from: '2026-09-01',
    to: null,
  })
  expect(await handIn(admin, [op])).toEqual([{ is: 'refused', code: 'verb.not-allowed', field: null }])
})

test('an op of a signed-off device, of nobody here, and one that cannot be read are refused, and the good one beside them is taken', async () => {
  const lost = await w.device(qin)
  const before = lost.op(own(), 'claim-hours', claim())
  await sql`update device set revoked_at = now() where id = ${lost.id}`.execute(w.db)
  const nobody = { ...before, content: { ...before.content, op: w.uuid(), actor: w.uuid() } }
  const unread = { content: { op: w.uuid(), actor: 7 } }
  const good = phone.op(own(), 'claim-hours', claim({ first: '2026-09-05', last: '2026-09-05' }))
  const results = await handIn(colleague, [before, nobody, unread, 'nothing', good])
  expect(results).toEqual([
    ...(['op.unknown-device', 'op.unknown-device', 'op.malformed'] as const).map((code) => ({ is: 'refused', code, field: null })),
    { is: 'applied' },
  ])
})

test('in another district the same file proves nothing', async () => {
  const other = await world({ districtCode: '500106' })
  try {
    const there = await other.device(await other.teacher('沙坪坝老师', await other.school('树人小学')))
    // Both stories number their people and devices alike; this one's device is beyond them.
    for (let i = 0; i < 500; i += 1) w.uuid()
    const op = (await w.device(qin)).op(own(), 'claim-hours', claim())
    expect(await handIn(there, [op])).toEqual([{ is: 'refused', code: 'op.unknown-device', field: null }])
    expect((await sql`select 1 from op_log where op = ${op.content.op}`.execute(other.db)).rows).toEqual([])
    expect(other.failures).toEqual([])
  } finally {
    await other.close()
  }
})

test('what is no rescue file is answered so, too large a part is not read, and a stranger is told to sign in', async () => {
  expect(await (await post(colleague, { ops: [] })).json()).toEqual({ code: 'rescue.not-one' })
  expect((await post(colleague, '{')).status).toBe(400)
  expect((await post(colleague, file(['x'.repeat(200_000)]))).status).toBe(413)
  expect(
    (
      await post(
        {
          ...colleague,
          fetch: (path, init) => Promise.resolve(w.app.request(path, { ...init, headers: { host: '127.0.0.1', 'x-yantu': '1' } })),
        },
        file([]),
      )
    ).status,
  ).toBe(401)
  expect(w.failures).toEqual([])
})

test('what another site’s form could send is not taken', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await colleague.fetch('/api/rescue', {
      method: 'POST',
      body: JSON.stringify(file([])),
      headers: { 'content-type': type },
    })
    expect([answer.status, await answer.json()]).toEqual([415, { code: 'request.malformed' }])
  }
})
