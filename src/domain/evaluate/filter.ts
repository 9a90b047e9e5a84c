// Whether a rule's filter takes in an entry: all keys given must hold. No filter takes in everything.

import type { Filter } from '../policy/policy.ts'

export interface Kinds {
  readonly level: string
  readonly mode: string
  readonly tags: readonly string[]
}

type MaybeFilter = { [K in keyof Filter]?: Filter[K] | undefined } | undefined

/** `levels` and `modes` contain the entry's; `tags` share one with it. */
export function matches(filter: MaybeFilter, entry: Kinds): boolean {
  if (filter === undefined) return true
  if (filter.levels !== undefined && !(filter.levels as readonly string[]).includes(entry.level)) return false
  if (filter.modes !== undefined && !(filter.modes as readonly string[]).includes(entry.mode)) return false
  const tags = filter.tags
  return tags === undefined || entry.tags.some((tag) => tags.includes(tag))
}
