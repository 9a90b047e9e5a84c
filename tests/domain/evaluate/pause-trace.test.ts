// 产假, 援藏, 借调 as a teacher reads them: the reference mark with and without the days, and both outcomes while nobody has decided.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { pauseTrace, type PauseTrace } from '../../../src/domain/evaluate/pause-trace.ts'
import { formatTenths } from '../../../src/domain/hours.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { teacher, type Who } from './people.ts'

type Pauses = NonNullable<Who['pauses']>
const MATERNITY = { from: '2026-03-02', to: '2026-08-31', kind: 'maternity' } as const
const AID = { from: '2027-09-01', to: '2029-01-31', kind: 'aid' } as const
const OUT = { from: '2027-09-01', to: null, kind: 'secondment' } as const

function traced(pauses: Pauses, on: string, settings: Readonly<Record<string, string>> = {}): { trace: PauseTrace | null; mark: string } {
  const policy = policyFor(
    '500103',
    Object.entries(settings).map(([key, value]) => ({ key, value, from: '2021-01-01', source: '区教委' })),
  )
  if (policy === null) throw new Error('no policy')
  const dossier = teacher({ pauses, identity: { workedSince: day('2010-09-01') } })
  const reading = evaluateCycle(policy, dossier, day(on))
  return { trace: pauseTrace(policy, dossier, reading), mark: formatTenths(reading.evenPace) }
}

describe('pauses in the cycle', () => {
  it('take their days out of the reference mark, which says where it stood and stands', () => {
    const before = traced([], '2026-11-22').mark
    const { trace, mark } = traced([MATERNITY], '2026-11-22')
    expect(trace).toMatchObject({ days: 183, extends: 'open', goesOn: false })
    expect(trace?.pace === null ? [] : [trace?.pace.without, trace?.pace.moved].map((n) => formatTenths(n ?? (0 as never)))).toEqual([
      before,
      mark,
    ])
    expect(Number(mark)).toBeLessThan(Number(before))
  })
  it('show both outcomes of 待区确认, and one once the district has decided', () => {
    expect(traced([MATERNITY], '2026-11-22').trace?.outcomes).toMatchObject({
      stays: { last: '2030-12-31' },
      extended: { last: '2031-07-02' },
    })
    expect(traced([MATERNITY, AID], '2029-03-01').trace?.outcomes?.extended.last).toBe('2032-12-02')
    expect(traced([MATERNITY], '2026-11-22', { pauseExtends: 'extends' }).trace).toMatchObject({ extends: 'extends', outcomes: null })
    expect(traced([MATERNITY], '2026-11-22', { pauseExtends: 'does-not' }).trace).toMatchObject({ extends: 'does-not', outcomes: null })
  })
  it('that go on have no length yet: their days so far count, no outcome is made up', () => {
    expect(traced([OUT], '2027-09-30').trace).toMatchObject({ days: 30, goesOn: true, outcomes: null })
  })
  it('of which nobody said from when take nothing out', () => {
    expect(traced([{ from: null, to: null, kind: 'sick' }], '2026-11-22').trace).toMatchObject({ days: 0, outcomes: null })
  })
  it('of another cycle are none of this one', () => {
    expect(traced([{ from: '2024-03-01', to: '2024-08-31' }], '2026-11-22').trace).toBeNull()
  })
})
