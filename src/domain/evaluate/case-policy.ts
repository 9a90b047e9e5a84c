// The short policy of a case as a policy of the engine: every rule in force on every day, in the order written.

import { z } from 'zod/mini'
import { eachPart, everyNounSetting } from '../policy/parts.ts'
import type { Filter, Policy, Rule } from '../policy/policy.ts'

const Amount = z.string()
const CaseFilter = z.optional(
  z.object({ levels: z.optional(z.array(z.string())), modes: z.optional(z.array(z.string())), tags: z.optional(z.array(z.string())) }),
)
const named = { id: z.string(), filter: CaseFilter }
const Attendance = z.object({ ...named, minimum: z.string() })

export const CasePolicy = z.object({
  window: z.object({ first: z.string(), last: z.string() }),
  minimums: z.array(z.object({ ...named, unit: z.enum(['hours', 'credits']), value: Amount })),
  yearStart: z.optional(z.string()),
  caps: z.optional(z.array(z.object({ ...named, per: z.enum(['entry', 'project', 'year', 'cycle']), value: Amount }))),
  conversions: z.optional(
    z.array(z.object({ ...named, factor: z.object({ num: z.int(), den: z.int() }), results: z.optional(z.array(z.string())) })),
  ),
  attendance: z.optional(Attendance),
  onceOnly: z.optional(z.array(z.object(named))),
  exclusions: z.optional(z.array(z.object(named))),
})
export type CasePolicy = z.infer<typeof CasePolicy>

const ALWAYS = { from: '1900-01-01', to: null, source: { document: 'case', number: null, quote: null }, mark: 'assumed' } as const
const open = { ...ALWAYS, value: null }

const head = (r: { id: string; filter?: unknown }) => ({
  ...ALWAYS,
  id: r.id,
  title: r.id,
  ...(r.filter === undefined ? {} : { filter: r.filter as Filter }),
})

/** Cases name levels and modes freely; filters compare them as words, so none is refused. */
export function casePolicy(c: CasePolicy): Policy {
  const rules: Rule[] = [
    ...c.minimums.map((m): Rule => ({ ...head(m), type: 'minimum', unit: m.unit, value: m.value, headline: m.id === 'total' })),
    ...(c.exclusions ?? []).map((r): Rule => ({ ...head(r), type: 'exclusion' })),
    ...(c.attendance === undefined ? [] : [{ ...head(c.attendance), type: 'attendance', minimum: c.attendance.minimum } satisfies Rule]),
    ...(c.onceOnly ?? []).map((r): Rule => ({ ...head(r), type: 'once-only' })),
    ...(c.conversions ?? []).map((r): Rule => ({
      ...head(r),
      type: 'conversion',
      factor: r.factor,
      ...(r.results === undefined ? {} : { results: r.results }),
    })),
    ...(c.caps ?? []).map((r): Rule => ({ ...head(r), type: 'cap', per: r.per, value: r.value })),
  ]
  return {
    version: 'case',
    district: { code: '', name: '' },
    levels: [],
    questions: [],
    words: {},
    rules,
    parts: eachPart(() => []) as Policy['parts'],
    settings: {
      cycles: { ...ALWAYS, value: [{ id: 'case', ...c.window }] },
      yearStart: { ...ALWAYS, value: c.yearStart ?? '01-01' },
      dayHours: open,
      concernAfterShare: open,
      concernRate: open,
      historyBefore: open,
      countedEmployments: open,
      countedCategories: open,
      pauseExtends: open,
      partCycle: open,
      attendanceShare: open,
      hoursPerCredit: open,
      inviteHours: open,
      ...everyNounSetting(open),
    },
  }
}
