import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, type Day } from '../../../src/domain/day.ts'
import { emptyDocument, type Document, type Row } from '../../../src/domain/document.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { flagsFor } from '../../../src/domain/evaluate/flags.ts'
import { hoursInWindow } from '../../../src/domain/evaluate/hours-in-window.ts'
import { itemsOf } from '../../../src/domain/evaluate/item.ts'
import { readStanding, standingOf } from '../../../src/domain/evaluate/standing.ts'
import { rollingFive } from '../../../src/domain/evaluate/window.ts'
import { historyDoubt, type HistoryDoubt } from '../../../src/domain/history/doubt.ts'
import { historyOf, openingsOf } from '../../../src/domain/history/history.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { trainingFrom } from '../../../src/domain/verbs/training-args.ts'
import type { Reference } from '../../../src/domain/reference.ts'
import { rollUpDistrict, rollUpSchool, type SchoolTotals } from '../../../src/domain/roll-up.ts'
import { schoolTable } from '../../../src/domain/papers/school-table.ts'
import { runReport } from '../../../src/domain/reports/report.ts'
import { summaryPaper } from '../../../src/app/school/papers.ts'
import { summarySheets } from '../../../src/app/school/summary-sheets.ts'
import { unconfirmedLine } from '../../../src/app/school/summary-tables.ts'
import { doubtWords } from '../../../src/app/text/history-doubt.ts'
import { done, nextOp, OTHER, POINT, REFERENCE, TRAINING } from '../verbs/scene.ts'
import { OPENING, seenIn } from './who-may.ts'

const policy = policyFor('500103') as Policy
const none: HistoryDoubt = { openings: 0 as HistoryDoubt['openings'], vague: 0, missing: false }
const reference: Reference = { ...REFERENCE, policy }
const END = day('2025-12-31')
const NOW = '2026-10-01'
const how = { reference, today: NOW }

const someone = (workedSince: string | null = '2010-09-01'): Document =>
  done(
    'du',
    'enrol-person',
    emptyDocument<Row>({ kind: 'teacher', id: 'tao' as PersonId }),
    {
      identity: {
        name: '陶静',
        initials: ['tj'],
        staffNumber: null,
        sex: 'female',
        subject: '语文',
        stage: 'primary',
        employment: 'permanent',
        category: 'full-time',
        workedSince,
      },
      home: { row: nextOp(), school: POINT, from: '2015-09-01' },
    },
    how,
  )
const year = (y: number, hours: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...OPENING,
  year: y,
  first: `${String(y)}-01-01`,
  last: `${String(y)}-12-31`,
  hours,
  credits: null,
  ...more,
})
const record = (doc: Document, args: Record<string, unknown>): Document => done('du', 'record-opening', doc, args, how)
const confirm = (doc: Document): Document => done('tao', 'confirm-history', doc, { seen: seenIn(doc), originalSeen: false }, how)
const at = (doc: Document, asOf: Day = END) => evaluateCycle(policy, doc as Dossier, asOf)
const headline = (doc: Document, asOf: Day = END) => at(doc, asOf).verdicts.find((v) => v.rule === 'hours')
const readAt = (doc: Document, asOf: Day = END) => readStanding(standingOf(policy, doc as Dossier, asOf), policy, asOf)

