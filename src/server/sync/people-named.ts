// The people that ops name in their arguments (a list of the eligible): whom the district knows is looked up before the verbs run,
// which themselves see documents only. Arguments nobody can read name no one; their verb refuses them.

import { readArguments } from '../../domain/verbs/read-arguments.ts'
import { verbNamed } from '../../domain/verbs/register.ts'
import type { OpContent } from '../../wire/op.ts'

type Named = Pick<OpContent, 'verb' | 'v' | 'args'>

export function peopleNamed(contents: readonly Named[]): string[] {
  const people = new Set<string>()
  for (const { verb: name, v, args } of contents) {
    const verb = verbNamed(name)
    if (verb?.names === undefined) continue
    const read = readArguments(verb, v, args)
    if (read.is === 'read') for (const person of verb.names(read.args)) people.add(person)
  }
  return [...people]
}
