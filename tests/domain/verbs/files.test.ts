import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Document } from '../../../src/domain/document.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { activitiesOf, referenceWith, rolesOf, schoolInfoOf, settingsOf } from '../../../src/domain/reference-from.ts'
import { attempt, CENTRAL, codeOf, districtFile, done, id, nextOp, OTHER, POINT, REFERENCE, schoolFile } from './scene.ts'

const PLACE = {
  name: '李家沟教学点',
  code: '5001030099',
  kind: 'teaching-point',
  place: 'rural',
  stage: 'primary',
  parent: CENTRAL,
  from: '2025-09-01',
}
const ROLE = { person: 'lin', personName: '林老师', role: 'officer', from: '2026-03-01', to: null }
const ACT = {
  title: '三月集体备课',
  organiser: '教导处',
  level: 'school',
  mode: 'school-based',
  tags: [],
  project: null,
  first: '2026-03-05',
  last: '2026-03-05',
  hours: '3',
  way: 'roster',
  expected: ['lin', 'tao'],
  absent: ['tao'],
}
const fresh = 'fresh' as SchoolId

describe('closing a school', () => {
  const CLOSE = { to: '2026-08-31', reason: '布局调整' }
  it('keeps it by name, refuses it a second life by mistake, and may be taken back by opening it again', () => {
    const file = done('du', 'open-school', schoolFile(fresh), PLACE)
    const closed = done('du', 'close-school', file, CLOSE)
    expect(schoolInfoOf(closed)).toMatchObject({ name: PLACE.name, closedOn: '2026-08-31' })
    expect(attempt('du', 'close-school', closed, CLOSE)).toEqual({ is: 'noop' })
    const again = done('du', 'open-school', closed, { ...PLACE, from: '2026-09-01' })
    expect(schoolInfoOf(again)).not.toHaveProperty('closedOn')
    expect([...again.rows.values()].filter((r) => r.kind === 'place')).toHaveLength(1)
  })
  it('waits for the schools below it and for its people, and comes after its opening', () => {
    const file = done('du', 'open-school', schoolFile(CENTRAL), { ...PLACE, parent: null })
    expect(codeOf(attempt('du', 'close-school', file, CLOSE))).toBe('school.schools-below')
    const own = done('du', 'open-school', schoolFile(fresh), PLACE)
    expect(codeOf(attempt('du', 'close-school', own, { ...CLOSE, to: '2025-08-31' }))).toBe('school.closed-before-opened')
    expect(codeOf(attempt('du', 'close-school', own, CLOSE, { postsAfter: () => 1 }))).toBe('school.people-left')
    expect(codeOf(attempt('wu', 'close-school', own, CLOSE))).toBe('verb.not-allowed')
  })
})

describe('opening a school', () => {
  it('puts it below its 中心校', () => {
    const file = done('du', 'open-school', schoolFile(fresh), PLACE)
    expect(schoolInfoOf(file)).toEqual({
      id: fresh,
      name: PLACE.name,
      code: PLACE.code,
      kind: 'teaching-point',
      place: 'rural',
      stage: 'primary',
      parent: CENTRAL,
    })
    expect(codeOf(attempt('du', 'open-school', file, PLACE))).toBe('school.already-open')
  })
  it('needs a parent that exists and is not itself or below it', () => {
    expect(codeOf(attempt('du', 'open-school', schoolFile(fresh), { ...PLACE, parent: 'nowhere' }))).toBe('school.unknown-parent')
    expect(codeOf(attempt('du', 'open-school', schoolFile(fresh), { ...PLACE, parent: fresh }))).toBe('school.loop')
    expect(codeOf(attempt('du', 'open-school', schoolFile(CENTRAL), { ...PLACE, parent: POINT }))).toBe('school.loop')
  })
  it('and its name and parent may change, without a loop', () => {
    const file = done('du', 'open-school', schoolFile(CENTRAL), { ...PLACE, kind: 'central', parent: null })
    expect(schoolInfoOf(done('an', 'change-school', file, { changes: { name: '新中心校' } }))).toMatchObject({ name: '新中心校' })
    expect(codeOf(attempt('an', 'change-school', file, { changes: { parent: POINT } }))).toBe('school.loop')
    expect(attempt('an', 'change-school', file, { changes: { name: PLACE.name } })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('wu', 'change-school', file, { changes: { name: '我的学校' } }))).toBe('verb.not-allowed')
  })
})

