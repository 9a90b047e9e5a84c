import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { SyncResponse } from '../../../src/wire/sync.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let school: SchoolId
let qin: PersonId
let phone: Device
let officer: Device
let stranger: Device

beforeAll(async () => {
  w = await world()
  school = await w.school('实验小学')
  const other = await w.school('解放小学')
  qin = await w.teacher('覃丽莎', school)
  const wang = await w.teacher('王建国', school)
  await w.role(wang, '王建国', 'officer', { kind: 'school', id: school })
  phone = await w.device(qin)
  officer = await w.device(wang)
  stranger = await w.device(await w.teacher('外校老师', other))
})
afterAll(() => w.close())

const own = (): { kind: 'teacher'; id: string } => ({ kind: 'teacher', id: qin })
const resultOf = (answer: SyncResponse, op: string) => answer.results.find((r) => r.op === op)?.result
const countOf = async (table: 'op_log' | 'security_event', op: string): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where op = ${op}`.execute(w.db)).rows[0]?.n)
const hoursRows = async (): Promise<number> =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from document_row where subject_id = ${qin} and kind = 'hours'`.execute(w.db)).rows[0]
      ?.n,
  )

describe('pushing', () => {
  test('someone who is not signed in gets nothing', async () => {
    const response = await w.app.request('/api/sync', { method: 'POST', headers: { host: '127.0.0.1', 'x-yantu': '1' }, body: '{}' })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ code: 'session.none' })
  })

  test('a teacher of another school changes nothing in someone else’s dossier and learns nothing about it', async () => {
    const before = await hoursRows()
    const op = stranger.op(own(), 'claim-hours', claim())
    const nobody = stranger.op({ kind: 'teacher', id: w.uuid() }, 'claim-hours', claim())
    const answer = await stranger.sync([op, nobody])
    expect(resultOf(answer, op.content.op)).toEqual({ is: 'refused', code: 'verb.not-allowed', field: null })
    expect(resultOf(answer, nobody.content.op)).toEqual(resultOf(answer, op.content.op))
    expect(await hoursRows()).toBe(before)
  })

  test('a teacher who loses the answer and sends again is counted once', async () => {
    const before = await hoursRows()
    const op = phone.op(own(), 'claim-hours', claim())
    const lost = await phone.sync([op])
    const again = await phone.sync([op])
    expect(resultOf(lost, op.content.op)).toEqual({ is: 'applied' })
    expect(resultOf(again, op.content.op)).toEqual({ is: 'applied' })
    expect(await hoursRows()).toBe(before + 1)
    expect(await countOf('op_log', op.content.op)).toBe(1)
  })

  test('the same op sent twice at the same moment, by two requests, is counted once', async () => {
    const before = await hoursRows()
    const op = phone.op(own(), 'claim-hours', claim({ title: '同时' }))
    const answers = await Promise.all([phone.sync([op]), phone.sync([op]), phone.sync([op])])
    for (const answer of answers) expect(resultOf(answer, op.content.op)).toEqual({ is: 'applied' })
    expect(await hoursRows()).toBe(before + 1)
  })

  test('the same op re-signed by another device of the same teacher is the same op', async () => {
    const second = await w.device(qin)
    const op = phone.op(own(), 'claim-hours', claim({ title: '换机' }))
    await phone.sync([op])
    const answer = await second.sync([second.resign(op.content)])
    expect(resultOf(answer, op.content.op)).toEqual({ is: 'applied' })
    expect(await countOf('op_log', op.content.op)).toBe(1)
  })

  test('the same op id with other content is refused and noted', async () => {
    const op = phone.op(own(), 'claim-hours', claim())
    await phone.sync([op])
    const answer = await phone.sync([phone.op(own(), 'claim-hours', claim({ hours: '40' }), { op: op.content.op })])
    expect(resultOf(answer, op.content.op)).toEqual({ is: 'refused', code: 'op.same-id-other-content', field: null })
    expect(await countOf('security_event', op.content.op)).toBe(1)
  })

  test('an op signed by another device, by nobody’s, or altered on the way is refused and never stored', async () => {
    const foreign = { ...phone.op(own(), 'claim-hours', claim()), sig: officer.op(own(), 'claim-hours', claim()).sig }
    const good = phone.op(own(), 'claim-hours', claim())
    const altered = { ...good, content: { ...good.content, args: claim({ hours: '400' }) } }
    const unknown = phone.op(own(), 'claim-hours', claim())
    const answer = await phone.sync([foreign, altered, { ...unknown, transport: { ...unknown.transport, device: w.uuid() } }])
    expect(answer.results.map((r) => ('code' in r.result ? r.result.code : r.result.is))).toEqual([
      'op.bad-signature',
      'op.bad-signature',
      'op.unknown-device',
    ])
    expect(await countOf('op_log', good.content.op)).toBe(0)
    expect(resultOf(await phone.sync([good]), good.content.op)).toEqual({ is: 'applied' })
  })

  test('an op in someone else’s name is refused', async () => {
    const op = officer.op(own(), 'claim-hours', claim(), { actor: qin })
    expect(resultOf(await officer.sync([op]), op.content.op)).toEqual({ is: 'refused', code: 'op.other-actor', field: null })
  })

  test('a device that was signed off cannot send any more', async () => {
    const lostPhone = await w.device(qin)
    const op = lostPhone.op(own(), 'claim-hours', claim())
    await sql`update device set revoked_at = now() where id = ${lostPhone.id}`.execute(w.db)
    expect(resultOf(await phone.sync([op]), op.content.op)).toEqual({ is: 'refused', code: 'op.unknown-device', field: null })
  })

  test('what was built on a refused op is refused, what waits for an unknown one is held and may come later', async () => {
    const bad = phone.op(own(), 'claim-hours', claim({ first: '2026-09-13', last: '2026-09-12' }))
    const built = phone.op(own(), 'claim-hours', claim(), { after: bad.content.op })
    const earlier = phone.op(own(), 'claim-hours', claim({ title: '先' }))
    const later = phone.op(own(), 'claim-hours', claim({ title: '后' }), { after: earlier.content.op })
    const first = await phone.sync([bad, built, later])
    expect(resultOf(first, bad.content.op)).toMatchObject({ is: 'refused', code: 'claim.end-before-start' })
    expect(resultOf(first, built.content.op)).toMatchObject({ is: 'refused', code: 'op.after-refused' })
    expect(resultOf(first, later.content.op)).toEqual({ is: 'held', after: earlier.content.op })
    expect(resultOf(await phone.sync([earlier]), earlier.content.op)).toEqual({ is: 'applied' })
    expect(resultOf(await phone.sync([later]), later.content.op)).toEqual({ is: 'applied' })
  })

  test('ops of one device on one document run in the order in which they were made, however they arrive', async () => {
    const one = phone.op(own(), 'claim-hours', claim({ title: '一' }))
    const two = phone.op(own(), 'claim-hours', claim({ title: '二' }), { after: one.content.op })
    const answer = await phone.sync([two, one])
    expect(answer.results.map((r) => r.result.is)).toEqual(['applied', 'applied'])
  })

  test('an officer who decides on what has changed since gets both versions, not a decision', async () => {
    const op = phone.op(own(), 'claim-hours', claim({ level: 'school' }))
    await phone.sync([op])
    const decision = officer.op(
      own(),
      'accept-claim',
      { row: op.content.op, hours: '4', credits: null, note: '' },
      { base: '0000000000000000' },
    )
    expect(resultOf(await officer.sync([decision]), decision.content.op)).toEqual({ is: 'stale', row: op.content.op })
  })

  test('one op that cannot be read blocks no other', async () => {
    const good = phone.op(own(), 'claim-hours', claim())
    const broken = { content: { op: w.uuid(), actor: qin }, nonsense: true }
    const answer = await phone.sync([broken, 17, null, good])
    expect(resultOf(answer, broken.content.op)).toMatchObject({ is: 'refused', code: 'op.malformed' })
    expect(resultOf(answer, good.content.op)).toEqual({ is: 'applied' })
  })

  test('hours with a fraction as a JSON number, an unknown verb, a day that does not exist: refused, in words of code', async () => {
    const fraction = { ...phone.op(own(), 'claim-hours', claim()) }
    const mangled = { ...fraction, content: { ...fraction.content, args: claim({ hours: 4.5 }) } }
    const verb = phone.op(own(), 'make-me-principal', {})
    const date = phone.op(own(), 'claim-hours', claim({ first: '2026-02-30', last: '2026-02-30' }))
    const huge = phone.op(own(), 'claim-hours', claim({ hours: '10000' }))
    const negative = phone.op(own(), 'claim-hours', claim({ hours: '-4' }))
    const answer = await phone.sync([mangled, verb, date, huge, negative])
    expect(answer.results.map((r) => ('code' in r.result ? r.result.code : r.result.is)).sort()).toEqual([
      'op.malformed',
      'verb.bad-arguments',
      'verb.bad-arguments',
      'verb.bad-arguments',
      'verb.unknown',
    ])
  })

  test('a document that cannot be written leaves its ops unanswered and every other document’s answered', async () => {
    const bad = await w.teacher('坏档案', school)
    await sql`update document_row set content = 'not json' where subject_id = ${bad} and kind = 'person'`.execute(w.db)
    const poison = officer.op({ kind: 'teacher', id: bad }, 'record-for', {})
    const fine = officer.op({ kind: 'teacher', id: officer.person }, 'claim-hours', claim())
    const answer = await officer.sync([poison, fine])
    expect(resultOf(answer, poison.content.op)).toBeUndefined()
    expect(resultOf(answer, fine.content.op)).toEqual({ is: 'applied' })
    expect(w.failures).toHaveLength(1)
    await sql`delete from document_row where subject_id = ${bad}`.execute(w.db)
  })

  test('a role that ended no longer decides', async () => {
    const short = await w.teacher('代理专干', school)
    await w.role(short, '代理专干', 'officer', { kind: 'school', id: school }, { to: '2026-09-20' as never })
    const device = await w.device(short)
    const op = phone.op(own(), 'claim-hours', claim({ level: 'school', title: '交接' }))
    await phone.sync([op])
    const decide = () => device.op(own(), 'return-claim', { row: op.content.op, reason: '请补材料' }, { base: 'x' })
    expect((await device.sync([decide()])).results[0]?.result.is).toBe('stale')
    w.now += 86_400_000
    expect((await device.sync([decide()])).results[0]?.result).toMatchObject({ is: 'refused', code: 'verb.not-allowed' })
    w.now -= 86_400_000
  })
})
