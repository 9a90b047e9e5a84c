// What a training may be said to be about: the words that rules and people read alike.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { themeNames, withTheme } from '../../../src/domain/policy/theme-names.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'

describe('the themes a training may carry', () => {
  it('are those of the district’s documents and the word for training for an office, each once', () => {
    for (const code of ['500103', '500104', '500106', '500118']) {
      const names = themeNames(districtRules.policyFor(code, []), day('2026-11-21'))
      expect(names).toContain('任职资格')
      expect(names.length).toBeGreaterThan(3)
      expect(new Set(names).size).toBe(names.length)
    }
  })
  it('replace one another and leave other words as they were', () => {
    const names = ['劳动教育', '任职资格']
    expect(withTheme(['骨干', '劳动教育'], names, '任职资格')).toEqual(['骨干', '任职资格'])
    expect(withTheme(['骨干', '任职资格'], names, null)).toEqual(['骨干'])
    expect(withTheme([], names, '劳动教育')).toEqual(['劳动教育'])
  })
})
