// A training of hundreds is cancelled in lots: a phone that gives up half-way leaves an activity that can be cancelled again.
import { expect, test, vi } from 'vitest'
import { cancelling } from '../../../src/app/school/cancelling.ts'
import { emptyDocument, type Row } from '../../../src/domain/document.ts'
import type { PersonId, RowId } from '../../../src/domain/ids.ts'
import { actGroup } from '../../../src/storage/act-group.ts'
import type { ActInput } from '../../../src/storage/act.ts'
import { closePhone, read } from '../../../src/storage/phone.ts'
import { ACTIVITY, CENTRAL, done, IDENTITY, nextOp, schoolFile, uuid } from '../../domain/verbs/scene.ts'
import { fill, handset, openFor } from '../../storage/people.ts'

const granted = Array.from({ length: 450 }, (_, n) => {
  const person = uuid(30_000 + n) as string as PersonId
  const row = nextOp()
  const enrolled = done('du', 'enrol-person', emptyDocument<Row>({ kind: 'teacher', id: person }), {
    identity: { ...IDENTITY, name: '老师' },
    home: { row: nextOp(), school: CENTRAL, from: '2024-09-01' },
  })
  return {
    person,
    row,
    doc: done('wu', 'grant-hours', enrolled, { activity: ACTIVITY, hours: null, attendance: null, result: null }, { op: row }),
  }
})

test('what was granted goes first and the activity last, so that nobody’s hours are left on a cancelled activity', async () => {
  const act = {
    title: '校本研修',
    organiser: '',
    level: 'school',
    mode: 'school-based',
    tags: [],
    project: null,
    first: '2025-09-06',
    last: '2025-09-06',
  }
  const op = nextOp()
  const row = op as string as RowId
  const file = done('wu', 'register-activity', schoolFile(CENTRAL), { ...act, hours: '4', way: 'roster', expected: [], absent: [] }, { op })
  const phone = await openFor('wu', handset())
  await fill(phone, [file, ...granted.map(({ doc }) => doc)])
  const taken = granted.map((one): ActInput => ({
    verb: 'reverse-entry',
    subject: { kind: 'teacher', id: one.person },
    args: { row: one.row, reason: '重复发放' },
  }))
  const inputs = cancelling({ kind: 'school', id: CENTRAL }, row, '重复发放', taken)
  const verbs = async (): Promise<string[]> =>
    (await read(phone, (database) => database.outbox.orderBy('n').toArray())).map((op) => op.content.verb)

  let lots = 0
  const real = phone.database.outbox.bulkAdd.bind(phone.database.outbox)
  const failing = vi.spyOn(phone.database.outbox, 'bulkAdd').mockImplementation(((...args: Parameters<typeof real>) => {
    lots += 1
    if (lots > 1) throw new DOMException('full', 'QuotaExceededError')
    return real(...args)
  }) as typeof real)
  expect((await actGroup(phone, inputs)).is).toBe('failed')
  failing.mockRestore()
  expect(new Set(await verbs())).toEqual(new Set(['reverse-entry']))

  expect(await actGroup(phone, inputs)).toMatchObject({ is: 'saved', ops: { length: 251 } })
  expect((await verbs()).slice(-1)).toEqual(['cancel-activity'])
  closePhone(phone)
}, 60_000)
