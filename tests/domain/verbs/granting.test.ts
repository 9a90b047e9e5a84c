import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import {
  ACTIVITY,
  attempt,
  atDistrict,
  baseOf,
  CENTRAL,
  codeOf,
  DISTRICT_ACTIVITY,
  done,
  dossier,
  entryIn,
  nextOp,
  OTHER_ACTIVITY,
  POINT,
  REFERENCE,
  TRAINING,
  accept,
  withClaim,
} from './scene.ts'

const grant = (activity: string = ACTIVITY, over: Readonly<Record<string, unknown>> = {}) => ({
  activity,
  hours: null,
  attendance: null,
  result: null,
  ...over,
})
const granted = () => {
  const row = nextOp()
  return { doc: done('wu', 'grant-hours', dossier('lin', CENTRAL), grant(), { op: row }), row }
}

describe('hours granted by a roster', () => {
  it('are recognised at once, with the training as the activity says', () => {
    const { doc, row } = granted()
    expect(entryIn(doc, row)).toMatchObject({
      state: 'recognised',
      origin: 'granted',
      recognised: 40,
      training: { title: '九月校本研修', activity: ACTIVITY, level: 'school', tags: ['教研'] },
    })
  })
  it('may differ for one person, with their attendance and result', () => {
    const row = nextOp()
    const doc = done('wu', 'grant-hours', dossier('lin', CENTRAL), grant(ACTIVITY, { hours: '2.5', attendance: 625, result: '合格' }), {
      op: row,
    })
    expect(entryIn(doc, row)).toMatchObject({ recognised: 25, training: { hours: 25, attendance: 625, result: '合格' } })
  })
  it('reach a teaching point from its 中心校, and anyone from the district', () => {
    expect(attempt('wu', 'grant-hours', dossier('tao', POINT), grant()).is).toBe('applied')
    expect(attempt('du', 'grant-hours', dossier('tao', POINT), grant(DISTRICT_ACTIVITY)).is).toBe('applied')
    expect(attempt('du', 'grant-hours', dossier('tao', POINT), grant()).is).toBe('applied')
  })
  it('are given once, and again only after they were reversed', () => {
    const { doc, row } = granted()
    expect(attempt('wei', 'grant-hours', doc, grant())).toEqual({ is: 'noop' })
    const gone = done('wu', 'reverse-entry', doc, { row, reason: '未到场' }, { base: baseOf(doc, row) })
    expect(attempt('wei', 'grant-hours', gone, grant()).is).toBe('applied')
  })
  it('are not given for an activity nobody registered, of another school, of the district, or of a level that body may not grant', () => {
    const doc = dossier('lin', CENTRAL)
    expect(codeOf(attempt('wu', 'grant-hours', doc, grant(nextOp())))).toBe('activity.unknown')
    expect(codeOf(attempt('wu', 'grant-hours', doc, grant(OTHER_ACTIVITY)))).toBe('activity.other-school')
    expect(codeOf(attempt('wu', 'grant-hours', doc, grant(DISTRICT_ACTIVITY)))).toBe('activity.other-school')
    expect(codeOf(attempt('he', 'grant-hours', doc, grant(OTHER_ACTIVITY)))).toBe('verb.not-allowed')
    const nation = { ...REFERENCE, activities: REFERENCE.activities.map((a) => ({ ...a, level: 'nation' as const })) }
    expect(codeOf(attempt('wu', 'grant-hours', doc, grant(), { reference: nation }))).toBe('activity.level-not-granted')
  })
  it('for the officer who keeps the roster become a claim that another desk recognises', () => {
    const row = nextOp()
    const outcome = attempt('wu', 'grant-hours', dossier('wu', CENTRAL), grant(), { op: row })
    if (outcome.is !== 'adjusted') throw new Error(outcome.is)
    expect(entryIn(outcome.document, row)).toMatchObject({ state: 'pending-school', origin: 'claimed', evidence: [{ is: 'roster' }] })
    expect(attempt('wu', 'grant-hours', outcome.document, grant())).toEqual({ is: 'noop' })
    expect(codeOf(attempt('wu', 'accept-claim', outcome.document, accept(row), { base: baseOf(outcome.document, row) }))).toBe(
      'claim.own-decision',
    )
    expect(
      entryIn(done('wei', 'accept-claim', outcome.document, accept(row), { base: baseOf(outcome.document, row) }), row).recognised,
    ).toBe(40)
  })
})

describe('recording from paper for someone', () => {
  const paper = { ...TRAINING, evidence: [{ is: 'paper-at-school' }], lateReason: '纸质补录', originalSeen: true }
  const record = (who: 'wu' | 'du', over = {}) => {
    const row = nextOp()
    return entryIn(done(who, 'record-for', dossier('lin', CENTRAL), { ...paper, ...over }, { op: row }), row)
  }
  it('recognises what the school may recognise and passes on what it may not', () => {
    expect(record('wu')).toMatchObject({ state: 'recognised', origin: 'recorded', recognised: 40 })
    expect(record('wu', { level: 'district' })).toMatchObject({ state: 'pending-district', recognised: null })
    expect(record('wu', { level: 'nation' })).toMatchObject({ state: 'pending-school', decision: null })
    expect(record('du', { level: 'nation' })).toMatchObject({ state: 'recognised', recognised: 40 })
  })
  it('needs the original to have been seen', () => {
    expect(codeOf(attempt('wu', 'record-for', dossier('lin', CENTRAL), { ...paper, originalSeen: false }))).toBe('verb.bad-arguments')
  })
  it('is never for oneself', () => {
    expect(codeOf(attempt('wu', 'record-for', dossier('wu', CENTRAL), paper))).toBe('claim.own-decision')
  })
  it('may be taken back like any decision, and then waits', () => {
    const row = nextOp()
    const doc = done('wu', 'record-for', dossier('lin', CENTRAL), paper, { op: row })
    expect(entryIn(done('wu', 'revoke-decision', doc, { row, decision: row }), row).state).toBe('pending-school')
  })
})

