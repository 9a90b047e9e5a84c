// Whether a plan may be written: errors block unless the importer asks for the good rows only; so do questions nobody has answered.

import type { ImportBatch } from '../../wire/import.ts'
import type { StoredPlan } from './batch-store.ts'

export function mayConfirm({ reading, plan }: StoredPlan): ImportBatch['mayConfirm'] {
  if (!plan.lines.some((l) => l.is === 'add' || l.is === 'change')) return 'nothing'
  const wrong = [...reading.findings, ...plan.findings].some((f) => f.severity === 'error') || plan.lines.some((l) => l.is === 'ask')
  return wrong ? 'only-good' : 'all'
}
