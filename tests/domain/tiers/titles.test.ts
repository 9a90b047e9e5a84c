// A title from nomination to end: who says what, on which days it is held, and what is refused in words.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { knownAt, type Document } from '../../../src/domain/document.ts'
import { nominationsOf, titlesOf, titlesOn } from '../../../src/domain/tiers/title.ts'
import { pupilsOn, perHundred } from '../../../src/domain/tiers/pupils.ts'
import { dutiesOf } from '../../../src/domain/tiers/duty.ts'
import { asDossier, attempt, CENTRAL, codeOf, districtFile, done, dossier, nextOp, POINT, schoolFile } from '../verbs/scene.ts'
import { AWARD, awarded, nominated, SAID } from './scene.ts'

const on = (doc: Document, d: string): string[] => titlesOn(asDossier(doc), day(d)).map((t) => `${t.rung}:${t.level ?? ''}:${t.as}`)

describe('a nomination', () => {
  it('waits, gives nothing, and becomes the title the district awards on it', () => {
    const { doc, row } = nominated('tao', POINT)
    expect(nominationsOf(asDossier(doc))).toMatchObject([{ id: row, rung: 'yz-backbone', declined: null, byName: '吴专干' }])
    expect(on(doc, '2026-03-10')).toEqual([])
    const after = done('du', 'award-title', doc, { row, ...AWARD })
    expect(nominationsOf(asDossier(after))).toEqual([])
    expect(titlesOn(asDossier(after), day('2026-03-10'))).toMatchObject([
      { id: row, subject: '语文', deed: '渝中教〔2024〕18号', awardedBy: '杜老师', until: null },
    ])
    expect(codeOf(attempt('du', 'award-title', after, { row, ...AWARD, subject: '数学' }))).toBe('title.not-waiting')
  })
  it('may be declined with a reason, once, and be made again', () => {
    const { doc, row } = nominated('tao', POINT)
    expect(codeOf(attempt('wu', 'nominate-title', doc, { ...SAID, note: '' }))).toBe('title.already-nominated')
    const declined = done('du', 'decline-title', doc, { row, reason: '名额已满' })
    expect(nominationsOf(asDossier(declined))).toMatchObject([{ declined: { reason: '名额已满', byName: '杜老师' } }])
    expect(codeOf(attempt('wu', 'decline-title', declined, { row, reason: '撤回' }))).toBe('noop')
    expect(attempt('wu', 'nominate-title', declined, { ...SAID, note: '' }).is).toBe('applied')
  })
  it('is not for what someone holds, nor for what the ladders do not know', () => {
    const { doc } = awarded('tao', POINT)
    expect(codeOf(attempt('wu', 'nominate-title', doc, { ...SAID, note: '' }))).toBe('title.already-held')
    expect(codeOf(attempt('wu', 'nominate-title', doc, { ...SAID, rung: 'yc-backbone-city', note: '' }))).toBe('title.unknown-rung')
    expect(codeOf(attempt('wu', 'nominate-title', doc, { ...SAID, level: 'nation', note: '' }))).toBe('title.wrong-level')
    expect(codeOf(attempt('wu', 'nominate-title', doc, { ...SAID, level: null, note: '' }))).toBe('title.wrong-level')
    expect(codeOf(attempt('wu', 'nominate-title', doc, { ...SAID, as: 'candidate', note: '' }))).toBe('title.wrong-standing')
    expect(codeOf(attempt('wu', 'nominate-title', doc, { ...SAID, subject: null, note: '' }))).toBe('title.needs-subject')
    expect(
      attempt('wu', 'nominate-title', doc, { rung: 'yz-future', level: 'city', as: 'candidate', subject: null, programme: null, note: '' })
        .is,
    ).toBe('applied')
  })
})

