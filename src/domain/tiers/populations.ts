// Populations of people by title: 骨干, 名优 and 骨干名优 in 渝中 are three of them, never one. A person is in one once, however many
// titles they hold. Which titles belong to one that no document defines is the district's to say; until then `open` says so.

import type { Day } from '../day.ts'
import type { Policy } from '../policy/policy.ts'
import { isOpen, valueOn } from '../policy/value-on.ts'
import { populationsOf } from './ladders.ts'
import type { Population } from './rung.ts'
import type { Title } from './title.ts'

export interface PopulationOn {
  readonly population: Population
  readonly of: readonly string[]
  /** True while no document and no district says which titles belong to it. */
  readonly open: boolean
}

/** Which rungs a population is made of on a day; null where the policy has no such one. */
export function populationOn(policy: Policy, id: string, day: Day): PopulationOn | null {
  const population = populationsOf(policy).find((p) => p.id === id)
  if (population === undefined) return null
  const setting = population.setting === null ? undefined : (policy.settings as Partial<Policy['settings']>)[population.setting]
  const said = setting === undefined ? null : valueOn(setting, day)
  if (setting !== undefined && said !== null) return { population, of: said, open: isOpen(setting) }
  return { population, of: population.of, open: isOpen(population) }
}

/** Whether titles in force put someone into the population. */
export function isIn({ population, of }: PopulationOn, titles: readonly Pick<Title, 'rung' | 'level' | 'as'>[]): boolean {
  return titles.some(
    (t) => (t.as === 'held' || population.candidates) && of.some((ref) => ref === t.rung || ref === `${t.rung}:${t.level ?? ''}`),
  )
}
