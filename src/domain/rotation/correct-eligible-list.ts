// 更正名单: someone was left out, or should not be on it; with a reason that stays. What was frozen stays readable.

import { z } from 'zod/mini'
import { personArg } from '../verbs/school-args.ts'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { listsOf, type ListFact } from './eligible-list.ts'
import { idsOf, listedArg, MOST_LISTED, peopleProblem } from './list-args.ts'

export const correctEligibleList = defineVerb({
  name: 'correct-eligible-list',
  version: 1,
  subject: ['district'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({ row: rowArg, added: listedArg, struck: z.array(personArg).check(z.maxLength(MOST_LISTED)), reason: reasonArg }),
  codes: ['list.person-twice', 'list.unknown-person', 'list.not-on-it'],
  names: (args) => idsOf(args.added),
  run(document, { row, added, struck, reason }, context, capacity) {
    const list = listsOf(document).find((l) => l.id === row)
    if (list === undefined) return refused('verb.not-allowed')
    if (added.length === 0 && struck.length === 0) return { is: 'noop' }
    if (struck.some((id) => !list.people.some((p) => p.id === id))) return refused('list.not-on-it', 'struck')
    const problem = peopleProblem(added, list.people, context)
    if (problem !== null) return refused(problem, 'added')
    const fact: ListFact = { ...signed('corrected', context, capacity), added, struck, reason }
    return applied(append(document, 'eligible-list', row, fact))
  },
})
