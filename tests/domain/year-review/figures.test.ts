// What is frozen are the figures every roll-up shows; whoever makes them makes the same, and the server sees every difference.

import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { hoursInWindow } from '../../../src/domain/evaluate/hours-in-window.ts'
import { rollUpSchool, standingsAsOf } from '../../../src/domain/roll-up.ts'
import { addLater, differenceOf, laterEntries, nothingLater } from '../../../src/domain/year-review/compare.ts'
import { figuresDigest, figuresOf, frozenTotals, type FiguresOf } from '../../../src/domain/year-review/figures.ts'
import { FIGURE_KINDS } from '../../../src/domain/year-review/school-report.ts'
import type { OpeningRow } from '../../../src/domain/history/history.ts'
import { isMissing, missingOf } from '../../../src/domain/year-review/missing.ts'
import type { Snapshot } from '../../../src/domain/year-review/review-row.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { h, teacher, yuzhong } from '../evaluate/people.ts'

const HERE = 'jiang-an' as SchoolId
const YEAR = { first: day('2026-01-01'), last: day('2026-12-31') }
const of: FiguresOf = { policy: yuzhong, window: YEAR, asOf: YEAR.last, schools: [HERE] }

const lin = teacher({
  id: 'p1',
  name: '林晓',
  entries: [
    { id: 'a', hours: '24', on: '2026-03-01' },
    { id: 'b', hours: '6', on: '2026-10-10', as: 'claimed' },
  ],
})
const tao = teacher({
  id: 'p2',
  name: '陶静',
  entries: [
    { id: 'c', hours: '4.5', on: '2026-05-01' },
    { id: 'd', hours: '9', on: '2027-01-02' },
  ],
})
const intern = teacher({ id: 'p3', name: '实习', identity: { employment: 'intern' }, entries: [{ id: 'e', hours: '8', on: '2026-05-01' }] })
const gone = teacher({ id: 'p4', name: '已退休', left: '2026-06-30', entries: [{ id: 'f', hours: '8', on: '2026-05-01' }] })
const people: readonly Dossier[] = [tao, lin, gone, intern]

const figures = figuresOf(of, people)
const snapshot: Snapshot = {
  what: 'handed-in',
  op: 'o' as never,
  by: 'wu' as never,
  byName: '吴',
  byRole: 'officer',
  recordedOn: day('2027-01-08'),
  recordedAt: '09:00',
  saidAt: '2027-01-08T09:00',
  asOf: YEAR.last,
  schools: [HERE],
  people: figures.people,
  digest: figuresDigest(figures, shortHash),
  policy: yuzhong.version,
}

describe('the figures of a year', () => {
  it('are those of every roll-up as of that day, and those the teacher reads', () => {
    const roll = rollUpSchool(yuzhong, standingsAsOf(yuzhong, people, YEAR.last, day('2027-01-08')), YEAR.last, HERE)
    const totals = frozenTotals(figures.people)
    expect([totals.onRoll, totals.counted, totals.notCounted]).toEqual([roll.onRoll, roll.counted, roll.notCounted])
    expect(totals.states).toEqual(roll.states)
    expect(totals.hours).toEqual({ recognised: h('28.5'), counted: h('28.5'), cycle: roll.hours.counted })
    expect(totals.reasons).toEqual([{ why: 'employment:intern', people: 1 }])
    expect(totals.byLevel).toEqual([{ level: 'school', recognised: h('28.5'), counted: h('28.5') }])
    for (const p of figures.people) {
      const own = hoursInWindow(yuzhong, people.find((d) => d.subject.id === p[0]) as Dossier, { id: null, ...YEAR }, YEAR.last)
      expect([p[5], p[6]]).toEqual([own.totals.recognised, own.totals.counted])
    }
  })

  it('are the same to the letter in whatever order people come, and other by a tenth', () => {
    expect(figuresDigest(figuresOf(of, [...people].reverse()), shortHash)).toBe(snapshot.digest)
    const more = teacher({ id: 'p1', name: '林晓', entries: [{ id: 'a', hours: '24.1', on: '2026-03-01' }] })
    expect(figuresDigest(figuresOf(of, [more, tao, intern, gone]), shortHash)).not.toBe(snapshot.digest)
  })

  it('leave out who was on no roll of the school that day', () => {
    expect(figures.people.map((p) => p[1])).toEqual(['林晓', '陶静', '实习'])
  })

  it('of three hundred people fit into one request', () => {
    const many = figuresOf(
      of,
      Array.from({ length: 300 }, (_, k) =>
        teacher({
          id: `0192f3a4-0000-7000-8000-${String(k).padStart(12, '0')}`,
          name: '欧阳晓静',
          entries: [
            { id: `x${String(k)}`, hours: '24.5', on: '2026-03-01' },
            { id: `y${String(k)}`, hours: '12', on: '2026-04-01', training: { level: 'district' } },
          ],
        }),
      ),
    )
    expect(new TextEncoder().encode(JSON.stringify(many.people)).length).toBeLessThan(45_000)
  })
})