describe('a teacher with five years behind her', () => {
  const five = [80, 70, 60.5, 79.5, 75].reduce((doc, hours, k) => record(doc, year(2021 + k, String(hours))), someone())

  it('is 待核实 until she has confirmed, never 0 and never met, in her own reading and in the school’s', () => {
    expect(at(five)).toMatchObject({ state: 'unverified', missing: ['history'], counted: 3650, required: 3600 })
    expect(headline(five)).toMatchObject({ is: 'undetermined', has: 3650, short: 0, missing: ['history'] })
    expect(readAt(five)).toMatchObject({
      state: 'unverified',
      missing: ['history'],
      history: { openings: 5, confirmed: false, objections: 0 },
    })
  })

  it('the school’s sum says how much of it nobody has confirmed, also where somebody has met the cycle without it, and nothing of it afterwards', () => {
    const sum = (...docs: Document[]) => {
      const r = rollUpSchool(
        policy,
        docs.map((d) => standingOf(policy, d as Dossier, END)),
        END,
        POINT,
      )
      return { counted: r.hours.counted, unconfirmed: r.unconfirmed }
    }
    expect([at(five).unconfirmed, readAt(five).unconfirmed]).toEqual([3650, 3650])
    expect(sum(five)).toEqual({ counted: 3650, unconfirmed: { people: 1, hours: 3650 } })
    const less = record(someone(), year(2023, '40'))
    expect(sum(five, less, confirm(five))).toEqual({ counted: 3650 * 2 + 400, unconfirmed: { people: 2, hours: 4050 } })
    expect(sum(confirm(five))).toEqual({ counted: 3650, unconfirmed: { people: 0, hours: 0 } })
    const on = day('2026-10-01')
    expect(rollUpSchool(policy, [standingOf(policy, five as Dossier)], on, POINT).unconfirmed).toEqual({ people: 0, hours: 0 })
  })

  it('the sheets, the paper and the answer of a device that kept an older one say so, or say nothing', () => {
    const r = rollUpSchool(policy, [standingOf(policy, five as Dossier, END)], END, POINT)
    expect(unconfirmedLine(r)).toBe('计入里有期初 365 学时（1 人）还没有核对，待核实。')
    const [head] = summarySheets({ rollUp: r, policy, kind: null, above: '', people: [] })
    expect(head?.rows).toEqual(
      expect.arrayContaining([
        ['计入里期初待核实（学时）', { tenths: 3650 }],
        ['期初待核实（人）', 1],
      ]),
    )
    expect(
      rollUpDistrict(
        [
          { school: POINT, ...r },
          { school: OTHER, ...r },
        ],
        END,
      ).totals.unconfirmed,
    ).toEqual({ people: 2, hours: 7300 })
    const { unconfirmed: _none, ...older } = r
    expect(unconfirmedLine(older as typeof older & Partial<typeof r>)).toBeNull()
    expect(rollUpDistrict([{ school: POINT, ...older } as unknown as SchoolTotals], END).totals.unconfirmed).toEqual({
      people: 0,
      hours: 0,
    })
  })

  it('has met the cycle once she has, and each year says where it comes from', () => {
    const sure = confirm(five)
    expect(at(sure)).toMatchObject({ state: 'met', missing: [], counted: 3650 })
    expect(readAt(sure)).toMatchObject({ state: 'met', counted: 3650 })
    expect(at(sure).openings.map((o) => [o.opening.year, o.counted, o.place, o.opening.words])).toEqual([
      [2021, 800, 'inside', '旧系统导出'],
      [2022, 700, 'inside', '旧系统导出'],
      [2023, 605, 'inside', '旧系统导出'],
      [2024, 795, 'inside', '旧系统导出'],
      [2025, 750, 'inside', '旧系统导出'],
    ])
  })

  it('who has not enough is 待核实 before, and unmet after, with what is short', () => {
    const less = record(someone(), year(2023, '40'))
    expect(at(less)).toMatchObject({ state: 'unverified' })
    expect(at(confirm(less))).toMatchObject({ state: 'concern', missing: [], short: 3200 })
    expect(headline(confirm(less))).toMatchObject({ is: 'unmet', has: 400 })
  })

  it('a year that arrives after she confirmed asks her again', () => {
    const later = record(confirm(record(someone(), year(2022, '400'))), year(2023, '10', { mode: 'online' }))
    expect(historyOf(later).confirmed).toBe(false)
    expect(at(later).state).toBe('unverified')
    expect(at(confirm(later)).state).toBe('met')
  })

  it('what lies in the present cycle is not touched by it', () => {
    expect(at(five, day('2026-10-01'))).toMatchObject({ counted: 0, missing: [] })
  })

  it('who began in the new system has nothing to confirm', () => {
    expect(
      evaluateCycle(policy, someone('2026-08-01') as Dossier, day('2026-10-01'), { window: rollingFive(day('2026-10-01')) }).missing,
    ).not.toContain('history')
  })
})

