// What a school or the district should plan next term: of this cycle, how much is still short of every requirement and for whom, and who
// has had nothing yet of a level, a form or a theme the documents name. For the hours there are requirements; for themes no document
// sets any, so there only who has had none is said. People 应计 alone; in the policy's order and by school name, nobody is ranked.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import { MODES, type Stage } from '../dossier.ts'
import { readStanding, type StandingOn } from '../evaluate/standing.ts'
import type { Slice } from '../evaluate/tally.ts'
import type { SchoolId } from '../ids.ts'
import { defineReport } from '../reports/report.ts'

export interface RuleGap {
  readonly rule: string
  readonly unit: 'hours' | 'credits'
  readonly people: number
  /** Of whom nobody can say yet. */
  readonly unclear: number
  /** Tenths of the unit that all of them lack together; of the unclear ones as far as it is known. */
  readonly short: number
}

/** Of one level, form or theme: how many have something counted in it this cycle, the tenths of hours, and where those without are. */
export interface CategoryGap {
  readonly by: 'level' | 'mode' | 'theme'
  readonly key: string
  readonly some: number
  readonly none: number
  readonly counted: number
  readonly schools: readonly { readonly school: SchoolId; readonly none: number }[]
}

/** People of one subject and stage who are short of the hours of the cycle: whom to plan for together. */
export interface GroupGap {
  readonly stage: Stage
  readonly subject: string
  readonly people: number
  readonly of: number
  readonly short: number
}

export interface GapsAnswer {
  readonly cycle: { readonly first: Day; readonly last: Day } | null
  readonly counted: number
  readonly rules: readonly RuleGap[]
  readonly categories: readonly CategoryGap[]
  readonly groups: readonly GroupGap[]
}

type Open<T> = { -readonly [K in keyof T]: T[K] }
interface Counting extends Omit<Open<CategoryGap>, 'schools'> {
  readonly schools: Map<SchoolId, number>
}
interface State {
  cycle: GapsAnswer['cycle']
  counted: number
  readonly rules: Map<string, Open<RuleGap>>
  readonly categories: readonly Counting[]
  readonly groups: Map<string, Open<GroupGap>>
}

const slicesOf = (p: StandingOn, by: CategoryGap['by']): readonly Readonly<Slice>[] =>
  by === 'level' ? p.byLevel : by === 'mode' ? p.byMode : p.byTag

function addGroup(state: State, p: StandingOn): void {
  const key = `${p.stage} ${p.subject ?? ''}`
  const group = state.groups.get(key) ?? { stage: p.stage, subject: p.subject ?? '', people: 0, of: 0, short: 0 }
  state.groups.set(key, group)
  group.of += 1
  if (p.state === 'met') return
  group.people += 1
  group.short += p.short
}

export const gapsReport = defineReport<Record<string, never>, State, GapsAnswer>({
  name: 'gaps',
  for: 'school-and-district',
  args: z.strictObject({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: [],
  fileKinds: [],
  standings: true,
  start({ reference: { policy } }) {
    const counting =
      (by: CategoryGap['by']) =>
      (key: string): Counting => ({ by, key, some: 0, none: 0, counted: 0, schools: new Map() })
    const themes = (policy.parts as Partial<typeof policy.parts> | undefined)?.themes ?? []
    return {
      cycle: null,
      counted: 0,
      rules: new Map(),
      groups: new Map(),
      categories: [
        ...policy.levels.map((l) => l.level).map(counting('level')),
        ...MODES.map(counting('mode')),
        ...themes.map((t) => t.name).map(counting('theme')),
      ],
    }
  },
  add(state, { standing }, on) {
    if (standing === null) return
    const p = readStanding(standing, on.reference.policy, on.asOf)
    const { home } = p
    if (home === null || !on.schools.includes(home) || p.notCounted.length > 0) return
    state.counted += 1
    state.cycle = { first: p.window.first, last: p.window.last }
    addGroup(state, p)
    for (const v of p.verdicts) {
      const gap = state.rules.get(v.rule) ?? { rule: v.rule, unit: v.unit, people: 0, unclear: 0, short: 0 }
      state.rules.set(v.rule, gap)
      if (v.is === 'met') continue
      gap.people += 1
      if (v.is === 'undetermined') gap.unclear += 1
      gap.short += v.short
    }
    for (const one of state.categories) {
      const counted = slicesOf(p, one.by).find((s) => s.key === one.key)?.counted ?? 0
      one.counted += counted
      if (counted > 0) one.some += 1
      else {
        one.none += 1
        one.schools.set(home, (one.schools.get(home) ?? 0) + 1)
      }
    }
  },
  finish(state, on): GapsAnswer {
    const names = new Map(on.reference.schools.map((s) => [s.id, s.name]))
    const byName = (a: { school: SchoolId }, b: { school: SchoolId }): number =>
      (names.get(a.school) ?? '').localeCompare(names.get(b.school) ?? '', 'zh-CN') || (a.school < b.school ? -1 : 1)
    return {
      cycle: state.cycle,
      counted: state.counted,
      rules: on.reference.policy.rules.flatMap((r) => state.rules.get(r.id) ?? []),
      categories: state.categories.map((c) => ({ ...c, schools: [...c.schools].map(([school, none]) => ({ school, none })).sort(byName) })),
      groups: [...state.groups.values()].sort((a, b) =>
        a.stage < b.stage ? -1 : a.stage > b.stage ? 1 : a.subject.localeCompare(b.subject, 'zh-CN'),
      ),
    }
  },
})
