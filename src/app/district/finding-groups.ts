// Findings of a dry run by what they say: errors first, each kind with its first few rows, so that five hundred of one kind hide none
// of another. Pure.

import type { ImportFinding } from '../../wire/import.ts'

export const SEVERITIES = ['error', 'warning', 'notice'] as const
export type Severity = (typeof SEVERITIES)[number]

export interface FindingGroup {
  readonly key: string
  readonly severity: Severity
  readonly findings: readonly ImportFinding[]
}

export function findingGroups(findings: readonly ImportFinding[], only: Severity | 'all'): FindingGroup[] {
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
          return of.length === 0 ? [] : [{ key, severity, findings: of }]
        })
      : [],
  )
}
