// After a restore a server knows less than the phones: what was confirmed once waits for what it is about instead of being refused
// for good, and nothing waits for an op that nobody has any more.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { decidedFields, entryOf } from '../../../src/domain/entry.ts'
import type { HoursRow } from '../../../src/domain/dossier.ts'
import type { PersonId, RowId } from '../../../src/domain/ids.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import type { SignedOp } from '../../../src/wire/op.ts'
import type { OpResult } from '../../../src/wire/result.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let qin: PersonId
let teacher: Device
let officer: Device
let claimed: SignedOp
let accept: SignedOp

beforeAll(async () => {
  w = await world()
  const school = await w.school('实验小学')
  qin = await w.teacher('覃丽莎', school)
  const wu = await w.teacher('吴敏', school)
  await w.role(wu, '吴敏', 'officer', { kind: 'school', id: school })
  teacher = await w.device(qin)
  officer = await w.device(wu)
  claimed = teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ level: 'school', mode: 'school-based' }))
  const row = claimed.content.op as string as RowId
  const fact = { what: 'claimed', ...claim({ level: 'school', mode: 'school-based' }), hours: 40 } as unknown as HoursRow['facts'][number]
  const entry = entryOf({ id: row, kind: 'hours', facts: [fact] })
  accept = officer.op(
    { kind: 'teacher', id: qin },
    'accept-claim',
    { row, hours: '4', credits: null, note: '' },
    { base: entry === null ? null : shortHash(decidedFields(entry)) },
  )
})
afterAll(() => w.close())

const resultOf = async (device: Device, op: SignedOp, more: object = {}): Promise<OpResult | undefined> =>
  (await device.sync([op], more)).results[0]?.result
const logged = async (op: SignedOp): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from op_log where op = ${op.content.op}`.execute(w.db)).rows[0]?.n)

test('an acceptance that was confirmed once waits for the claim it is about, and takes effect when the teacher’s phone is back', async () => {
  const confirmed = [accept.content.op]
  expect(await resultOf(officer, accept, { confirmed })).toEqual({ is: 'held', after: claimed.content.op })
  expect(await logged(accept)).toBe(0)
  expect(await resultOf(teacher, claimed)).toEqual({ is: 'applied' })
  expect(await resultOf(officer, accept, { confirmed })).toEqual({ is: 'applied' })
  expect(await resultOf(officer, accept, { confirmed })).toEqual({ is: 'applied' })
})

test('the word of a phone that it was confirmed lends no right: a stranger’s op waits, and never takes effect', async () => {
  const stranger = await w.device(await w.teacher('外校老师', await w.school('解放小学')))
  const op = stranger.op({ kind: 'teacher', id: qin }, 'reverse-entry', { row: claimed.content.op, reason: '不算' })
  expect((await resultOf(stranger, op, { confirmed: [op.content.op] }))?.is).toBe('held')
  expect(await resultOf(stranger, op)).toEqual({ is: 'refused', code: 'verb.not-allowed', field: null })
})

test('an op does not wait for an earlier one that its phone no longer has; otherwise it does', async () => {
  const lost = w.uuid()
  const op = teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ title: '听课' }), { after: lost })
  expect(await resultOf(teacher, op)).toEqual({ is: 'held', after: lost })
  expect(await resultOf(teacher, op, { gone: [lost] })).toEqual({ is: 'applied' })
})

test('what came after a refused op is refused with it, whatever the phone says is gone', async () => {
  const bad = teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', { ...claim(), first: '2026-09-13' })
  expect((await resultOf(teacher, bad))?.is).toBe('refused')
  const next = teacher.op({ kind: 'teacher', id: qin }, 'withdraw-claim', { row: bad.content.op }, { after: bad.content.op })
  expect(await resultOf(teacher, next, { gone: [bad.content.op], confirmed: [next.content.op] })).toEqual({
    is: 'refused',
    code: 'op.after-refused',
    field: null,
  })
})
