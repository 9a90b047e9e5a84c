// Whether somebody belongs to a population of titles (优质师资, 县级以上骨干教师) on a day, as the tiers of their dossier and the district's
// policy say; null where no document and no district says which titles belong to it.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Policy } from '../policy/policy.ts'
import { isIn, populationOn } from '../tiers/populations.ts'
import { titlesOn } from '../tiers/title.ts'

export function belongsOn(policy: Policy, dossier: Dossier, population: string, on: Day): boolean | null {
  const of = populationOn(policy, population, on)
  if (of === null || (of.open && of.of.length === 0)) return null
  return isIn(of, titlesOn(dossier, on))
}
