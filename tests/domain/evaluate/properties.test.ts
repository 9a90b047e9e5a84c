import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { readStanding, standingOf } from '../../../src/domain/evaluate/standing.ts'
import { personalCycles } from '../../../src/domain/evaluate/personal-cycle.ts'
import { pausesOf } from '../../../src/domain/person.ts'
import { anyDay, anyEntries, anyEntry, anyPauses, anyPolicy, anyTeacher, monotonePolicy } from './arbitrary.ts'
import { hoursRow, teacher } from './people.ts'

const asOf = anyDay('2021-06-01', 4300)
const RUNS = { numRuns: 100 }

const shuffled = (d: Dossier, order: readonly number[]): Dossier => {
  const rows = [...d.rows.entries()].map((entry, k) => ({ entry, at: order[k] ?? 0 })).sort((a, b) => a.at - b.at)
  return { subject: d.subject, rows: new Map(rows.map((r) => r.entry)) }
}

describe('whatever a dossier holds and whatever rules a district writes', () => {
  it('the order in which entries arrived changes nothing', () => {
    fc.assert(
      fc.property(anyPolicy, anyTeacher, asOf, fc.array(fc.integer(), { minLength: 40, maxLength: 40 }), (policy, d, on, order) => {
        expect(evaluateCycle(policy, shuffled(d, order), on)).toEqual(evaluateCycle(policy, d, on))
      }),
      RUNS,
    )
  })

  it('a trace adds up to the totals to the tenth, and its steps lead from recognised to counted', () => {
    fc.assert(
      fc.property(anyPolicy, anyTeacher, asOf, (policy, d, on) => {
        const e = evaluateCycle(policy, d, on)
        const inside = e.trace.filter((t) => t.place === 'inside')
        const sum = (of: (t: (typeof inside)[number]) => number): number => inside.reduce((n, t) => n + of(t), 0)
        expect(sum((t) => t.counted)).toBe(e.totals.counted)
        expect(sum((t) => t.recognised ?? 0)).toBe(e.totals.recognised)
        expect(e.trace.filter((t) => t.place === 'pending').reduce((n, t) => n + t.claimed, 0)).toBe(e.totals.pending)
        expect(e.byLevel.reduce((n, s) => n + s.counted, 0)).toBe(e.totals.counted)
        expect(e.byMode.reduce((n, s) => n + s.recognised, 0)).toBe(e.totals.recognised)
        for (const t of inside) {
          let at: number = t.recognised ?? 0
          for (const s of t.steps) {
            expect(s.before).toBe(at)
            at = s.after
          }
          expect(at).toBe(t.counted)
          expect(Number.isInteger(t.counted) && t.counted >= 0).toBe(true)
        }
        expect(e.trace.length).toBe([...d.rows.values()].filter((r) => r.kind === 'hours').length)
      }),
      RUNS,
    )
  })

  it('an entry counts in at most one cycle, also where pauses extend cycles', () => {
    fc.assert(
      fc.property(anyPolicy, anyTeacher, (policy, d) => {
        const counted = new Map<string, number>()
        for (const cycle of personalCycles(policy, pausesOf(d))) {
          for (const t of evaluateCycle(policy, d, day('2034-01-01'), { window: cycle }).trace)
            if (t.place === 'inside' || t.place === 'pending') counted.set(t.id, (counted.get(t.id) ?? 0) + 1)
        }
        expect([...counted.values()].every((n) => n === 1)).toBe(true)
      }),
      RUNS,
    )
  })

  it('without exclusion and once-only rules a further recognised entry never lowers the total', () => {
    fc.assert(
      fc.property(monotonePolicy, anyEntries, anyEntry(99), anyPauses, asOf, (policy, entries, more, pauses, on) => {
        const before = evaluateCycle(policy, teacher({ entries, pauses }), on)
        const after = evaluateCycle(policy, teacher({ entries: [...entries, { ...more, as: 'granted' }], pauses }), on)
        expect(after.counted).toBeGreaterThanOrEqual(before.counted)
      }),
      RUNS,
    )
  })

  it('a standing, kept as JSON and read on any day after it was made, says exactly what evaluation says', () => {
    fc.assert(
      fc.property(anyPolicy, anyTeacher, fc.integer({ min: 0, max: 3000 }), (policy, d, days) => {
        const standing = JSON.parse(JSON.stringify(standingOf(policy, d))) as ReturnType<typeof standingOf>
        const on = day(standing.through > '2021-01-01' ? standing.through : '2021-01-01')
        const later = addDays(on, days)
        const { trace: _trace, openings: _openings, historyConfirmed: _confirmed, ...expected } = evaluateCycle(policy, d, later)
        expect(readStanding(standing, policy, later)).toMatchObject(expected)
      }),
      RUNS,
    )
  })

  it('a standing made for an earlier day holds what lies later one by one, and reads the same from that day on', () => {
    fc.assert(
      fc.property(anyPolicy, anyTeacher, asOf, fc.integer({ min: 0, max: 900 }), (policy, d, through, days) => {
        const standing = standingOf(policy, d, through)
        const on = addDays(through, days)
        const { trace: _trace, openings: _openings, historyConfirmed: _confirmed, ...expected } = evaluateCycle(policy, d, on)
        expect(readStanding(standing, policy, on)).toMatchObject(expected)
      }),
      RUNS,
    )
  })

  it('a pending entry counts nothing until it is accepted, and then what was expected', () => {
    fc.assert(
      fc.property(anyPolicy, anyEntries, (policy, entries) => {
        const on = day('2032-01-01')
        const waiting = evaluateCycle(policy, teacher({ entries }), on)
        const rows = new Map(teacher({ entries }).rows)
        for (const g of entries)
          if (g.as === 'claimed' || g.as === 'passed') {
            const row = hoursRow({ ...g, as: 'granted' })
            rows.set(row.id, row)
          }
        const accepted = evaluateCycle(policy, { ...teacher(), rows }, on)
        expect(accepted.short).toBe(waiting.shortAfterPending)
      }),
      RUNS,
    )
  })
})