describe('roles', () => {
  it('the district gives a school its officer and principal; the principal may name the officer only', () => {
    expect(attempt('du', 'grant-role', schoolFile(CENTRAL), { ...ROLE, role: 'principal' }).is).toBe('applied')
    expect(attempt('zhou', 'grant-role', schoolFile(CENTRAL), ROLE).is).toBe('applied')
    expect(codeOf(attempt('zhou', 'grant-role', schoolFile(CENTRAL), { ...ROLE, role: 'principal' }))).toBe('verb.not-allowed')
    expect(codeOf(attempt('zhou', 'grant-role', schoolFile(OTHER), ROLE))).toBe('verb.not-allowed')
    expect(codeOf(attempt('wu', 'grant-role', schoolFile(CENTRAL), ROLE))).toBe('verb.not-allowed')
  })
  it("of the district are the administrators' to give", () => {
    expect(codeOf(attempt('du', 'grant-role', districtFile(), { ...ROLE, role: 'district-officer' }))).toBe('verb.not-allowed')
    expect(codeOf(attempt('du', 'grant-role', districtFile(), { ...ROLE, role: 'admin' }))).toBe('verb.not-allowed')
    expect(attempt('an', 'grant-role', districtFile(), { ...ROLE, role: 'district-officer' }).is).toBe('applied')
    expect(codeOf(attempt('an', 'grant-role', districtFile(), ROLE))).toBe('role.wrong-place')
    expect(codeOf(attempt('an', 'grant-role', schoolFile(CENTRAL), { ...ROLE, role: 'admin' }))).toBe('role.wrong-place')
  })
  it('may be lent for a time, and the same role is not given twice', () => {
    const lent = done('du', 'grant-role', schoolFile(CENTRAL), { ...ROLE, to: '2026-06-30' })
    expect(rolesOf(lent)).toMatchObject([{ person: 'lin', from: '2026-03-01', to: '2026-06-30' }])
    expect(attempt('du', 'grant-role', lent, { ...ROLE, to: '2026-05-01' })).toEqual({ is: 'noop' })
    expect(attempt('du', 'grant-role', lent, ROLE).is).toBe('applied')
    expect(codeOf(attempt('du', 'grant-role', lent, { ...ROLE, to: '2026-02-01' }))).toBe('role.end-before-start')
  })
  it('end on a day, or are struck out when they were a mistake', () => {
    const row = nextOp()
    const file = done('du', 'grant-role', schoolFile(CENTRAL), ROLE, { op: row })
    expect(rolesOf(done('zhou', 'end-role', file, { row, to: '2026-03-31' }))).toMatchObject([{ to: '2026-03-31' }])
    expect(rolesOf(done('du', 'end-role', file, { row, to: '2026-02-28' }))).toEqual([])
    expect(codeOf(attempt('du', 'end-role', file, { row, to: '2026-02-27' }))).toBe('role.end-before-start')
    expect(codeOf(attempt('wu', 'end-role', file, { row, to: '2026-03-31' }))).toBe('verb.not-allowed')
  })
  it('the last administrator cannot be ended, not even by being lent a successor', () => {
    const row = nextOp()
    const one = done('an', 'grant-role', districtFile(), { ...ROLE, person: 'an', role: 'admin' }, { op: row })
    expect(codeOf(attempt('an', 'end-role', one, { row, to: '2026-03-10' }))).toBe('role.last-admin')
    const lent = done('an', 'grant-role', one, { ...ROLE, role: 'admin', to: '2026-12-31' })
    expect(codeOf(attempt('an', 'end-role', lent, { row, to: '2026-03-10' }))).toBe('role.last-admin')
    const two = done('an', 'grant-role', one, { ...ROLE, role: 'admin' })
    expect(attempt('an', 'end-role', two, { row, to: '2026-03-10' }).is).toBe('applied')
  })
})

