// Whether a plan may be written: errors block unless the importer asks for the good rows only; so do questions nobody has answered.

import type { ImportBatch } from '../../wire/import.ts'
import { isEntries, type StoredPlan } from './batch-store.ts'

export function mayConfirm(stored: StoredPlan): ImportBatch['mayConfirm'] {
  if (isEntries(stored)) {
    const { plan, reading, asked } = stored
    // What is asked of the whole table cannot be left out row by row.
    if (asked.some((f) => f.wrong) || !plan.lines.some((l) => l.is === 'add')) return 'nothing'
    return [...reading.findings, ...plan.findings].some((f) => f.severity === 'error') || plan.lines.some((l) => l.is === 'ask')
      ? 'only-good'
      : 'all'
  }
  const { reading, plan } = stored
  if (!plan.lines.some((l) => l.is === 'add' || l.is === 'change')) return 'nothing'
  const wrong = [...reading.findings, ...plan.findings].some((f) => f.severity === 'error') || plan.lines.some((l) => l.is === 'ask')
  return wrong ? 'only-good' : 'all'
}
