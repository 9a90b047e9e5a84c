import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { Reference } from '../../../src/domain/reference.ts'
import { digestOf, heldDigest } from '../../../src/wire/document-text.ts'
import { SyncResponse } from '../../../src/wire/sync.ts'
import { subjectOf } from '../../../src/server/store/documents.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let central: SchoolId
let point: SchoolId
let other: SchoolId
let qin: PersonId
let lone: PersonId
let far: PersonId
let teacher: Device
let officer: Device
let district: Device

beforeAll(async () => {
  w = await world()
  central = await w.school('中心校', { kind: 'central', place: 'rural' })
  point = await w.school('竹林教学点', { kind: 'teaching-point', parent: central, place: 'rural' })
  other = await w.school('解放小学')
  qin = await w.teacher('覃丽莎', central)
  lone = await w.teacher('独自一人', point)
  far = await w.teacher('别校老师', other)
  const wang = await w.teacher('王建国', central)
  await w.role(wang, '王建国', 'officer', { kind: 'school', id: central })
  const liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  teacher = await w.device(qin)
  officer = await w.device(wang)
  district = await w.device(liu)
})
afterAll(() => w.close())

const keys = (subjects: readonly { kind: string; id: string }[] | undefined): string[] =>
  (subjects ?? []).map((s) => `${s.kind}:${s.id}`).sort()

