// 定期注册: one row each time a certificate was registered, with its days and what came of it. The window of the next one is its own:
// from the day this one began through its last day.

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'

/** 首次注册 · 定期注册 */
export const REGISTRATION_KINDS = ['first', 'regular'] as const
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number]
/** 合格 · 暂缓 · 不合格 */
export const CONCLUSIONS = ['passed', 'put-off', 'failed'] as const
export type Conclusion = (typeof CONCLUSIONS)[number]

export interface RegistrationSaid {
  readonly kind: RegistrationKind
  readonly conclusion: Conclusion
  readonly registeredOn: Day
  /** The days it holds. */
  readonly from: Day
  readonly until: Day
}

export type RegistrationFact =
  (FactBase & { readonly what: 'registered' } & RegistrationSaid) | (FactBase & { readonly what: 'struck'; readonly reason: string })
export type RegistrationRow = Row<'registration', RegistrationFact>

export interface Registration extends RegistrationSaid {
  readonly id: RowId
  readonly recordedBy: string
}

/** Those that stand, earliest first. */
export function registrationsOf(dossier: Dossier): Registration[] {
  const out: Registration[] = []
  for (const row of rowsOfKind<RegistrationRow>(dossier, 'registration')) {
    const [said] = row.facts
    if (said?.what !== 'registered' || row.facts.some((f) => f.what === 'struck')) continue
    const { kind, conclusion, registeredOn, from, until } = said
    out.push({ id: row.id, kind, conclusion, registeredOn, from, until, recordedBy: said.byName })
  }
  return out.sort((a, b) => (`${a.from} ${a.until} ${a.id}` < `${b.from} ${b.until} ${b.id}` ? -1 : 1))
}

/** The latest begun by the day that was passed; whether it is still in force is its last day's to say. */
export function latestPassed(registrations: readonly Registration[], d: Day): Registration | null {
  let found = null as Registration | null
  for (const r of registrations) if (r.conclusion === 'passed' && r.from <= d) found = r
  return found
}
