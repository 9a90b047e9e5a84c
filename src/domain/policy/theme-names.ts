// The words a training may carry as what it is about: the themes of the district's documents, and the word by which training for an
// office is known (任职资格). Whoever enters hours chooses among them, so that a rule and a person read the same word.

import type { Day } from '../day.ts'
import type { Policy } from './policy.ts'
import { valueOn } from './value-on.ts'

export function themeNames(policy: Policy, day: Day): string[] {
  const office = (policy.settings as Partial<Policy['settings']>).leaderOfficeTag
  const tag = office === undefined ? null : valueOn(office, day)
  return [...new Set([...policy.parts.themes.map((t) => t.name), ...(tag === null ? [] : [tag])])]
}

/** The same words with another theme, or none: what is no theme (骨干, 师德 …) stays as it was. */
export const withTheme = (tags: readonly string[], names: readonly string[], theme: string | null): string[] => [
  ...tags.filter((t) => !names.includes(t)),
  ...(theme === null ? [] : [theme]),
]
