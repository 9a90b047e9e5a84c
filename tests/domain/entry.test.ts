import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { knownAt, rowsOf, type Document, type Signature } from '../../src/domain/document.ts'
import type { HoursFact, HoursRow } from '../../src/domain/dossier.ts'
import { decidedFields, entryOf } from '../../src/domain/entry.ts'
import type { OpId, PersonId, RowId } from '../../src/domain/ids.ts'
import { accept, asDossier, baseOf, CENTRAL, done, entryIn, withClaim } from './verbs/scene.ts'

const sign = (op: string): Signature => ({
  op: op as OpId,
  by: 'wu' as PersonId,
  byName: '吴专干',
  byRole: 'officer',
  recordedOn: day('2026-03-10'),
  recordedAt: '10:00',
  saidAt: '2026-03-10T10:00',
})
const training = {
  title: '研修',
  organiser: '',
  level: 'school',
  mode: 'online',
  tags: [],
  activity: null,
  project: null,
  first: day('2025-10-08'),
  last: day('2025-10-08'),
  hours: 40,
  credits: 20,
  attendance: null,
  result: null,
} as unknown as Omit<Extract<HoursFact, { what: 'granted' }>, keyof Signature | 'what'>
const claimed: HoursFact = { ...sign('a'), what: 'claimed', ...training, evidence: [], lateReason: null }
const accepted = (op: string, hours: number): HoursFact => ({
  ...sign(op),
  what: 'accepted',
  step: 'school',
  hours: hours as typeof training.hours,
  credits: null,
  note: '',
})
const revoked = (op: string, decision: string): HoursFact => ({ ...sign(op), what: 'revoked', decision: decision as OpId })
const row = (...facts: HoursFact[]): HoursRow => ({ id: 'r' as RowId, kind: 'hours', facts })

describe('what an hours row amounts to', () => {
  it('is nothing when it never said what was attended', () => {
    expect(entryOf(row())).toBe(null)
    expect(entryOf(row(accepted('b', 40)))).toBe(null)
  })
  it('keeps the credits claimed where the decision names none', () => {
    expect(entryOf(row(claimed, accepted('b', 30)))).toMatchObject({ recognised: 30, recognisedCredits: 20, claimed: 40 })
  })
  it('lets a revoked decision stand as if it had not been, and one made after it count', () => {
    expect(entryOf(row(claimed, accepted('b', 30), revoked('c', 'b')))).toMatchObject({
      state: 'pending-school',
      recognised: null,
      decision: null,
    })
    expect(entryOf(row(claimed, accepted('b', 30), revoked('c', 'b'), accepted('d', 20)))).toMatchObject({
      state: 'recognised',
      recognised: 20,
      decision: { op: 'd' },
    })
  })
  it('keeps the record when the decision made in the same op is taken back', () => {
    const recorded: HoursFact = { ...claimed, what: 'recorded' }
    const yes: HoursFact = { ...accepted('a', 40), op: 'a' as OpId }
    expect(entryOf(row(recorded, yes, revoked('b', 'a')))).toMatchObject({ origin: 'recorded', state: 'pending-school' })
  })
  it('goes back to the school when the district returned it and the teacher mended it', () => {
    const back: HoursFact = { ...sign('c'), what: 'returned', step: 'district', reason: '缺' }
    expect(entryOf(row(claimed, back))?.state).toBe('returned-district')
    expect(entryOf(row(claimed, back, { ...claimed, what: 'amended' }))?.state).toBe('pending-school')
  })
  it('makes the same decided fields whatever evidence arrives or is asked', () => {
    const asked: HoursFact = { ...sign('c'), what: 'correction-requested', reason: '少' }
    const one = entryOf(row(claimed, accepted('b', 30)))
    const two = entryOf(row(claimed, accepted('b', 30), asked))
    if (one === null || two === null) throw new Error('no entry')
    expect(decidedFields(two)).toEqual(decidedFields(one))
  })
})

describe('what was known on an earlier day', () => {
  it('leaves out decisions recorded later, and rows not yet there', () => {
    const { doc, row: claim } = withClaim('lin', CENTRAL)
    const later: Document = done('wu', 'accept-claim', doc, accept(claim), { base: baseOf(doc, claim), today: '2026-03-12' })
    expect(entryIn(later, claim).state).toBe('recognised')
    expect(entryIn(knownAt(later, day('2026-03-11')), claim).state).toBe('pending-school')
    expect(rowsOf(knownAt(asDossier(later), day('2026-03-09')), 'hours')).toEqual([])
    expect(knownAt(later, day('2026-03-12'))).toEqual(later)
  })
})
