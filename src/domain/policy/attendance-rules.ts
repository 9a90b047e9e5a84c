// The share of attendance that a district confirmed, as the engine's own rule: one for each value that was ever set, in force on the days
// of that value. While nothing is set there is no rule, and nothing is decided by attendance.

import type { Rule, Settings } from './policy.ts'

/** `title`: what the rule is called, in the words of the packs. */
export function attendanceRules({ attendanceShare: now }: Settings, title: string): Rule[] {
  const known = [...(now.earlier ?? []), now].sort((a, b) => (a.from < b.from ? -1 : 1))
  return known.flatMap(({ value, from, to, source, mark }): Rule[] =>
    value === null ? [] : [{ id: `attendance-from-${from}`, type: 'attendance', title, minimum: value, from, to, source, mark }],
  )
}