describe('balances that nobody can place', () => {
  const lump = confirm(record(someone(), year(0, '400', { year: null, first: '2021-01-01', last: '2025-12-31' })))

  it('a lump of the cycle’s years counts in the cycle, and leaves the rolling five undetermined', () => {
    expect(at(lump)).toMatchObject({ state: 'met', counted: 4000 })
    const rolling = evaluateCycle(policy, lump as Dossier, day('2026-06-30'), { window: rollingFive(day('2026-06-30')) })
    expect(rolling).toMatchObject({ state: 'unverified', missing: ['history-years'], counted: 0 })
  })

  it('a year that a rolling window cuts leaves it undetermined only where it could decide', () => {
    const cut = confirm(record(record(someone(), year(2021, '20')), year(2022, '350')))
    const asOf = day('2026-06-30')
    expect(evaluateCycle(policy, cut as Dossier, asOf, { window: rollingFive(asOf) })).toMatchObject({
      state: 'unverified',
      missing: ['history-years'],
      counted: 3500,
    })
    const never = confirm(record(record(someone(), year(2021, '5')), year(2022, '350')))
    expect(evaluateCycle(policy, never as Dossier, asOf, { window: rollingFive(asOf) }).missing).toEqual([])
  })

  it('a year still running on the day asked is not counted, and not taken for nothing', () => {
    const mid = day('2025-06-30')
    expect(at(confirm(record(someone(), year(2025, '400'))), mid)).toMatchObject({
      state: 'unverified',
      missing: ['history-years'],
      counted: 0,
    })
    expect(readAt(confirm(record(someone(), year(2025, '400'))), mid)).toMatchObject({
      state: 'unverified',
      missing: ['history-years'],
      counted: 0,
    })
  })
})

describe('openings beside entries', () => {
  const amounts = fc.array(
    fc.record({
      y: fc.integer({ min: 2021, max: 2025 }),
      tenths: fc.integer({ min: 1, max: 1500 }),
      level: fc.constantFrom('nation', 'city', 'district', 'school'),
      mode: fc.constantFrom('face-to-face', 'online', 'school-based'),
    }),
    { maxLength: 12 },
  )
  const text = (tenths: number): string => `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`

  it('add up to the tenth, and no order of arrival changes anything', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 1, max: 800 }), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (openings, claims, order) => {
          const unique = openings.filter((o, k) => openings.findIndex((p) => p.y === o.y && p.level === o.level && p.mode === o.mode) === k)
          const acts = [
            ...unique.map((o) => (doc: Document) => record(doc, year(o.y, text(o.tenths), { level: o.level, mode: o.mode }))),
            ...claims.map(
              (tenths, k) => (doc: Document) =>
                done(
                  'du',
                  'record-for',
                  doc,
                  {
                    ...TRAINING,
                    title: `研修${String(k)}`,
                    hours: text(tenths),
                    first: `2024-0${String(k + 1)}-10`,
                    last: `2024-0${String(k + 1)}-10`,
                    evidence: [],
                    lateReason: '补登',
                    originalSeen: true,
                  },
                  how,
                ),
            ),
          ]
          const shuffled = acts
            .map((act) => ({ act, n: order.next().value as number }))
            .sort((a, b) => a.n - b.n)
            .map((x) => x.act)
          const sum = unique.reduce((n, o) => n + o.tenths, 0) + claims.reduce((n, t) => n + t, 0)
          const one = acts.reduce((doc, act) => act(doc), someone())
          const two = shuffled.reduce((doc, act) => act(doc), someone())
          for (const doc of [one, two]) {
            const reading = at(doc)
            expect(reading.counted).toBe(sum)
            expect(readAt(doc).counted).toBe(sum)
            expect(reading.byLevel.reduce((n, s) => n + s.counted, 0)).toBe(sum)
            expect(
              reading.trace.filter((t) => t.place === 'inside').reduce((n, t) => n + t.counted, 0) +
                reading.openings.reduce((n, o) => n + o.counted, 0),
            ).toBe(sum)
            const sheet = hoursInWindow(policy, doc as Dossier, { id: null, first: day('2021-01-01'), last: END }, END)
            expect(sheet.entries.reduce((n, t) => n + t.counted, 0)).toBe(sheet.totals.counted)
            expect(sheet.totals.counted).toBe(sum)
            expect(readAt(doc)).toMatchObject({ state: reading.state, missing: reading.missing })
          }
          expect(at(one).verdicts).toEqual(at(two).verdicts)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('a claim in a year already covered is flagged, and one in another year is not', () => {
    const doc = record(someone(), year(2023, '40')) as Dossier
    const claim = (last: string) =>
      flagsFor({
        dossier: doc,
        training: trainingFrom({ ...TRAINING, tags: [], level: 'district', first: day(last), last: day(last) }),
        policy,
        today: day(NOW),
      }).find((f) => f.code === 'history-covered')
    expect(claim('2023-05-06')).toMatchObject({ openings: [{ year: 2023, hours: 400, words: '旧系统导出' }] })
    expect(claim('2022-05-06')).toBeUndefined()
  })

  it('a reversed balance counts nothing any more', () => {
    const doc = record(someone(), year(2023, '40'))
    const [row] = openingsOf(doc)
    const after = done('du', 'reverse-opening', doc, { row: row?.id, reason: '重复' }, how)
    expect(itemsOf(after as Dossier)).toEqual([])
    expect(openingsOf(after)).toEqual([])
  })
})

