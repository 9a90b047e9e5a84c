import { describe, expect, it } from 'vitest'
import { accept, attempt, baseOf, CENTRAL, CLAIM, codeOf, done, dossier, entryIn, nextOp, TRAINING, withClaim } from './scene.ts'

const amended = (row: string, over: Readonly<Record<string, unknown>> = {}) => ({
  row,
  ...TRAINING,
  evidence: [],
  lateReason: null,
  ...over,
})

describe('a teacher claiming hours', () => {
  it('sees them wait for the school', () => {
    const { doc, row } = withClaim('lin', CENTRAL, { hours: '4.5' })
    expect(entryIn(doc, row)).toMatchObject({ state: 'pending-school', claimed: 45, recognised: null, origin: 'claimed' })
  })
  it.each([
    ['an end before the start', { last: '2025-10-07' }, 'claim.end-before-start'],
    ['a level the district does not use', { level: 'area' }, 'claim.unknown-level'],
    ['negative hours', { hours: '-1' }, 'verb.bad-arguments'],
    ['no hours', { hours: '0' }, 'verb.bad-arguments'],
    ['10,000 hours', { hours: '10000' }, 'verb.bad-arguments'],
    ['two decimal places', { hours: '4.25' }, 'verb.bad-arguments'],
    ['a number where text is due', { hours: 4 }, 'verb.bad-arguments'],
    ['30 February', { first: '2026-02-30', last: '2026-02-30' }, 'verb.bad-arguments'],
    ['an empty title', { title: '  ' }, 'verb.bad-arguments'],
    ['a field nobody knows', { recognised: '40' }, 'verb.bad-arguments'],
    ['a lone surrogate', { title: '研\ud800' }, 'verb.bad-arguments'],
    ['a control character', { title: '研\u0000修' }, 'verb.bad-arguments'],
  ])('is told about %s', (_what, over, code) => {
    expect(codeOf(attempt('lin', 'claim-hours', dossier('lin', CENTRAL), { ...CLAIM, ...over }))).toBe(code)
  })
  it('hears at which field it is wrong', () => {
    expect(attempt('lin', 'claim-hours', dossier('lin', CENTRAL), { ...CLAIM, hours: '-1' })).toEqual({
      is: 'refused',
      code: 'verb.bad-arguments',
      field: 'hours',
    })
  })
  it("is not refused for being late, early, or over a day's hours", () => {
    expect(
      attempt('lin', 'claim-hours', dossier('lin', CENTRAL), { ...CLAIM, first: '2019-01-01', last: '2019-01-01', hours: '40' }).is,
    ).toBe('applied')
    expect(attempt('lin', 'claim-hours', dossier('lin', CENTRAL), { ...CLAIM, first: '2027-01-01', last: '2027-01-01' }).is).toBe('applied')
  })
  it("cannot claim in someone else's dossier", () => {
    expect(codeOf(attempt('wu', 'claim-hours', dossier('lin', CENTRAL), CLAIM))).toBe('verb.not-allowed')
  })
})

describe('a teacher changing their claim', () => {
  it('may while it waits at the school, and after it came back', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const once = done('lin', 'amend-claim', doc, amended(row, { hours: '6' }), { base: baseOf(doc, row) })
    expect(entryIn(once, row)).toMatchObject({ state: 'pending-school', claimed: 60 })
    const back = done('wu', 'return-claim', once, { row, reason: '缺证明' }, { base: baseOf(once, row) })
    expect(entryIn(done('lin', 'amend-claim', back, amended(row)), row).state).toBe('pending-school')
  })
  it('chooses between both versions when it changed on another device', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const seen = baseOf(doc, row)
    const once = done('lin', 'amend-claim', doc, amended(row, { hours: '6' }), { base: seen })
    expect(attempt('lin', 'amend-claim', once, amended(row, { hours: '8' }), { base: seen })).toEqual({ is: 'stale', row })
  })
  it('may not once the school passed it on or someone recognised it', () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'district' })
    const passed = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
    expect(codeOf(attempt('lin', 'amend-claim', passed, amended(row)))).toBe('claim.not-amendable')
    expect(
      codeOf(attempt('lin', 'amend-claim', done('du', 'accept-claim', passed, accept(row), { base: baseOf(passed, row) }), amended(row))),
    ).toBe('claim.not-amendable')
  })
  it('is held to the same sense as a new claim', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    expect(codeOf(attempt('lin', 'amend-claim', doc, amended(row, { last: '2025-10-01' })))).toBe('claim.end-before-start')
    expect(codeOf(attempt('lin', 'amend-claim', doc, amended(row, { level: 'self' })))).toBe('claim.unknown-level')
    expect(codeOf(attempt('lin', 'amend-claim', doc, amended(nextOp())))).toBe('verb.not-allowed')
  })
})

describe('a teacher withdrawing a claim', () => {
  it('may while nobody has recognised it, twice is once', () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'district' })
    const passed = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
    const gone = done('lin', 'withdraw-claim', passed, { row })
    expect(entryIn(gone, row).state).toBe('withdrawn')
    expect(attempt('lin', 'withdraw-claim', gone, { row })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('wu', 'accept-claim', gone, accept(row), { base: baseOf(gone, row) }))).toBe('claim.not-waiting')
  })
  it('may not take back what is recognised', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const after = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
    expect(codeOf(attempt('lin', 'withdraw-claim', after, { row }))).toBe('claim.already-recognised')
  })
})
