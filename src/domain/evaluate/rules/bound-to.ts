// Whom a minimum binds: holders of a role, or people with fewer years in service. What is not known is said, never guessed.

import { addYears, type Day } from '../../day.ts'
import type { BoundTo } from '../../policy/policy.ts'

export interface Service {
  /** Roles held on the day asked (班主任, 校长 …); null where nobody has said. */
  readonly roles: readonly string[] | null
  readonly workedSince: Day | null
}

export type Binding =
  { readonly is: 'bound' } | { readonly is: 'free' } | { readonly is: 'unknown'; readonly missing: 'role' | 'worked-since' }

type MaybeBound = { [K in keyof BoundTo]?: BoundTo[K] | undefined } | undefined

export function binding(rule: MaybeBound, service: Service, asOf: Day): Binding {
  if (rule === undefined) return { is: 'bound' }
  if (rule.role !== undefined) {
    if (service.roles === null) return { is: 'unknown', missing: 'role' }
    if (!service.roles.includes(rule.role)) return { is: 'free' }
  }
  if (rule.serviceYearsBelow !== undefined) {
    if (service.workedSince === null) return { is: 'unknown', missing: 'worked-since' }
    if (addYears(service.workedSince, rule.serviceYearsBelow) <= asOf) return { is: 'free' }
  }
  return { is: 'bound' }
}