describe('looking again at recognised hours', () => {
  it('the teacher objects, the school gives the right hours', () => {
    const { doc, row } = granted()
    const request = nextOp()
    const asked = done('lin', 'request-correction', doc, { row, reason: '我上满了六学时' }, { op: request })
    expect(entryIn(asked, row)).toMatchObject({ state: 'recognised', recognised: 40, openRequest: { op: request } })
    expect(codeOf(attempt('lin', 'request-correction', asked, { row, reason: '再问一次' }))).toBe('correction.already-open')
    const answer = { row, request, hours: '6', reason: '已核对签到表' }
    const seen = baseOf(asked, row)
    expect(attempt('wu', 'answer-correction', asked, answer, { base: null })).toEqual({ is: 'stale', row })
    const after = done('wu', 'answer-correction', asked, answer, { base: seen })
    expect(entryIn(after, row)).toMatchObject({ recognised: 60, openRequest: null })
    expect(attempt('wei', 'answer-correction', after, answer, { base: seen })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('wei', 'answer-correction', after, { ...answer, hours: null }, { base: seen }))).toBe('correction.not-open')
  })
  it('the reviewer may keep the hours', () => {
    const { doc, row } = granted()
    const request = nextOp()
    const asked = done('lin', 'request-correction', doc, { row, reason: '少了' }, { op: request })
    expect(
      entryIn(done('wu', 'answer-correction', asked, { row, request, hours: null, reason: '签到一次' }, { base: baseOf(asked, row) }), row),
    ).toMatchObject({ recognised: 40, openRequest: null })
  })
  it('is asked for what is recognised or reversed, not for what still waits', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    expect(codeOf(attempt('lin', 'request-correction', doc, { row, reason: '快一点' }))).toBe('correction.not-recognised')
  })
  it('a reversed entry that gets hours again is recognised again', () => {
    const { doc, row } = granted()
    const gone = done('wu', 'reverse-entry', doc, { row, reason: '未到场' }, { base: baseOf(doc, row) })
    expect(entryIn(gone, row)).toMatchObject({ state: 'reversed', recognised: null })
    expect(attempt('wei', 'reverse-entry', gone, { row, reason: '未到场' }, { base: baseOf(doc, row) })).toEqual({ is: 'noop' })
    const request = nextOp()
    const asked = done('lin', 'request-correction', gone, { row, reason: '我到场了' }, { op: request })
    const back = done('wu', 'answer-correction', asked, { row, request, hours: '4', reason: '确已到场' }, { base: baseOf(asked, row) })
    expect(entryIn(back, row)).toMatchObject({ state: 'recognised', recognised: 40 })
  })
  it("what the district recognised is not the school's to reverse", () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'nation' })
    const after = done('du', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
    expect(codeOf(attempt('wu', 'reverse-entry', after, { row, reason: '重复' }, { base: baseOf(after, row) }))).toBe('claim.other-desk')
    expect(entryIn(done('dan', 'reverse-entry', after, { row, reason: '重复' }, { base: baseOf(after, row) }), row).state).toBe('reversed')
  })
  it('nobody reverses or answers in their own dossier', () => {
    const { doc, row } = withClaim('wu', CENTRAL)
    const after = done('wei', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
    expect(codeOf(attempt('wu', 'reverse-entry', after, { row, reason: '重复' }, { base: baseOf(after, row) }))).toBe('claim.own-decision')
    const request = nextOp()
    const asked = done('wu', 'request-correction', after, { row, reason: '少了' }, { op: request })
    expect(
      codeOf(attempt('wu', 'answer-correction', asked, { row, request, hours: '40', reason: '我说的' }, { base: baseOf(asked, row) })),
    ).toBe('claim.own-decision')
  })
  it('what waits is returned, not reversed', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    expect(codeOf(attempt('wu', 'reverse-entry', doc, { row, reason: '重复' }, { base: baseOf(doc, row) }))).toBe('entry.not-recognised')
  })
  it("a district officer who also keeps a school's roster still acts for the district", () => {
    const both = {
      ...REFERENCE,
      roles: [
        ...REFERENCE.roles,
        {
          person: REFERENCE.roles[0]?.person ?? ('' as never),
          name: '',
          role: 'district-officer' as const,
          at: atDistrict,
          from: day('2025-01-01'),
          to: null,
        },
      ],
    }
    expect(attempt('wu', 'grant-hours', dossier('lin', CENTRAL), grant(DISTRICT_ACTIVITY), { reference: both }).is).toBe('applied')
  })
})