describe('pulling', () => {
  test('a teacher holds their own dossier and nothing else, and gets nothing else by asking', async () => {
    const first = await teacher.sync()
    expect(keys(first.scope)).toEqual([`teacher:${qin}`])
    const second = await teacher.sync([], {
      want: [
        { kind: 'teacher', id: qin },
        { kind: 'teacher', id: far },
        { kind: 'school', id: central },
      ],
      opened: [{ kind: 'teacher', id: far }],
    })
    expect(second.documents.map((d) => d.subject.id)).toEqual([qin])
    expect(Object.keys(second.digests)).toEqual([`teacher:${qin}`])
    expect(() => SyncResponse.parse(second)).not.toThrow()
  })

  test('a document arrives whole, and its digest is that of its bytes', async () => {
    const [document] = (await teacher.sync([], { want: [{ kind: 'teacher', id: qin }] })).documents
    expect(document?.rows.map((r) => r.kind).sort()).toEqual(['person', 'post'])
    expect(document?.digest).toBe(digestOf(subjectOf('teacher', qin), document?.rows ?? []))
  })

  test('an officer holds the school’s people and file and those of its teaching points', async () => {
    const { scope } = await officer.sync()
    expect(keys(scope)).toEqual(
      [`school:${central}`, `school:${point}`, `teacher:${lone}`, `teacher:${officer.person}`, `teacher:${qin}`].sort(),
    )
  })

  test('a district device holds every file, what waits for the district, and what it opened', async () => {
    const before = await district.sync()
    expect(keys(before.scope)).toEqual([`district:${w.district}`, `school:${central}`, `school:${point}`, `school:${other}`].sort())
    const opened = await district.sync([], { opened: [{ kind: 'teacher', id: far }], want: [{ kind: 'teacher', id: far }] })
    expect(opened.documents.map((d) => d.subject.id)).toEqual([far])
    const device = await w.device(far)
    await device.sync([device.op({ kind: 'teacher', id: far }, 'claim-hours', claim())])
    expect(keys((await district.sync()).scope)).toContain(`teacher:${far}`)
  })

  test('what one device sends the other sees, once, and an idle round moves nothing', async () => {
    await officer.sync()
    const op = teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ level: 'school' }))
    await teacher.sync([op])
    const answer = await officer.sync()
    expect(answer.rows.map((r) => [r.subject.id, r.row.id])).toEqual([[qin, op.content.op]])
    expect(Object.keys(answer.digests)).toEqual([`teacher:${qin}`])
    const held = heldDigest(keys((await officer.sync()).scope))
    const { reference } = await officer.sync([], { reference: null })
    const idle = await officer.sync([], { held, reference: reference?.hash ?? null })
    expect(idle.rows).toEqual([])
    expect(idle.scope).toBeUndefined()
    expect(idle.reference).toBeUndefined()
    expect(JSON.stringify(idle).length).toBeLessThan(1024)
  })

  test('a teacher who moves away takes their dossier out of one school’s sight and into the other’s', async () => {
    const mover = await w.teacher('要调走的', central)
    expect(keys((await officer.sync()).scope)).toContain(`teacher:${mover}`)
    await w.act({ kind: 'teacher', id: mover }, 'start-post', { school: other, kind: 'home', from: '2026-09-20' })
    expect(keys((await officer.sync()).scope)).not.toContain(`teacher:${mover}`)
    const refused = await officer.sync([
      officer.op({ kind: 'teacher', id: mover }, 'return-claim', { row: w.uuid(), reason: '看看' }, { base: 'x' }),
    ])
    expect(refused.results[0]?.result).toMatchObject({ is: 'refused', code: 'verb.not-allowed' })
  })

  test('reference data is the part of one’s own scope: a teacher sees no other school’s officers, a district role sees all', async () => {
    const wu = await w.teacher('吴专干', other)
    await w.role(wu, '吴专干', 'officer', { kind: 'school', id: other })
    const mine = JSON.parse((await teacher.sync([], { reference: null })).reference?.content ?? '{}') as Reference
    expect(mine.schools.map((s) => s.name)).toEqual(['中心校'])
    expect(mine.roles.map((r) => r.name)).toEqual(expect.arrayContaining(['王建国', '刘科长']))
    expect(mine.roles.map((r) => r.name)).not.toContain('吴专干')
    expect(mine.policy.district.name).toBe('渝中区')
    const whole = JSON.parse((await district.sync([], { reference: null })).reference?.content ?? '{}') as Reference
    expect(whole.schools).toHaveLength(3)
    expect(whole.roles.map((r) => r.name)).toContain('吴专干')
    // What the plan wants of the whole district is on the district's pages alone.
    expect([mine.policy.parts.indicators.length, whole.policy.parts.indicators.length > 10]).toEqual([0, true])
    expect(mine.policy.version).toBe(whole.policy.version)
  })

  test('a made-up cursor, one of another generation, and one from a future that never was start the phone again', async () => {
    const { cursor } = await teacher.sync()
    const [generation, change, seal] = cursor.split('.')
    for (const wrong of [`${String(generation)}.${String(Number(change) + 5)}.${String(seal)}`, 'nonsense', `9.1.${String(seal)}`]) {
      const answer = await teacher.sync([], { cursor: wrong })
      expect(answer.rows).toEqual([])
      expect(answer.digests).toHaveProperty(`teacher:${qin}`)
    }
    expect((await teacher.sync([], { cursor, generation: 7 })).digests).toHaveProperty(`teacher:${qin}`)
  })

  test('a long absence comes in pages that end between changes, and every page’s digests match what was sent so far', async () => {
    const start = await teacher.sync([], { want: [{ kind: 'teacher', id: qin }] })
    const rows = new Map(start.documents[0]?.rows.map((r) => [r.id, r]))
    const writer = await w.device(qin)
    const long = '长'.repeat(110)
    const args = claim({ title: long, organiser: long, evidence: [], lateReason: '长'.repeat(400) })
    for (let i = 0; i < 14; i += 1)
      await writer.sync(Array.from({ length: 40 }, () => writer.op({ kind: 'teacher', id: qin }, 'claim-hours', args)))
    let pages = 0
    for (;;) {
      const answer = await teacher.sync()
      pages += 1
      for (const { row } of answer.rows) rows.set(row.id, row)
      const digest = answer.digests[`teacher:${qin}`]
      if (digest !== undefined) expect(digestOf(subjectOf('teacher', qin), rows.values())).toBe(digest)
      if (!answer.more) break
      expect(answer.rows.length).toBeGreaterThan(0)
      expect(answer.nextAfterMs).toBe(0)
    }
    expect(pages).toBeGreaterThan(1)
    expect([...rows.values()].filter((r) => r.kind === 'hours').length).toBeGreaterThanOrEqual(560)
  })

  test('roles come and go with the answer', async () => {
    const someone = await w.teacher('新专干', other)
    const device = await w.device(someone)
    expect((await device.sync()).me?.roles).toEqual([])
    await w.role(someone, '新专干', 'officer', { kind: 'school', id: other })
    const answer = await device.sync()
    expect(answer.me?.roles).toEqual([{ role: 'officer', at: { kind: 'school', id: other } }])
    expect(keys(answer.scope)).toContain(`school:${other}`)
  })

  test('phones are told to come back at different times', async () => {
    expect((await teacher.sync()).nextAfterMs).toBe(90_000)
  })
})