describe('certificates of another district', () => {
  it('stand beside the import of the same year as a row of their own', () => {
    const doc = record(
      record(someone(), year(2023, '40')),
      year(2023, '12', { source: 'certificate', words: '成都市武侯区学时证明 2023-114' }),
    )
    expect(openingsOf(doc)).toHaveLength(2)
    expect(at(confirm(doc)).counted).toBe(520)
  })
  it('a school elsewhere records nothing here', () => {
    expect(OTHER).toBe('other')
  })
})

describe('sums on paper, which are no verdicts', () => {
  const past = { id: null, first: day('2021-01-01'), last: END }
  const of = (doc: Document, window = past) => historyDoubt(policy, doc as Dossier, window, day(NOW))
  const two = record(record(someone(), year(2021, '80')), year(2025, '12.5'))

  it('say how much of them nobody has confirmed, and nothing once she has', () => {
    expect(of(two)).toEqual({ openings: 925, vague: 0, missing: true })
    expect(of(confirm(two))).toBeNull()
    expect(doubtWords(of(two) ?? none).join('')).toBe('其中期初学时 92.5 学时还没有核对，待核实。')
  })

  it('say that a balance over several years, or over the end of the days asked, stands in no sum of theirs, confirmed or not', () => {
    const half = { id: null, first: day('2025-09-01'), last: day('2026-08-31') }
    expect(of(confirm(two), half)).toEqual({ openings: 0, vague: 1, missing: false })
    expect(doubtWords(of(confirm(two), half) ?? none).join('')).toContain('没有列入，待核实')
  })

  it('say that they may lack something where the days reach back before the system and nobody has said what there was', () => {
    expect(of(someone())).toEqual({ openings: 0, vague: 0, missing: true })
    expect(doubtWords(of(someone()) ?? none).join('')).toContain('合计可能不全，待核实')
    expect(of(someone(), { id: null, first: day('2026-01-01'), last: day('2026-12-31') })).toBeNull()
  })

  it('carry it into the table of a school: marked in the line, said below, in print and workbook alike', () => {
    const on = {
      args: { first: past.first, last: past.last },
      asOf: END,
      knownAt: null,
      reference,
      schools: [POINT],
      wholeDistrict: false,
      files: [],
      today: day(NOW),
    }
    const table = (doc: Document) => runReport(schoolTable, on, [{ dossier: doc as Dossier, standing: null }])
    const paper = (doc: Document) => summaryPaper(table(doc), { school: '江岸小学', policy, kind: null })
    expect(table(two).lines[0]?.doubt).toEqual({ openings: 925, vague: 0, missing: true })
    expect([paper(two).heading.slice(-1), paper(two).rows[0]?.slice(-1), paper(two).total?.slice(-1)]).toEqual([
      ['备注'],
      ['待核实'],
      [null],
    ])
    expect(paper(two).notes.join('')).toContain('备注“待核实”的 1 人')
    expect(paper(two).rows[0]).toHaveLength(paper(two).heading.length)
    expect(paper(confirm(two)).heading).not.toContain('备注')
  })
})
