// 试算 on standings that are kept says what it says on the dossiers, for any teacher, policy and change of it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { madeAlike, MADE_WITH } from '../../../src/domain/evaluate/made-alike.ts'
import { standingOf } from '../../../src/domain/evaluate/standing.ts'
import { comparing } from '../../../src/domain/policy-change/compare.ts'
import type { Policy, Settings } from '../../../src/domain/policy/policy.ts'
import { anyDay, anyPolicy, anyTeacher } from '../evaluate/arbitrary.ts'
import { rule, teacher, withRules, withSetting, yuzhong } from '../evaluate/people.ts'

type Change = (policy: Policy) => Policy
const READ_LATER: readonly Change[] = [
  (p) => withSetting('countedEmployments', ['contract'], p),
  (p) => withSetting('countedCategories', null, p),
  (p) => withSetting('partCycle', 'by-time', p),
  (p) => withSetting('historyBefore', '2026-01-01', p),
  (p) => withSetting('concernRate', '1', p),
  (p) => withSetting('concernAfterShare', '0.01', p),
]
const MADE_OTHERWISE: readonly Change[] = [
  (p) => withSetting('yearStart', p.settings.yearStart.value === '07-01' ? '01-01' : '07-01', p),
  (p) => withSetting('pauseExtends', p.settings.pauseExtends.value === 'extends' ? null : 'extends', p),
  (p) => withSetting('hoursPerCredit', { num: 8, den: 1 } as never, p),
  (p) => withRules([rule({ id: 'new-cap', type: 'cap', per: 'cycle', value: '30' } as never)], p),
]
const someDay = anyDay('2031-01-01', 1200)

test('a change that is only asked when a standing is read needs no dossier, and moves whom it moves on the dossiers', () => {
  fc.assert(
    fc.property(anyPolicy, anyTeacher, fc.constantFrom(...READ_LATER), someDay, (before, dossier, change, on) => {
      const { ofDossier, ofStanding } = comparing(before, change(before), on)
      expect(ofStanding?.(standingOf(before, dossier))).toEqual(ofDossier(dossier, null))
    }),
    { numRuns: 60 },
  )
})

test('any other change is tried on the dossiers, with what was before read from the standing', () => {
  fc.assert(
    fc.property(anyPolicy, anyTeacher, fc.constantFrom(...MADE_OTHERWISE), someDay, (before, dossier, change, on) => {
      const { ofDossier, ofStanding } = comparing(before, change(before), on)
      expect(ofStanding).toBeNull()
      expect(ofDossier(dossier, standingOf(before, dossier))).toEqual(ofDossier(dossier, null))
    }),
    { numRuns: 60 },
  )
})

test('who is counted by an employment that no longer counts moves, from the standing as from the dossier', () => {
  const dossier = teacher({ entries: [{ hours: '40' }] })
  const { ofDossier, ofStanding } = comparing(yuzhong, withSetting('countedEmployments', ['contract']), day('2026-11-22'))
  expect(ofStanding?.(standingOf(yuzhong, dossier))?.change).toMatchObject({
    was: { state: 'on-the-way', counted: 400 },
    will: { state: 'not-counted', counted: 400 },
  })
  expect(ofDossier(dossier, null)).toEqual(ofStanding?.(standingOf(yuzhong, dossier)))
})

test('no setting is looked at while a standing is made but those that say whether two are made alike', () => {
  const seen = new Set<string>()
  const watched = (policy: Policy): Policy => ({
    ...policy,
    settings: new Proxy<Settings>(policy.settings, {
      get: (settings, key) => {
        seen.add(String(key))
        return settings[key as keyof Settings]
      },
    }),
  })
  fc.assert(
    fc.property(anyPolicy, anyTeacher, (policy, dossier) => {
      standingOf(watched(policy), dossier)
    }),
    { numRuns: 60 },
  )
  expect([...seen].filter((key) => !(MADE_WITH as readonly string[]).includes(key))).toEqual([])
  expect(seen.size).toBeGreaterThan(2)
  expect(madeAlike(yuzhong, { ...yuzhong, version: 'another' })).toBe(true)
})
