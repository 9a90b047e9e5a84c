// Who retires within a cycle, and pauses as they move the reference mark: nothing is decided that no document says.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { nearRetirement } from '../../../src/domain/evaluate/near-retirement.ts'
import { formatTenths } from '../../../src/domain/hours.ts'
import { postsOf } from '../../../src/domain/person.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { asDossier, CENTRAL, done, dossier } from '../verbs/scene.ts'

const policy = (settings: Readonly<Record<string, string>> = {}): Policy => {
  const found = policyFor(
    '500103',
    Object.entries(settings).map(([key, value]) => ({ key, value, from: '2021-01-01', source: '区教委' })),
  )
  if (found === null) throw new Error('no policy')
  return found
}
const ON = day('2026-03-10')
const retiring = (to: string, reason = 'retired') => {
  const doc = dossier('lin', CENTRAL)
  return done('du', 'end-post', doc, { row: postsOf(asDossier(doc))[0]?.id ?? '', to, reason, note: '' })
}
const of = (doc: ReturnType<typeof retiring>, settings = {}) => {
  const p = policy(settings)
  return nearRetirement(p, asDossier(doc), evaluateCycle(p, asDossier(doc), ON))
}

describe('who retires within the cycle', () => {
  it('is shown both ways while nobody has decided: the whole, and the part until the day', () => {
    const found = of(retiring('2028-06-30'))
    expect(found).toMatchObject({ retires: '2028-06-30', answer: null })
    // 2026-01-01 through 2028-06-30 are 912 of 1826 days: 360 × 912 ÷ 1826 = 179.8
    expect([found?.whole.required, found?.byTime.required].map((h) => formatTenths(h ?? (0 as never)))).toEqual(['360', '179.8'])
    expect(of(retiring('2028-06-30'), { nearRetirement: 'by-time' })?.answer).toBe('by-time')
  })
  it('is nobody who retires after it, who leaves for another reason, or of whom nobody has said', () => {
    expect([of(retiring('2031-06-30')), of(retiring('2028-06-30', 'resigned')), of(dossier('lin', CENTRAL))]).toEqual([null, null, null])
  })
})

describe('a pause', () => {
  it('of any kind moves the reference mark and never what is required', () => {
    const doc = dossier('lin', CENTRAL)
    const plain = evaluateCycle(policy(), asDossier(doc), ON)
    for (const kind of ['maternity', 'sick', 'study', 'secondment', 'aid', 'other']) {
      const paused = evaluateCycle(
        policy(),
        asDossier(done('wu', 'begin-pause', doc, { kind, from: '2026-02-01', until: '2026-02-28' })),
        ON,
      )
      expect(paused.required).toBe(plain.required)
      expect(paused.evenPace).toBeLessThan(plain.evenPace)
      // Whether it extends the cycle is open: both ends are there to be shown.
      expect([paused.window.last, paused.ifExtended?.last]).toEqual(['2030-12-31', '2031-01-28'])
    }
  })
})
