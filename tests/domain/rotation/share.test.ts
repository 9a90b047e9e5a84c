import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastOf, percent, percentOf, reaches, shortBy } from '../../../src/domain/rotation/share.ts'
import { ask, policyOf, type Somebody } from './people.ts'

const count = fc.integer({ min: 0, max: 20_000 })
const share = fc.integer({ min: 1, max: 1000 })

describe('a share of people', () => {
  it('is reached exactly where the fraction is, to the last person', () => {
    fc.assert(
      fc.property(count, count, share, (part, whole, th) => {
        expect(reaches(part, whole, th)).toBe(BigInt(part) * 1000n >= BigInt(whole) * BigInt(th))
      }),
    )
    expect([reaches(74, 371, 200), reaches(75, 371, 200), reaches(74, 370, 200)]).toEqual([false, true, true])
  })
  it('names the smallest number that reaches it, and how many are missing', () => {
    fc.assert(
      fc.property(count, count, share, (part, whole, th) => {
        const least = leastOf(whole, th)
        expect([reaches(least, whole, th), least === 0 || !reaches(least - 1, whole, th)]).toEqual([true, true])
        expect(reaches(part + shortBy(part, whole, th), whole, th)).toBe(true)
        expect(shortBy(part, whole, th) === 0).toBe(reaches(part, whole, th))
      }),
    )
  })
  it('is rounded as everybody does, but never up to what is asked: 19.99 % does not read 20', () => {
    expect([percent(2, 3), percent(32, 101), percent(1, 1), percent(0, 0)]).toEqual(['66.7', '31.7', '100', null])
    expect([percent(1999, 10_000, 200), percent(1999, 10_000), percent(9999, 10_000)]).toEqual(['19.9', '20', '99.9'])
    expect([percentOf(200), percentOf(125)]).toEqual(['20', '12.5'])
    fc.assert(
      fc.property(count, count, share, (part, whole, th) => {
        const text = percent(part, whole, th)
        if (text !== null && th % 1 === 0 && !reaches(part, whole, th)) expect(Number(text) * 10).toBeLessThan(th)
      }),
    )
  })
})

const DECIDED = {
  rotationCountedKinds: '["both-ways","regular"]',
  rotationYearCounts: 'there',
  rotationListCounts: 'everyone',
  qualityTeachers: '["yc-backbone-district"]',
}
const someone = (n: number): fc.Arbitrary<Somebody> =>
  fc.record({
    id: fc.constant(`p${String(n).padStart(3, '0')}`),
    home: fc.constant('village'),
    listed: fc.boolean(),
    titles: fc.constantFrom<readonly string[]>([], ['yc-backbone-district'], ['yc-cq-master']),
    stays: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Somebody['stays'] & object>(
          [{ way: 'both-ways', host: 'city', from: '2025-09-01' }],
          [{ way: 'regular', host: 'city', from: '2025-09-10', to: '2026-01-20' }],
          [{ way: 'support', host: 'city', from: '2025-09-01' }],
          [{ way: 'both-ways', host: 'city', from: '2024-09-01', to: '2026-07-10' }],
          [{ way: null, host: 'city2', from: '2026-02-20' }],
          [{ way: 'both-ways', host: 'city', plan: ['2026-03-01', null] }],
          [
            { way: 'both-ways', host: 'city', from: '2025-09-01', to: '2025-12-01' },
            { way: 'regular', host: 'city2', from: '2026-02-01' },
          ],
        ),
      },
    ),
  })
const district = fc
  .integer({ min: 1, max: 14 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => someone(k))) as fc.Arbitrary<Somebody[]>)
const ASOF = '2026-05-01'

