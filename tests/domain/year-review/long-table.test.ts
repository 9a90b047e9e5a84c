// A table too long for one op: handed in part by part under the digest that was signed, and one snapshot comes of it.
import { describe, expect, it } from 'vitest'
import { inParts } from '../../../src/app/school/year-parts.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { frozenTotals } from '../../../src/domain/year-review/figures.ts'
import type { FrozenPerson } from '../../../src/domain/year-review/review-row.ts'
import { attempt, codeOf, uuid } from '../verbs/scene.ts'
import { andThen, digestOf, HANDED, review, SCHOOLS, signed, type InHand } from './scene.ts'

const LEVELS = ['nation', 'city', 'district', 'area', 'school'] as const
const long: FrozenPerson[] = Array.from({ length: 3000 }, (_, n): FrozenPerson => [
  uuid(10_000 + n) as string as PersonId,
  `欧阳老师${String(n)}`,
  n % 2,
  '',
  'on-the-way',
  1205,
  1205,
  3605,
  LEVELS.map((l) => [l, 241, 241] as const),
]).sort((a, b) => (a[0] < b[0] ? -1 : 1))
const DIGEST = digestOf(long)
const parts = inParts('row', { schools: SCHOOLS, people: long }).map(({ row: _row, ...args }) => args)
const sent = (from: InHand, some: readonly Record<string, unknown>[], who: 'wu' | 'wei' = 'wu'): InHand =>
  some.reduce<InHand>((at, args) => andThen(at, who, 'hand-in-year-review', args), from)
const tries = (at: InHand, args: Record<string, unknown>, who: 'wu' | 'wei' = 'wu'): string =>
  codeOf(attempt(who, 'hand-in-year-review', at.doc, { row: at.row, ...args }))

describe('the year review of three thousand people', () => {
  it('comes in parts that each fit into one op, and up to four hundred people in one as ever', () => {
    expect(parts.length).toBe(8)
    for (const args of parts) expect(Buffer.byteLength(JSON.stringify(args))).toBeLessThan(100 * 1024)
    expect(inParts('row', { schools: SCHOOLS, people: long.slice(0, 400) })).toEqual([
      { row: 'row', schools: SCHOOLS, people: long.slice(0, 400) },
    ])
  })

  it('is handed in with the last part, and reads as one snapshot with everybody’s figures', () => {
    const some = sent(signed(DIGEST), parts.slice(0, -1))
    expect([review(some).state, review(some).snapshot]).toEqual(['open', null])
    const all = review(sent(some, parts.slice(-1)))
    expect([all.state, all.snapshot?.digest]).toEqual(['handed-in', DIGEST])
    expect(all.snapshot?.people).toEqual(long)
    expect(frozenTotals(all.snapshot?.people ?? []).hours.recognised).toBe(3000 * 1205)
  })

  it('waits while a part is missing, takes no part that was not signed, and none twice', () => {
    const [first = {}, , ...rest] = parts
    const gap = sent(signed(DIGEST), [first, ...rest.slice(0, -1)])
    expect(tries(gap, parts[7] ?? {})).toBe('review.part-missing')
    expect(tries(gap, first)).toBe('noop')
    const other = sent(signed(DIGEST), [{ ...first, people: long.slice(1, 400) }, ...parts.slice(1, -1)])
    expect(tries(other, parts[7] ?? {})).toBe('review.signed-other')
    expect(review(sent(other, [first, ...parts.slice(7)])).snapshot?.people).toEqual(long)
    expect(tries(signed(), first)).toBe('applied')
    expect(tries(sent(signed(), parts.slice(0, -1)), parts[7] ?? {})).toBe('review.signed-other')
  })

  it('is one snapshot when two officers hand it in at the same moment', () => {
    const done = sent(signed(DIGEST), parts)
    for (const args of parts) expect(tries(done, args, 'wei')).toBe('noop')
    expect(tries(done, { ...parts[0], people: long.slice(5, 300) }, 'wei')).toBe('stale')
    expect(tries(done, HANDED, 'wei')).toBe('stale')
    expect(review(done).facts.filter((f) => f.what === 'handed-in')).toHaveLength(1)
  })

  it('comes back and is handed in again with other figures, the earlier snapshot untouched', () => {
    const back = andThen(sent(signed(DIGEST), parts), 'du', 'return-year-review', { digest: DIGEST, reason: '缺盖章' })
    const changed = long.map((p, n): FrozenPerson => (n === 0 ? [p[0], p[1], p[2], p[3], p[4], 1300, 1300, 3700, p[8]] : p))
    const digest = digestOf(changed)
    const again = sent(
      andThen(andThen(back, 'wu', 'publish-year-review', { from: '2026-03-08', to: '2026-03-10', digest }), 'zhou', 'sign-year-review', {
        digest,
        paper: null,
      }),
      inParts('row', { schools: SCHOOLS, people: changed }).map(({ row: _row, ...args }) => args),
    )
    expect(review(again).snapshot?.people[0]?.[5]).toBe(1300)
    expect(review(again).facts.filter((f) => f.what === 'handed-in')).toHaveLength(2)
  })
})