describe('a title', () => {
  it('is held from its first day, without a last one unless the deed names it', () => {
    const { doc } = awarded('tao', POINT)
    expect([on(doc, '2024-08-31'), on(doc, '2024-09-01'), on(doc, '2040-01-01')].map((x) => x.length)).toEqual([0, 1, 1])
    const three = awarded('tao', POINT, { until: '2027-08-31' }).doc
    expect([on(three, '2027-08-31'), on(three, '2027-09-01')].map((x) => x.length)).toEqual([1, 0])
  })
  it('cannot end before it starts, nor be awarded twice for the same days, nor to oneself', () => {
    const { doc, row } = awarded('tao', POINT)
    expect(attempt('du', 'award-title', dossier('tao', POINT), { row: null, ...AWARD, until: '2024-08-31' })).toMatchObject({
      is: 'refused',
      code: 'title.end-before-start',
      field: 'until',
    })
    expect(codeOf(attempt('du', 'end-title', doc, { row, to: '2024-08-31', reason: 'expired', note: '' }))).toBe('title.end-before-start')
    expect(codeOf(attempt('du', 'renew-title', doc, { row, from: '2026-09-01', until: '2026-08-31', deed: '' }))).toBe(
      'title.end-before-start',
    )
    expect(codeOf(attempt('du', 'correct-title', doc, { row, changes: { until: '2024-01-01' }, reason: '错' }))).toBe(
      'title.end-before-start',
    )
    expect(codeOf(attempt('du', 'award-title', doc, { row: null, ...AWARD, from: '2025-09-01' }))).toBe('title.already-held')
    expect(attempt('du', 'award-title', doc, { row: null, ...AWARD, from: '2025-09-01', subject: '心理健康' }).is).toBe('applied')
    expect(codeOf(attempt('du', 'award-title', dossier('du', CENTRAL), { row: null, ...AWARD }))).toBe('title.own-award')
  })
  it('renewed without a gap is one time, with a gap it was not held between', () => {
    const { doc, row } = awarded('tao', POINT, { until: '2026-08-31' })
    const on1 = done('du', 'renew-title', doc, { row, from: '2026-09-01', until: '2029-08-31', deed: '渝中教〔2026〕30号' })
    expect(titlesOf(asDossier(on1))[0]?.spans).toEqual([{ from: '2024-09-01', to: '2029-08-31' }])
    expect(titlesOf(asDossier(on1))[0]?.renewals).toEqual([{ from: '2026-09-01', to: '2029-08-31', deed: '渝中教〔2026〕30号' }])
    const later = done('du', 'renew-title', doc, { row, from: '2027-09-01', until: null, deed: '' })
    expect(['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01'].map((d) => on(later, d).length)).toEqual([1, 0, 0, 1])
    expect(codeOf(attempt('du', 'renew-title', later, { row, from: '2027-09-01', until: null, deed: '' }))).toBe('noop')
    expect(codeOf(attempt('du', 'renew-title', later, { row, from: '2026-01-01', until: null, deed: '' }))).toBe(
      'title.renewed-before-start',
    )
  })
  it('ends on a day and for a reason; a mistake never was, and both stay on record', () => {
    const { doc, row } = awarded('tao', POINT)
    const ended = done('du', 'end-title', doc, { row, to: '2026-02-28', reason: 'promoted', note: '' })
    expect([on(ended, '2026-02-28').length, on(ended, '2026-03-01').length]).toEqual([1, 0])
    const struck = done('du', 'end-title', doc, { row, to: '2024-09-01', reason: 'mistake', note: '登错人' })
    expect(titlesOf(asDossier(struck))).toEqual([])
    expect(struck.rows.get(row as never)?.facts).toHaveLength(2)
    expect(codeOf(attempt('du', 'renew-title', struck, { row, from: '2026-09-01', until: null, deed: '' }))).toBe('verb.not-allowed')
  })
  it('is corrected by what changes only, and stays one the ladders know', () => {
    const { doc, row } = awarded('tao', POINT)
    const moved = done('du', 'correct-title', doc, { row, changes: { from: '2023-09-01', level: 'city' }, reason: '文件是市级' })
    expect(on(moved, '2023-09-01')).toEqual(['yz-backbone:city:held'])
    expect(codeOf(attempt('du', 'correct-title', moved, { row, changes: { level: 'city' }, reason: '同上' }))).toBe('noop')
    expect(codeOf(attempt('du', 'correct-title', moved, { row, changes: { rung: 'nothing' }, reason: '错' }))).toBe('title.unknown-rung')
  })
  it('as known on an earlier day is as it was known then', () => {
    const { doc, row } = awarded('tao', POINT)
    const ended = done('du', 'end-title', doc, { row, to: '2025-06-30', reason: 'expired', note: '' }, { today: '2026-04-01' })
    expect(on(ended, '2025-12-31')).toEqual([])
    expect(on(knownAt(ended, day('2026-03-31')), '2025-12-31')).toHaveLength(1)
  })
  it('of the district is not the school’s to give, renew, end or correct', () => {
    const { doc, row } = awarded('tao', POINT)
    expect(codeOf(attempt('wu', 'award-title', dossier('tao', POINT), { row: null, ...AWARD }))).toBe('title.other-desk')
    expect(codeOf(attempt('wu', 'end-title', doc, { row, to: '2026-03-01', reason: 'expired', note: '' }))).toBe('title.other-desk')
    expect(codeOf(attempt('wu', 'correct-title', doc, { row, changes: { deed: 'x' }, reason: 'y' }))).toBe('title.other-desk')
    expect(codeOf(attempt('he', 'nominate-title', dossier('tao', POINT), { ...SAID, note: '' }))).toBe('verb.not-allowed')
  })
})

