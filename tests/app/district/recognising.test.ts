// A group of claims as the district's desk reads it.
import { describe, expect, it } from 'vitest'
import { hoursIn, hoursMeant, parted, schoolsIn } from '../../../src/app/district/recognising.ts'
import type { Entry } from '../../../src/domain/entry.ts'
import type { Flag } from '../../../src/domain/evaluate/flags.ts'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { ReviewGroup, Submission } from '../../../src/domain/review.ts'

function claim(person: string, school: string, hours: number, passed: number | null = null): Submission {
  const decision = passed === null ? null : { what: 'passed', hours: passed, credits: null, note: '' }
  const entry = { id: `row-${person}`, claimed: hours, decision, training: { hours }, facts: [] } as unknown as Entry
  return { person: person as PersonId, name: person, school: school as SchoolId, entry, since: '2026-11-01' as Submission['since'] }
}
const claims = [claim('覃丽莎', 'a', 40), claim('王芳', 'a', 40), claim('李雷', 'b', 80, 60)]

describe('a training claimed at several schools', () => {
  it('counts how many claim how much, the school’s word before the teacher’s', () => {
    expect(claims.map(hoursMeant)).toEqual(['4', '4', '6'])
    expect(hoursIn(claims)).toEqual([
      { hours: '4', people: 2 },
      { hours: '6', people: 1 },
    ])
  })

  it('says from how many schools they come', () => {
    expect(schoolsIn(claims)).toBe(2)
  })

  it('does not recognise at one go what carries a likely duplicate, but does what was only late', () => {
    const flags = (s: Submission): Flag[] =>
      (s.person === '王芳'
        ? [{ code: 'likely-duplicate', others: [] }]
        : s.person === '李雷'
          ? [{ code: 'late', after: 'year', ended: '2025-12-31' }]
          : []) as unknown as Flag[]
    const { clear, look } = parted({ claims, activity: null } as unknown as ReviewGroup, flags)
    expect(clear.map((c) => c.name)).toEqual(['覃丽莎', '李雷'])
    expect(look.map((c) => c.name)).toEqual(['王芳'])
  })
})
