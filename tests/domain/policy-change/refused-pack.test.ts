// What a district may not publish is refused to its author by name, and nothing of it is written.
import { describe, expect, it } from 'vitest'
import { attempt, codeOf, districtFile } from '../verbs/scene.ts'
import { packText } from './pack-text.ts'

const publish = (over: Record<string, unknown>) =>
  attempt('du', 'publish-pack', districtFile(), { pack: packText(over), from: '2026-03-10', source: '渝中区十五五规划' })
const rule = (levels: readonly string[]) => ({
  id: 'most',
  title: '最多计入',
  from: '2026-01-01',
  to: null,
  mark: 'stated',
  source: { document: '渝中区十五五规划', number: null, quote: '不超过20学时' },
  type: 'cap',
  per: 'cycle',
  value: '20',
  filter: { levels },
})
const target = (denominator: unknown) => ({
  id: 'yz-2030',
  title: '骨干占比',
  group: 'tiers',
  unit: 'share',
  source: { document: '渝中区十五五规划', number: null, quote: '达到30%' },
  mark: 'stated',
  numerator: { of: 'titles', who: {}, population: 'yz-backbone', as: 'held' },
  denominator,
  start: null,
  target: { least: '0.3', most: null, over: false, words: '30%', fuzzy: false },
  by: '2030-12-31',
  beside: [],
})
const wrong = (over: Record<string, unknown>): string | null => {
  const outcome = publish(over)
  return outcome.is === 'refused' ? outcome.field : outcome.is
}

describe('a pack that could not hold', () => {
  it('is refused where a rule names a level the district does not have, and one no district has', () => {
    expect(publish({ rules: [rule(['district'])] }).is).toBe('applied')
    expect(codeOf(publish({ rules: [rule(['area'])] }))).toBe('pack.faulty')
    expect(wrong({ rules: [rule(['area'])] })).toBe('unknown-level: rule most')
    expect(codeOf(publish({ rules: [rule(['galaxy'])] }))).toBe('pack.unreadable')
  })
  it('is refused where a share has no denominator', () => {
    expect(publish({ parts: { indicators: [target({ of: 'people', who: {} })] } }).is).toBe('applied')
    expect(wrong({ parts: { indicators: [target(null)] } })).toBe('no-denominator: indicator yz-2030')
  })
})
