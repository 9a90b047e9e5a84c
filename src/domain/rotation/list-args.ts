// What a list of people carries, and what can be wrong with one: somebody twice, or somebody the district does not know.
// A phone cannot tell who is unknown and leaves that to the server, which writes nothing of a list with a stranger in it.

import { z } from 'zod/mini'
import type { PersonId } from '../ids.ts'
import { personArg } from '../verbs/school-args.ts'
import { lineArg } from '../verbs/training-args.ts'
import type { VerbContext } from '../verbs/verb.ts'
import type { Listed } from './eligible-list.ts'

/** So many fit into one op; longer lists come in parts. */
export const MOST_LISTED = 800

export const listedArg = z.array(z.strictObject({ id: personArg, name: lineArg(40) })).check(z.maxLength(MOST_LISTED))

export const idsOf = (people: readonly Listed[]): PersonId[] => people.map((p) => p.id)

export function peopleProblem(
  people: readonly Listed[],
  before: readonly Listed[],
  context: VerbContext,
): 'list.person-twice' | 'list.unknown-person' | null {
  const seen = new Set<string>(before.map((p) => p.id))
  for (const { id } of people) {
    if (seen.has(id)) return 'list.person-twice'
    seen.add(id)
  }
  return context.knows !== undefined && people.some((p) => context.knows?.(p.id) === false) ? 'list.unknown-person' : null
}

/** The same people give the same digest, in whatever order they were entered. */
export const digestOf = (people: readonly Listed[], context: VerbContext): string => context.hash([...idsOf(people)].sort())
