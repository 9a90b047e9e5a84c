import { describe, expect, it } from 'vitest'
import { deskFor } from '../../../src/domain/permissions.ts'
import { day } from '../../../src/domain/day.ts'
import {
  accept,
  asDossier,
  atDistrict,
  attempt,
  baseOf,
  CENTRAL,
  codeOf,
  done,
  dossier,
  entryIn,
  id,
  nextOp,
  NAMES,
  OTHER,
  POINT,
  REFERENCE,
  TODAY,
  TRAINING,
  withClaim,
} from './scene.ts'

describe('the way of a claim', () => {
  it('of 校本 hours ends with the school: the officer recognises it', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const after = done('wu', 'accept-claim', doc, accept(row, '3.5'), { base: baseOf(doc, row) })
    expect(entryIn(after, row)).toMatchObject({ state: 'recognised', claimed: 40, recognised: 35 })
  })
  it('of district hours passes through the school and ends with the district', () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'district' })
    const passed = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
    expect(entryIn(passed, row)).toMatchObject({ state: 'pending-district', recognised: null })
    expect(codeOf(attempt('wu', 'accept-claim', passed, accept(row), { base: baseOf(passed, row) }))).toBe('claim.other-desk')
    const after = done('du', 'accept-claim', passed, accept(row), { base: baseOf(passed, row) })
    expect(entryIn(after, row)).toMatchObject({ state: 'recognised', recognised: 40 })
  })
  it("that only the district decides is not the school's to say yes to", () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'nation' })
    expect(codeOf(attempt('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }))).toBe('claim.other-desk')
    expect(entryIn(done('du', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }), row).state).toBe('recognised')
  })
  it("ends at once when the district officer says yes in the school's stead", () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'district' })
    expect(entryIn(done('du', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }), row).state).toBe('recognised')
  })
  it('of a one-person teaching point is decided by the officers of its 中心校', () => {
    const { doc, row } = withClaim('tao', POINT)
    expect(deskFor(asDossier(doc), REFERENCE, TODAY)).toMatchObject({ at: { kind: 'school', id: CENTRAL } })
    expect(entryIn(done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }), row).state).toBe('recognised')
  })
  it('of the officer goes to the other officer, and of the only officer to the district', () => {
    const { doc, row } = withClaim('wu', CENTRAL)
    expect(deskFor(asDossier(doc), REFERENCE, TODAY).people.map((p) => p.person)).toEqual([id('wei')])
    expect(codeOf(attempt('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }))).toBe('claim.own-decision')
    expect(entryIn(done('wei', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }), row).state).toBe('recognised')
    expect(deskFor(asDossier(dossier('he', OTHER)), REFERENCE, TODAY).at).toEqual(atDistrict)
  })
  it('of the principal does not wait for the principal', () => {
    const { doc, row } = withClaim('zhou', CENTRAL)
    expect(codeOf(attempt('zhou', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }))).toBe('claim.own-decision')
    expect(deskFor(asDossier(doc), REFERENCE, TODAY).people.map((p) => p.person)).toEqual([id('wu'), id('wei')])
  })
  it('of a district officer is decided by another one', () => {
    const { doc, row } = withClaim('du', CENTRAL, { level: 'nation' })
    expect(codeOf(attempt('du', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }))).toBe('claim.own-decision')
    expect(entryIn(done('dan', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }), row).state).toBe('recognised')
  })
  it('is decided by someone with a school role and a district role in the one that fits the step', () => {
    const both = {
      ...REFERENCE,
      roles: [
        ...REFERENCE.roles,
        { person: id('wu'), name: NAMES.wu, role: 'district-officer' as const, at: atDistrict, from: day('2025-01-01'), to: null },
      ],
    }
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'district' })
    const passed = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row), reference: both })
    expect(entryIn(passed, row).state).toBe('pending-district')
    expect(entryIn(done('wu', 'accept-claim', passed, accept(row), { base: baseOf(passed, row), reference: both }), row).state).toBe(
      'recognised',
    )
  })
  it('is not decided by someone whose role ended yesterday', () => {
    const ended = { ...REFERENCE, roles: REFERENCE.roles.map((r) => (r.person === id('wu') ? { ...r, to: day('2026-03-09') } : r)) }
    const { doc, row } = withClaim('lin', CENTRAL)
    expect(codeOf(attempt('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row), reference: ended }))).toBe('verb.not-allowed')
  })
})

describe('a decision binds what was seen', () => {
  it('so a claim amended meanwhile makes it stale', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const seen = baseOf(doc, row)
    const amended = done('lin', 'amend-claim', doc, { row, ...TRAINING, hours: '8', evidence: [], lateReason: null })
    expect(attempt('wu', 'accept-claim', amended, accept(row), { base: seen })).toEqual({ is: 'stale', row })
    expect(attempt('wu', 'return-claim', amended, { row, reason: '缺证明' }, { base: seen })).toEqual({ is: 'stale', row })
    expect(attempt('wu', 'accept-claim', amended, accept(row))).toEqual({ is: 'stale', row })
  })
  it('and the same yes by two officers offline counts once, without a quarrel', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const seen = baseOf(doc, row)
    const after = done('wu', 'accept-claim', doc, accept(row), { base: seen })
    expect(attempt('wei', 'accept-claim', after, accept(row), { base: seen })).toEqual({ is: 'noop' })
    expect(attempt('wei', 'accept-claim', after, accept(row, '3'), { base: seen })).toEqual({ is: 'stale', row })
    expect(attempt('wei', 'return-claim', after, { row, reason: '缺证明' }, { base: seen })).toEqual({ is: 'stale', row })
  })
  it('also when the district has recognised it in between', () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'district' })
    const seen = baseOf(doc, row)
    const passed = done('wu', 'accept-claim', doc, accept(row), { base: seen })
    const after = done('du', 'accept-claim', passed, accept(row), { base: baseOf(passed, row) })
    expect(attempt('wei', 'accept-claim', after, accept(row), { base: seen })).toEqual({ is: 'noop' })
  })
  it('and two returns of the same claim are one', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const seen = baseOf(doc, row)
    const after = done('wu', 'return-claim', doc, { row, reason: '缺证明' }, { base: seen })
    expect(entryIn(after, row).state).toBe('returned-school')
    expect(attempt('wei', 'return-claim', after, { row, reason: '证明不清' }, { base: seen })).toEqual({ is: 'noop' })
  })
  it('and an op whose answer got lost takes effect once', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const op = nextOp()
    const base = baseOf(doc, row)
    const after = done('wu', 'accept-claim', doc, accept(row), { base, op })
    expect(attempt('wu', 'accept-claim', after, accept(row), { base, op })).toEqual({ is: 'noop' })
  })
  it('and a return needs a reason', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    expect(attempt('wu', 'return-claim', doc, { row, reason: '  ' }, { base: baseOf(doc, row) })).toEqual({
      is: 'refused',
      code: 'verb.bad-arguments',
      field: 'reason',
    })
  })
})

