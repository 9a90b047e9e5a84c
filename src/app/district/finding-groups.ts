// Findings of a dry run by what they say: errors first, each kind with its first few rows, so that five hundred of one kind hide none
// of another. Pure.

import type { ImportFinding, LeftFindings } from '../../wire/import.ts'

export const SEVERITIES = ['error', 'warning', 'notice'] as const
export type Severity = (typeof SEVERITIES)[number]

export interface FindingGroup {
  readonly key: string
  readonly severity: Severity
  readonly findings: readonly ImportFinding[]
  /** How many more of the kind the server did not tell one by one. */
  readonly left: number
}

export function findingGroups(
  findings: readonly ImportFinding[],
  only: Severity | 'all',
  left: readonly LeftFindings[] = [],
): FindingGroup[] {
  const groups = new Map<string, ImportFinding[]>()
  for (const one of findings) {
    const of = groups.get(one.code)
    if (of === undefined) groups.set(one.code, [one])
    else of.push(one)
  }
  return SEVERITIES.flatMap((severity) =>
    only === 'all' || only === severity
      ? [...groups].flatMap(([key, list]) => {
          const of = list.filter((f) => f.severity === severity)
          const more = left.find((l) => l.code === key && l.severity === severity)?.n ?? 0
          return of.length === 0 ? [] : [{ key, severity, findings: of, left: more }]
        })
      : [],
  )
}
