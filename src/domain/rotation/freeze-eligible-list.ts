// 冻结名单: the district fixes who meets 交流条件 for a school year, in its own words and from its own source. One list a year.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { dayArg, lineArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { listsOf, type ListFact } from './eligible-list.ts'
import { digestOf, idsOf, listedArg, peopleProblem } from './list-args.ts'

export const freezeEligibleList = defineVerb({
  name: 'freeze-eligible-list',
  version: 1,
  subject: ['district'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({
    first: dayArg,
    last: dayArg,
    definition: lineArg(500),
    source: lineArg(300),
    total: z.int().check(z.gte(1), z.lte(50_000)),
    people: listedArg.check(z.minLength(1)),
  }),
  codes: ['list.year-ends-before-start', 'list.already-frozen', 'list.too-many', 'list.person-twice', 'list.unknown-person'],
  names: (args) => idsOf(args.people),
  run(document, args, context, capacity) {
    const { first, last, people, total } = args
    if (last < first) return refused('list.year-ends-before-start', 'last')
    if (listsOf(document).some((l) => l.first <= last && first <= l.last)) return refused('list.already-frozen', 'first')
    if (people.length > total) return refused('list.too-many', 'people')
    const problem = peopleProblem(people, [], context)
    if (problem !== null) return refused(problem, 'people')
    const fact: ListFact = { ...signed('frozen', context, capacity), ...args, digest: digestOf(people, context) }
    return applied(append(document, 'eligible-list', context.op as string as RowId, fact))
  },
})
