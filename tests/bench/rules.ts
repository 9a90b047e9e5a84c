// How long the rules take: one teacher, a school from standings, a district's worth of entries from nothing.
// Runs the same in Node and in Chromium.
import { day } from '../../src/domain/day.ts'
import { evaluateCycle } from '../../src/domain/evaluate/evaluate-cycle.ts'
import { standingOf } from '../../src/domain/evaluate/standing.ts'
import { policyFor } from '../../src/domain/policy/packs/policy-for.ts'
import { rollUpSchool } from '../../src/domain/roll-up.ts'
import { teacherWith } from './district.ts'
import { allVerdicts, longServing } from './verdicts.ts'

export interface Measured {
  readonly what: string
  readonly ms: number
  readonly atMost: number
}

export function measureRules(): Measured[] {
  const policy = policyFor('500103')
  if (policy === null) throw new Error('no pack for 渝中')
  const on = day('2025-11-30')
  const one = teacherWith('T1', 400)
  const serving = longServing(policy, 'T2')
  const school = Array.from({ length: 300 }, (_, n) => teacherWith(`T${String(n)}`, 200))
  const standings = school.map((dossier) => standingOf(policy, dossier))
  return [
    { what: 'evaluate one teacher with 400 entries', atMost: 2, ms: median(31, () => evaluateCycle(policy, one, on)) },
    { what: 'all verdicts of one teacher of twenty years, 400 entries', atMost: 5, ms: median(31, () => allVerdicts(policy, serving, on)) },
    { what: 'roll-up of 300 teachers from standings', atMost: 50, ms: median(11, () => rollUpSchool(policy, standings, on, null)) },
    {
      what: 'roll-up recomputed over 60,000 entries',
      atMost: 1500,
      ms: median(3, () =>
        rollUpSchool(
          policy,
          school.map((dossier) => standingOf(policy, dossier)),
          on,
          null,
        ),
      ),
    },
  ]
}

function median(times: number, work: () => unknown): number {
  const taken: number[] = []
  for (let n = 0; n < times; n += 1) {
    const began = performance.now()
    work()
    taken.push(performance.now() - began)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN
}