describe('taking a decision back', () => {
  const accepted = (how = {}) => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const op = nextOp()
    return { doc: done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row), op, ...how }), row, op }
  }
  it('puts the claim back where it waited, and it can be decided anew', () => {
    const { doc, row, op } = accepted()
    const after = done('wu', 'revoke-decision', doc, { row, decision: op }, { today: '2026-03-11', minute: '10:00' })
    expect(entryIn(after, row)).toMatchObject({ state: 'pending-school', recognised: null, decision: null })
    expect(entryIn(after, row).facts.map((f) => f.what)).toEqual(['claimed', 'accepted', 'revoked'])
    expect(attempt('wu', 'revoke-decision', after, { row, decision: op })).toEqual({ is: 'noop' })
    const again = done('wu', 'accept-claim', after, accept(row, '2'), { base: baseOf(after, row) })
    expect(entryIn(again, row).recognised).toBe(20)
  })
  it('is for 24 hours, not a minute more', () => {
    const { doc, row, op } = accepted()
    expect(codeOf(attempt('wu', 'revoke-decision', doc, { row, decision: op }, { today: '2026-03-11', minute: '10:01' }))).toBe(
      'decision.too-late',
    )
  })
  it('is for the person who decided', () => {
    const { doc, row, op } = accepted()
    expect(codeOf(attempt('wei', 'revoke-decision', doc, { row, decision: op }))).toBe('decision.other-person')
    expect(codeOf(attempt('du', 'revoke-decision', doc, { row, decision: op }))).toBe('decision.other-person')
  })
  it('is over once something followed', () => {
    const { doc, row, op } = accepted()
    const asked = done('lin', 'request-correction', doc, { row, reason: '少了两学时' })
    expect(codeOf(attempt('wu', 'revoke-decision', asked, { row, decision: op }))).toBe('decision.followed')
  })
  it('of something that was never decided does not tell whether it exists', () => {
    const { doc, row } = accepted()
    expect(codeOf(attempt('wu', 'revoke-decision', doc, { row, decision: nextOp() }))).toBe('verb.not-allowed')
    expect(codeOf(attempt('wu', 'revoke-decision', doc, { row: nextOp(), decision: nextOp() }))).toBe('verb.not-allowed')
  })
})
