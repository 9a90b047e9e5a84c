import { describe, expect, it } from 'vitest'
import { historyOf, openingsOf } from '../../../src/domain/history/history.ts'
import { attempt, codeOf, done, dossier, POINT } from '../verbs/scene.ts'
import { OPENING, seenIn, withObjection, withOpening } from './who-may.ts'

describe('a balance', () => {
  it('twice is once, and the same year with another number is refused, not overwritten', () => {
    const { doc } = withOpening()
    expect(attempt('du', 'record-opening', doc, OPENING).is).toBe('noop')
    expect(codeOf(attempt('du', 'record-opening', doc, { ...OPENING, hours: '44' }))).toBe('history.differs')
    expect(openingsOf(doc)).toHaveLength(1)
  })

  it.each([
    [{ hours: null, credits: null }, 'history.says-nothing'],
    [{ hours: '-4' }, 'verb.bad-arguments'],
    [{ hours: '2000.5' }, 'verb.bad-arguments'],
    [{ first: '2026-01-01', last: '2026-12-31' }, 'history.not-over'],
    [{ first: '2025-12-31', last: '2025-01-01' }, 'history.end-before-start'],
    [{ level: 'area' }, 'claim.unknown-level'],
  ])('of %j is refused with words', (more, code) => {
    expect(codeOf(attempt('du', 'record-opening', dossier('tao', POINT), { ...OPENING, ...more }))).toBe(code)
  })

  it('of years before someone worked is refused', () => {
    const doc = done('du', 'correct-person', dossier('tao', POINT), { changes: { workedSince: '2024-08-01' }, reason: '核对' })
    expect(codeOf(attempt('du', 'record-opening', doc, { ...OPENING, year: 2023, first: '2023-01-01', last: '2023-12-31' }))).toBe(
      'history.before-work',
    )
  })

  it('is never one’s own to record, to reverse or to answer about', () => {
    const doc = dossier('wu', POINT)
    expect(codeOf(attempt('wu', 'record-opening', doc, OPENING))).toBe('history.own')
    const there = done('du', 'record-opening', doc, OPENING)
    expect(codeOf(attempt('wu', 'reverse-opening', there, { row: openingsOf(there)[0]?.id, reason: '我的' }))).toBe('history.own')
  })
})

describe('confirming', () => {
  it('binds what was seen: a balance that came meanwhile is not confirmed unseen', () => {
    const { doc } = withOpening()
    const seen = seenIn(doc)
    const more = withOpening({ level: 'school', mode: 'school-based' }, doc).doc
    expect(codeOf(attempt('tao', 'confirm-history', more, { seen, originalSeen: false }))).toBe('history.changed-since-seen')
  })

  it('for someone else asks for the original, and says who did it in which role', () => {
    const { doc } = withOpening()
    expect(codeOf(attempt('wu', 'confirm-history', doc, { seen: seenIn(doc), originalSeen: false }))).toBe('history.original-not-seen')
    const sure = done('wu', 'confirm-history', doc, { seen: seenIn(doc), originalSeen: true })
    expect(historyOf(sure)).toMatchObject({ confirmed: true, by: { byRole: 'officer', byName: '吴专干', originalSeen: true } })
    expect(attempt('wu', 'confirm-history', sure, { seen: seenIn(sure), originalSeen: true }).is).toBe('noop')
  })

  it('an empty history may be confirmed as having none', () => {
    const doc = dossier('tao', POINT)
    expect(historyOf(done('tao', 'confirm-history', doc, { seen: seenIn(doc), originalSeen: false })).confirmed).toBe(true)
  })
})

describe('an objection', () => {
  it('keeps history unconfirmed until it is answered; the school may correct, and the teacher then confirms', () => {
    const { doc, row, opening } = withObjection()
    expect(codeOf(attempt('tao', 'confirm-history', doc, { seen: seenIn(doc), originalSeen: false }))).toBe('history.objection-open')
    expect(codeOf(attempt('tao', 'object-history', doc, { opening, again: null, reason: '还有' }))).toBe('history.already-objected')
    const answered = done('wu', 'answer-objection', doc, { row, amount: { hours: '44', credits: '5' }, reason: '已核对' })
    expect(openingsOf(answered)[0]).toMatchObject({ hours: 440, credits: 50 })
    expect(historyOf(done('tao', 'confirm-history', answered, { seen: seenIn(answered), originalSeen: false })).confirmed).toBe(true)
  })

  it('may be made once more, to the district, whose answer is the last', () => {
    const { doc, row, opening } = withObjection()
    const kept = done('wu', 'answer-objection', doc, { row, amount: null, reason: '证书如此' })
    const again = done('tao', 'object-history', kept, { opening: null, again: row, reason: '不对' })
    expect(codeOf(attempt('wu', 'answer-objection', again, { row, amount: null, reason: '不变' }))).toBe('history.other-desk')
    const last = done('du', 'answer-objection', again, { row, amount: 'none', reason: '查无此证书' })
    expect(openingsOf(last)).toEqual([])
    expect(codeOf(attempt('tao', 'object-history', last, { opening: null, again: row, reason: '再看' }))).toBe('history.answered-last')
    expect(codeOf(attempt('tao', 'object-history', last, { opening, again: null, reason: '再看' }))).toBe('verb.not-allowed')
  })

  it('about a missing year has no balance to change: it is recorded first, then answered', () => {
    const doc = done('tao', 'object-history', dossier('tao', POINT), { opening: null, again: null, reason: '少了 2023 年' })
    const row = historyOf(doc).objections[0]?.id
    expect(codeOf(attempt('wu', 'answer-objection', doc, { row, amount: { hours: '4', credits: null }, reason: '补' }))).toBe(
      'history.no-balance',
    )
    const recorded = done('wu', 'record-opening', doc, { ...OPENING, source: 'paper', words: '2025 年登记册' })
    expect(historyOf(done('wu', 'answer-objection', recorded, { row, amount: null, reason: '已补登' })).objections[0]?.waitsFor).toBeNull()
  })
})
