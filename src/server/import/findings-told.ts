// What a dry run tells of its findings: of each kind the first hundred in the order of the rows, and how many more there are. Twenty
// thousand wrong rows would be megabytes that nobody reads on a screen; every one of them stands in the workbook of rows to mend.

import type { ImportFinding, LeftFindings } from '../../wire/import.ts'

export const MOST_OF_A_KIND = 100

export interface FindingsTold {
  readonly findings: readonly ImportFinding[]
  readonly findingsLeft: readonly LeftFindings[]
}

export function findingsTold(all: readonly ImportFinding[]): FindingsTold {
  const kinds = new Map<string, { readonly severity: ImportFinding['severity']; readonly code: string; seen: number }>()
  const findings = all.filter(({ severity, code }) => {
    const key = `${severity} ${code}`
    const kind = kinds.get(key) ?? { severity, code, seen: 0 }
    kinds.set(key, kind)
    kind.seen += 1
    return kind.seen <= MOST_OF_A_KIND
  })
  const findingsLeft = [...kinds.values()].flatMap(({ severity, code, seen }) =>
    seen > MOST_OF_A_KIND ? [{ severity, code, n: seen - MOST_OF_A_KIND }] : [],
  )
  return { findings, findingsLeft }
}