describe('duties and pupils', () => {
  it('a duty is recorded once, and struck stays on record', () => {
    const lesson = { kind: 'lesson', title: '示范课《背影》', first: '2026-03-01', last: '2026-03-01', place: '江岸小学' }
    const row = nextOp()
    const doc = done('wu', 'record-duty', dossier('tao', POINT), lesson, { op: row })
    expect(codeOf(attempt('du', 'record-duty', doc, lesson))).toBe('noop')
    expect(codeOf(attempt('wu', 'record-duty', doc, { ...lesson, last: '2026-02-01' }))).toBe('duty.end-before-start')
    expect(dutiesOf(asDossier(doc))).toHaveLength(1)
    expect(dutiesOf(asDossier(done('wu', 'strike-duty', doc, { row, reason: '重复' })))).toEqual([])
    expect(codeOf(attempt('wu', 'record-duty', doc, { ...lesson, kind: 'ranking' }))).toBe('verb.bad-arguments')
  })
  it('pupils are counted as of a day, the latest come holds, and nothing is divided by none', () => {
    let file = done('wu', 'record-pupils', schoolFile(CENTRAL), { count: 860, asOf: '2025-09-01' })
    file = done('zhou', 'record-pupils', file, { count: 902, asOf: '2026-03-01' })
    expect([pupilsOn(file, day('2025-08-31')), pupilsOn(file, day('2026-02-28'))?.count, pupilsOn(file, day('2026-03-01'))?.count]).toEqual(
      [null, 860, 902],
    )
    expect(codeOf(attempt('wu', 'record-pupils', file, { count: 902, asOf: '2026-03-01' }))).toBe('noop')
    expect([perHundred(3, 240), perHundred(1, 3), perHundred(0, 5), perHundred(2, 0), perHundred(12, 860)]).toEqual([
      '1.25',
      '33.33',
      '0.00',
      null,
      '1.40',
    ])
    expect(codeOf(attempt('he', 'record-pupils', schoolFile(CENTRAL), { count: 1, asOf: '2026-03-01' }))).toBe('verb.not-allowed')
    expect(codeOf(attempt('du', 'record-pupils', districtFile(), { count: 1, asOf: '2026-03-01' }))).toBe('verb.wrong-subject')
  })
})
