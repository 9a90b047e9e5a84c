// The share of attendance that a district confirmed, as the engine's own rule: one for each value that was ever set, in force on the days
// of that value. While nothing is set there is no rule, and nothing is decided by attendance.

import type { Policy, Rule, Settings } from './policy.ts'

const ID = 'attendance-from-'

function attendanceRules({ attendanceShare: now }: Settings, title: string): Rule[] {
  const known = [...(now.earlier ?? []), now].sort((a, b) => (a.from < b.from ? -1 : 1))
  return known.flatMap(({ value, from, to, source, mark }): Rule[] =>
    value === null ? [] : [{ id: `${ID}${from}`, type: 'attendance', title, minimum: value, from, to, source, mark }],
  )
}

/** The rules with those that the setting makes as it stands now; what an earlier state of it had made is gone. Called what the packs call it. */
export const withAttendance = ({ rules, settings, words }: Pick<Policy, 'rules' | 'settings' | 'words'>): Rule[] => [
  ...rules.filter(({ id }) => id.indexOf(ID) !== 0),
  ...attendanceRules(settings, words['attendanceRule'] ?? ''),
]
