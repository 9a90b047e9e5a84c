// Targets are judged in whole numbers: a share is two counts, and what the plan leaves fuzzy stays words.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWith, permilleOf, verdictOn } from '../../../src/domain/targets/verdict.ts'
import { indicatorFaults, type Indicator, type Target } from '../../../src/domain/targets/indicator.ts'

const target = (over: Partial<Target> = {}): Target => ({ least: '0.2', most: null, over: false, words: '20%以上', fuzzy: false, ...over })

describe('a share against a target', () => {
  it('exactly the least is enough, unless the plan says 超过', () => {
    expect(verdictOn({ has: 20, of: 100 }, target())).toBe('met')
    expect(verdictOn({ has: 20, of: 100 }, target({ over: true }))).toBe('unmet')
    expect(verdictOn({ has: 199, of: 1000 }, target())).toBe('unmet')
  })

  it('of nobody says nothing, and a fuzzy one is never met or unmet', () => {
    expect(verdictOn({ has: 0, of: 0 }, target())).toBe('undetermined')
    expect(verdictOn(null, target())).toBe('undetermined')
    expect(verdictOn({ has: 0, of: null }, target({ fuzzy: true }))).toBe('words-only')
  })

  it('more than the upper figure of a range is no fault', () => {
    expect(verdictOn({ has: 400, of: null }, target({ least: '360', most: '370' }))).toBe('met')
    expect(verdictOn({ has: 359, of: null }, target({ least: '360', most: '370' }))).toBe('unmet')
  })

  it('never depends on a rounded quotient', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 1000 }),
        (has, of, thousandths) => {
          const decimal = (thousandths / 1000).toFixed(3)
          expect(Math.sign(compareWith({ has, of }, decimal))).toBe(Math.sign(has * 1000 - thousandths * of))
        },
      ),
    )
  })

  it('is shown to a tenth of a percent, half up', () => {
    expect(permilleOf({ has: 1, of: 3 })).toBe(333)
    expect(permilleOf({ has: 2, of: 3 })).toBe(667)
    expect(permilleOf({ has: 1, of: 2000 })).toBe(1)
    expect(permilleOf({ has: 3, of: null })).toBeNull()
    expect(permilleOf({ has: 0, of: 0 })).toBeNull()
  })

  it('and never reads what is wanted before it is reached', () => {
    expect(permilleOf({ has: 1999, of: 10_000 }, target())).toBe(199)
    expect(permilleOf({ has: 1999, of: 10_000 })).toBe(200)
    expect(permilleOf({ has: 9999, of: 10_000 })).toBe(999)
  })
})

describe('an indicator that may not be published', () => {
  const good: Indicator = {
    id: 'x',
    group: 'tiers',
    unit: 'share',
    title: '骨干',
    source: { document: '文', number: null, quote: '达到20%' },
    mark: 'stated',
    beside: [],
    numerator: { of: 'titles', who: {}, rungs: ['a'], as: 'held' },
    denominator: { of: 'people', who: {} },
    start: null,
    target: target(),
    by: '2025-12-31',
  }
  it('a share without a denominator, a target without a day, a range upside down', () => {
    expect(indicatorFaults(good)).toEqual([])
    expect(indicatorFaults({ ...good, denominator: null })).toEqual(['no-denominator'])
    expect(indicatorFaults({ ...good, by: null })).toEqual(['target-without-day'])
    expect(indicatorFaults({ ...good, unit: 'people' })).toEqual(['needless-denominator'])
    expect(indicatorFaults({ ...good, target: target({ least: '0.3', most: '0.2' }) })).toEqual(['least-over-most'])
  })
})