describe('activities', () => {
  const registered = (): { file: Document; row: string } => {
    const row = nextOp()
    return { file: done('wu', 'register-activity', schoolFile(CENTRAL), ACT, { op: row }), row }
  }
  it('a school registers what it may grant, and expects claims for the rest', () => {
    expect(activitiesOf(registered().file)).toMatchObject([
      { title: '三月集体备课', hours: 30, at: { kind: 'school', id: CENTRAL }, titles: [] },
    ])
    expect(codeOf(attempt('wu', 'register-activity', schoolFile(CENTRAL), { ...ACT, level: 'district' }))).toBe(
      'activity.level-not-granted',
    )
    expect(attempt('wu', 'register-activity', schoolFile(CENTRAL), { ...ACT, level: 'district', way: 'claims' }).is).toBe('applied')
    expect(attempt('du', 'register-activity', districtFile(), { ...ACT, level: 'district' }).is).toBe('applied')
  })
  it("only in one's own file, and not ending before it starts", () => {
    expect(codeOf(attempt('wu', 'register-activity', schoolFile(OTHER), ACT))).toBe('verb.not-allowed')
    expect(codeOf(attempt('wu', 'register-activity', districtFile(), ACT))).toBe('verb.not-allowed')
    expect(codeOf(attempt('wu', 'register-activity', schoolFile(CENTRAL), { ...ACT, last: '2026-03-04' }))).toBe(
      'activity.end-before-start',
    )
    expect(codeOf(attempt('wu', 'register-activity', schoolFile(CENTRAL), { ...ACT, level: 'self' }))).toBe('activity.unknown-level')
  })
  it('claims with other titles are joined to one, once', () => {
    const { file, row } = registered()
    const joined = done('wu', 'join-activity', file, { row, titles: ['集体备课', '三月集体备课', '集体备课'] })
    expect(activitiesOf(joined)).toMatchObject([{ titles: ['集体备课'] }])
    expect(attempt('wei', 'join-activity', joined, { row, titles: ['集体备课'] })).toEqual({ is: 'noop' })
  })
  it('cancelled ones are no longer offered', () => {
    const { file, row } = registered()
    const gone = done('wu', 'cancel-activity', file, { row, reason: '停电' })
    expect(activitiesOf(gone)).toEqual([])
    expect(attempt('wu', 'cancel-activity', gone, { row, reason: '停电' })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('wu', 'join-activity', gone, { row, titles: ['x'] }))).toBe('activity.cancelled')
    expect(codeOf(attempt('wu', 'cancel-activity', file, { row: nextOp(), reason: '停电' }))).toBe('verb.not-allowed')
  })
})

describe("the district's values", () => {
  const SET = { key: 'yearStart', value: '07-01', from: '2026-01-01', source: '渝中教发〔2026〕1号' }
  it('are set with their source, every change kept in one row', () => {
    const file = done('du', 'set-setting', done('an', 'set-setting', districtFile(), SET), { ...SET, value: '09-01' })
    expect(settingsOf(file).map((s) => s.value)).toEqual(['07-01', '09-01'])
    expect(file.rows.size).toBe(1)
    expect(attempt('du', 'set-setting', file, { ...SET, value: '09-01' })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('du', 'set-setting', file, { ...SET, key: '__proto__' }))).toBe('verb.bad-arguments')
    expect(codeOf(attempt('du', 'set-setting', file, { ...SET, source: '' }))).toBe('verb.bad-arguments')
  })
})

describe('the reference made from files', () => {
  it('replaces what these files say and leaves the rest, in whatever order they come', () => {
    const central = done('wu', 'register-activity', done('du', 'grant-role', schoolFile(CENTRAL), ROLE), ACT)
    const point = done('du', 'open-school', schoolFile(fresh), PLACE)
    const one = referenceWith(REFERENCE, [central, point])
    expect(referenceWith(referenceWith(REFERENCE, [point]), [central])).toEqual(one)
    expect(referenceWith(one, [central, point])).toEqual(one)
    expect(one.schools.map((s) => s.id)).toEqual([fresh, OTHER, POINT])
    expect(one.roles.filter((r) => r.at.id === CENTRAL).map((r) => r.person)).toEqual([id('lin')])
    expect(one.activities.map((a) => a.at.id)).toEqual(['yuzhong', 'other', CENTRAL])
    expect(one.roles.every((r) => r.from <= day('2026-03-01'))).toBe(true)
  })
})
