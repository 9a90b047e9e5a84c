// The next part of a long list, until as many are there as it announced. A complete list takes corrections only.

import { z } from 'zod/mini'
import { rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { listsOf, type ListFact } from './eligible-list.ts'
import { digestOf, idsOf, listedArg, peopleProblem } from './list-args.ts'

export const extendEligibleList = defineVerb({
  name: 'extend-eligible-list',
  version: 1,
  subject: ['district'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({ row: rowArg, people: listedArg.check(z.minLength(1)) }),
  codes: ['list.too-many', 'list.person-twice', 'list.unknown-person'],
  names: (args) => idsOf(args.people),
  run(document, { row, people }, context, capacity) {
    const list = listsOf(document).find((l) => l.id === row)
    if (list === undefined) return refused('verb.not-allowed')
    if (list.complete || list.people.length + people.length > list.total) return refused('list.too-many', 'people')
    const problem = peopleProblem(people, list.people, context)
    if (problem !== null) return refused(problem, 'people')
    const fact: ListFact = { ...signed('extended', context, capacity), people, digest: digestOf(people, context) }
    return applied(append(document, 'eligible-list', row, fact))
  },
})
