// What of a dossier decides beside its entries: since when someone works, their pauses, and whether they are counted (应计).

import type { Dossier } from '../dossier.ts'
import { pausesOf, personOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { viewValue } from '../policy/value-on.ts'
import type { Day } from '../day.ts'
import type { Bearer } from './reading.ts'

export function bearerOf(dossier: Dossier, roles: readonly string[] | null): Bearer {
  return { workedSince: personOf(dossier)?.workedSince ?? null, pauses: pausesOf(dossier).map(({ from, to }) => ({ from, to })), roles }
}

/** Why someone is on the roll but not counted: their 用人形式, their 教职工类别, or both. */
export interface NotCounted {
  readonly by: 'employment' | 'category'
  readonly value: string
}

/** Empty for who is 应计. The lists are the pack's; without a list nobody is left out. */
export function notCountedBecause(policy: Policy, who: { readonly employment: string; readonly category: string }, d: Day): NotCounted[] {
  const out: NotCounted[] = []
  const employments = viewValue(policy.settings.countedEmployments, d)
  if (employments !== null && !employments.includes(who.employment)) out.push({ by: 'employment', value: who.employment })
  const categories = viewValue(policy.settings.countedCategories, d)
  if (categories !== null && !categories.includes(who.category)) out.push({ by: 'category', value: who.category })
  return out
}