describe('a school year, whoever arrives first', () => {
  it('is the same in any order of people', () => {
    fc.assert(
      fc.property(district, fc.integer(), (people, seed) => {
        const other = [...people].sort((a, b) => ((a.id.charCodeAt(3) * 7 + seed) % 5) - ((b.id.charCodeAt(3) * 7 + seed) % 5))
        expect(ask({ people: other, asOf: ASOF }).shares).toEqual(ask({ people, asOf: ASOF }).shares)
        expect(ask({ people: other, asOf: ASOF }).lines).toEqual(ask({ people, asOf: ASOF }).lines)
      }),
      { numRuns: 60 },
    )
  }, 30_000)
  it('with everything decided counts exactly the people it names', () => {
    fc.assert(
      fc.property(district, (people) => {
        const counts = (p: Somebody): boolean =>
          (p.stays ?? []).some((s) => s.way !== null && s.way !== 'support' && s.from !== undefined && s.from <= ASOF)
        const movers = people
          .filter(counts)
          .map((p) => p.id)
          .sort()
        const [share] = ask({ people, asOf: ASOF, policy: policyOf(DECIDED) }).shares.filter((s) => s.rule === 'share')
        const eligible = people.filter((p) => p.listed).length
        const unnamed = people.filter((p) => p.stays?.some((s) => s.way === null)).length
        expect(share?.part).toEqual({ low: movers.length, high: movers.length + unnamed })
        expect(share?.whole).toEqual({ low: eligible, high: eligible })
        expect(share?.names).toEqual(movers)
        if (eligible > 0 && unnamed === 0) expect(share?.is).toBe(movers.length * 5 >= eligible ? 'met' : 'unmet')
      }),
      { numRuns: 100 },
    )
  }, 30_000)
  it('shows as its ends what two ways of counting give, never the least of one over the most of another', () => {
    fc.assert(
      fc.property(district, (people) => {
        for (const { extremes = [], part, whole, names, of } of ask({ people, asOf: ASOF }).shares) {
          expect(extremes.length > 0).toBe(whole.high > 0)
          for (const one of extremes) {
            expect([one.part >= part.low && one.part <= part.high, one.whole >= whole.low && one.whole <= whole.high]).toEqual([true, true])
            expect(one.part).toBeGreaterThanOrEqual(names.length)
            if (of === 'movers') expect(one.part).toBeLessThanOrEqual(one.whole)
          }
          const [least, most] = extremes
          if (least !== undefined && most !== undefined) expect(least.part * most.whole).toBeLessThan(most.part * least.whole)
        }
      }),
      { numRuns: 60 },
    )
  }, 30_000)
  it('whatever is left open, a verdict given before an answer is never taken back by one', () => {
    const answers = fc.record({
      rotationCountedKinds: fc.constantFrom('["both-ways"]', '["both-ways","support","regular"]'),
      rotationYearCounts: fc.constantFrom('began', 'there'),
      rotationListCounts: fc.constantFrom('listed-only', 'everyone'),
    })
    const all = '["both-ways","regular","leader-rotation","contest","group-visiting","support","placement"]'
    fc.assert(
      fc.property(district, answers, (people, said) => {
        const kinds = said.rotationCountedKinds === '["both-ways"]' ? '["both-ways","regular"]' : all
        const before = ask({ people, asOf: ASOF }).shares.find((s) => s.rule === 'share')
        const after = ask({ people, asOf: ASOF, policy: policyOf({ ...said, rotationCountedKinds: kinds }) }).shares.find(
          (s) => s.rule === 'share',
        )
        if (before?.is !== 'undetermined') expect(after?.is).toBe(before?.is)
      }),
      { numRuns: 100 },
    )
  }, 30_000)
})

describe('a past day', () => {
  it('as known then reads as it read then, whatever was recorded since', () => {
    fc.assert(
      fc.property(district, (people) => {
        const then = people.map((p) => ({
          ...p,
          stays: (p.stays ?? [])
            .filter((s) => (s.from ?? '2020-01-01') <= '2026-01-10')
            .map((s) =>
              s.to !== undefined && s.to > '2026-01-10'
                ? (({ to: _later, ...rest }) => ({ ...rest, plan: [s.from ?? '', s.to] as const }))(s)
                : s,
            ),
        }))
        const kept = people.map((p) => ({
          ...p,
          stays: (p.stays ?? []).map((s) =>
            s.to !== undefined && s.to > '2026-01-10' ? { ...s, plan: [s.from ?? '', s.to] as const } : s,
          ),
        }))
        const answer = ask({ people: kept, asOf: '2026-01-10', known: '2026-01-10' })
        const atTheTime = ask({ people: then, asOf: '2026-01-10' })
        expect(answer.shares).toEqual(atTheTime.shares)
        expect(answer.lines).toEqual(atTheTime.lines)
      }),
      { numRuns: 60 },
    )
  }, 30_000)
  it('a return recorded late does not change what was known, only what is known now', () => {
    const people: Somebody[] = [
      {
        id: 'a',
        home: 'village',
        listed: true,
        stays: [
          { way: 'both-ways', host: 'city', from: '2025-09-01', to: '2025-12-31', plan: ['2025-09-01', null], returnedOn: '2026-02-01' },
        ],
      },
    ]
    expect(ask({ people, asOf: '2026-01-10' }).lines[0]?.state).toBe('returned')
    expect(ask({ people, asOf: '2026-01-10', known: '2026-01-10' }).lines[0]?.state).toBe('there')
  })
})
