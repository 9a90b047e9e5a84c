// 工作室 of the district or a school as of a day: how many of each kind run, against what the plan wants where it wants a number, and
// each of them with host and members. What the plan wants is the district's indicators' to say (永川: 40 running all the time).

import { z } from 'zod/mini'
import type { Policy } from '../policy/policy.ts'
import { defineReport } from '../reports/report.ts'
import { runsOn, studiosOf, type Studio } from './studio.ts'
import { studioKindsOf } from './studio-kinds.ts'

export interface StudioPlan {
  readonly id: string
  readonly title: string
  readonly kinds: readonly string[]
  readonly running: number
  /** The plan's own words ('40个'), and the least it wants where that is a number. */
  readonly words: string
  readonly least: string | null
  readonly by: string | null
}

export interface StudioReport {
  readonly kinds: readonly { readonly kind: string; readonly running: number; readonly over: number }[]
  readonly plans: readonly StudioPlan[]
  /** Running ones first, then those that are over; by name. */
  readonly studios: readonly (Studio & { readonly running: boolean })[]
}

const indicatorsOf = (policy: Policy): Policy['parts']['indicators'] =>
  (policy.parts as Partial<Policy['parts']> | undefined)?.indicators ?? []

export const studioReport = defineReport<Record<string, never>, null, StudioReport>({
  name: 'studios',
  for: 'school-and-district',
  args: z.strictObject({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: [],
  fileKinds: ['studio'],
  standings: false,
  start: () => null,
  add: () => undefined,
  finish(_state, on) {
    const { policy } = on.reference
    const files = on.wholeDistrict ? on.files : on.files.filter((f) => f.subject.kind === 'school')
    const all = files
      .flatMap(studiosOf)
      .filter((s) => s.from <= on.asOf)
      .map((s) => ({ ...s, running: runsOn(s, on.asOf) }))
    const running = (kinds: readonly string[]): number => all.filter((s) => s.running && kinds.includes(s.kind)).length
    return {
      kinds: studioKindsOf(policy).map(({ id }) => ({
        kind: id,
        running: running([id]),
        over: all.filter((s) => !s.running && s.kind === id).length,
      })),
      plans: on.wholeDistrict
        ? indicatorsOf(policy).flatMap((i) =>
            i.numerator.of !== 'studios' || i.target === null
              ? []
              : [
                  {
                    id: i.id,
                    title: i.title,
                    kinds: i.numerator.kinds,
                    running: running(i.numerator.kinds),
                    words: i.target.words,
                    least: i.target.fuzzy ? null : i.target.least,
                    by: i.by,
                  },
                ],
          )
        : [],
      studios: all.sort((a, b) => Number(b.running) - Number(a.running) || a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1)),
    }
  },
})