describe('the server looks at what was handed in', () => {
  const line = (id: string) => figures.people.find((p) => p[0] === id) ?? null
  const differs = (dossier: Dossier, id: string) => differenceOf(yuzhong, YEAR, snapshot, line(id), dossier)

  it('finds nothing where the phone said what the dossiers say', () => {
    for (const d of people) expect(differs(d, d.subject.id)).toBeNull()
  })

  it('names who has other figures, who is not on the roll, and who was left out', () => {
    const other = teacher({ id: 'p1', name: '林晓', entries: [{ id: 'a', hours: '2', on: '2026-03-01' }] })
    expect(differs(other, 'p1')).toEqual({ person: 'p1', name: '林晓', is: 'other-figures', handedIn: h('24'), atServer: h('2') })
    expect(differs(teacher({ id: 'p1', name: '林晓', left: '2026-02-01' }), 'p1')).toMatchObject({ is: 'not-on-roll' })
    expect(differs(teacher({ id: 'p9', name: '新来', entries: [] }), 'p9')).toMatchObject({ person: 'p9', is: 'left-out' })
  })

  it('takes a name put right afterwards for no difference', () => {
    expect(
      differs(
        teacher({
          id: 'p1',
          name: '林小小',
          entries: [
            { id: 'a', hours: '24', on: '2026-03-01' },
            { id: 'b', hours: '6', on: '2026-10-10', as: 'claimed' },
          ],
        }),
        'p1',
      ),
    ).toBeNull()
  })

  it('shows what was entered later beside it, and changes nothing of it', () => {
    const late = teacher({
      id: 'p1',
      name: '林晓',
      entries: [
        { id: 'a', hours: '24', on: '2026-03-01' },
        { id: 'b', hours: '6', on: '2026-10-10', as: 'claimed' },
        { id: 'z', hours: '5', on: '2026-11-01', recordedOn: '2027-03-02' },
        { id: 'next', hours: '7', on: '2027-02-01' },
      ],
    })
    expect(differs(late, 'p1')).toBeNull()
    expect(laterEntries(YEAR, snapshot, late).map((l) => [l.row, l.recognised])).toEqual([['z', h('5')]])
    expect(laterEntries(YEAR, snapshot, lin)).toEqual([])
  })

  it('lists hours of before that come after the handing-in as 补登 too; of a sum over several years nobody can say how much', () => {
    const balance = (id: string, last: string, first: string, hours: string): OpeningRow => ({
      kind: 'opening',
      id: id as never,
      facts: [
        {
          what: 'recorded',
          op: id as never,
          by: 'du' as never,
          byName: '杜',
          byRole: 'district-officer',
          recordedOn: day('2027-03-02'),
          recordedAt: '09:00',
          saidAt: '2027-03-02T09:00',
          source: 'certificate',
          words: '外区证明',
          batch: null,
          year: null,
          first: day(first),
          last: day(last),
          level: 'district',
          mode: 'other',
          hours: h(hours),
          credits: null,
        },
      ],
    })
    const rows = [
      balance('o1', '2026-12-31', '2026-01-01', '12.5'),
      balance('o2', '2026-12-31', '2021-01-01', '200'),
      balance('o3', '2025-12-31', '2025-01-01', '30'),
    ]
    const late = { ...lin, rows: new Map<string, unknown>([...lin.rows, ...rows.map((r) => [r.id, r] as const)]) } as unknown as Dossier
    expect(differs(late, 'p1')).toBeNull()
    const found = laterEntries(YEAR, snapshot, late)
    expect(found.map((l) => [l.row, l.recognised, l.name, l.opening?.words])).toEqual([
      ['o2', null, '林晓', '外区证明'],
      ['o1', h('12.5'), '林晓', '外区证明'],
    ])
    expect(addLater(nothingLater(), found)).toEqual({ entries: 2, recognised: 125, openings: 2, unsure: 1 })
  })

  it('reads where somebody stands with what they said of their history', () => {
    expect(FIGURE_KINDS).toEqual(expect.arrayContaining(['opening', 'history-confirmed', 'objection']))
  })
})

describe('缺漏清单', () => {
  const missing = (dossier: Dossier) => {
    const line = figuresOf(of, [dossier]).people[0]
    if (line === undefined) throw new Error('nobody')
    return missingOf({ ...of, review: null }, line, dossier)
  }
  it('lists who has nothing, unless they were away or are not counted', () => {
    expect(missing(teacher({ id: 'q1', name: '无', entries: [] }))).toMatchObject({ nothing: true, paused: false })
    expect(missing(teacher({ id: 'q2', name: '产假', entries: [], pauses: [{ from: '2026-02-01', to: '2026-07-01' }] }))).toMatchObject({
      nothing: false,
      paused: true,
    })
    expect(missing(teacher({ id: 'q3', name: '实习', entries: [], identity: { employment: 'intern' } })).nothing).toBe(false)
  })
  it('lists what waits for the school and for the teacher', () => {
    expect(missing(lin)).toMatchObject({ pending: 1, returned: 0 })
    const returned = missing(teacher({ id: 'q4', name: '退回', entries: [{ id: 'r', hours: '4', on: '2026-04-01', as: 'returned' }] }))
    expect([returned.returned, isMissing(returned)]).toEqual([1, true])
  })
})
