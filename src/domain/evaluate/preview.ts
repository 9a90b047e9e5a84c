// 预计可认定 and 预计可计入 for a claim being filled in, from the same engine that counts it afterwards.
// Recognition is people's and is never capped; what counts may be less, and says why. Everything pending is taken as accepted.

import type { Dossier, Step as DecisionStep, Training } from '../dossier.ts'
import type { Tenths } from '../hours.ts'
import type { RowId } from '../ids.ts'
import { pausesOf } from '../person.ts'
import { levelRule } from '../policy/level-rule.ts'
import type { OpenQuestion, Policy } from '../policy/policy.ts'
import { allocate } from './allocate.ts'
import { compile } from './compile.ts'
import { itemsOf, sorted, type Item } from './item.ts'
import { personalCycles } from './personal-cycle.ts'
import { stepsOf, type Step } from './trace.ts'
import { inWindow, yearStartOn, type Window } from './window.ts'

export interface Preview {
  /** 预计可认定: as claimed. */
  readonly recognisable: Tenths
  /** 预计可计入: what this entry itself would count. */
  readonly countable: Tenths
  /** What the cycle's total would gain; less than `countable` where it takes room under a cap from later entries. */
  readonly gain: Tenths
  readonly steps: readonly Step[]
  /** Null when its last day lies in no cycle: it then counts towards none. */
  readonly cycle: Window | null
  /** Who decides, in order. */
  readonly decides: readonly DecisionStep[]
  /** What the district has not confirmed and this entry may depend on (caps, conversion …). */
  readonly open: readonly OpenQuestion[]
}

const DRAFT = '~draft'

/** `exceptRow`: the row being amended, left out of what is there already. */
export function preview(policy: Policy, dossier: Dossier, training: Training, exceptRow: RowId | null = null): Preview {
  const cycle = personalCycles(policy, pausesOf(dossier)).find((c) => inWindow(c, training.last)) ?? null
  const base: Omit<Preview, 'countable' | 'gain' | 'steps'> = {
    recognisable: training.hours,
    cycle,
    decides: levelRule(policy, training.level)?.decides ?? [],
    open: policy.questions.filter((q) => q.id === 'caps' || q.id === 'conversion'),
  }
  if (cycle === null) return { ...base, countable: 0 as Tenths, gain: 0 as Tenths, steps: [] }
  const others = itemsOf(dossier).filter((i) => i.id !== exceptRow && i.standing !== 'none' && inWindow(cycle, i.last))
  const id = exceptRow ?? DRAFT
  const rules = compile(policy)
  const yearStart = yearStartOn(policy, cycle.last)
  const before = allocate(rules, others, yearStart)
  const after = allocate(rules, sorted([...others, draft(training, id)]), yearStart)
  const mine = after.find((a) => a.item.id === id)
  const sum = (all: readonly { counted: Tenths }[]): number => all.reduce((n, a) => n + a.counted, 0)
  return {
    ...base,
    countable: mine?.counted ?? (0 as Tenths),
    gain: (sum(after) - sum(before)) as Tenths,
    steps: stepsOf(policy.rules, mine?.effects ?? []),
  }
}

const draft = (t: Training, id: string): Item => ({
  id,
  first: t.first,
  last: t.last,
  level: t.level,
  mode: t.mode,
  tags: t.tags,
  project: t.project,
  attendance: t.attendance,
  result: t.result,
  standing: 'pending',
  claimed: t.hours,
  base: t.hours,
  credits: t.credits,
})
