// 建档: opens the dossier of one person with who they are and, where it is known, the home post (人事关系).
// Used by the import, as ops on behalf of the importer, and by an officer adding one person to their own school.
// A dossier is opened once; afterwards correct-person and the verbs of posts change it.

import { z } from 'zod/mini'
import { rowsOf } from '../document.ts'
import type { Dossier, Identity, PersonFact, PostFact } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { identityArgs, looksLikeIdNumber } from './person-args.ts'
import { schoolArg } from './school-args.ts'
import { dayArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

/** The home post's row id is made with the op, since one op's id can name only one row. */
const home = z.strictObject({ row: rowArg, school: schoolArg, from: dayArg })

export const enrolPerson = defineVerb({
  name: 'enrol-person',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ identity: z.strictObject(identityArgs), home: z.nullable(home) }),
  codes: ['person.already-enrolled', 'person.id-number', 'post.unknown-school'],
  scopeFrom: (args, document) => (document.rows.size === 0 && args.home !== null ? args.home.school : null),
  run(document, args, context, capacity) {
    if (rowsOf(document as Dossier, 'person').length > 0) return refused('person.already-enrolled')
    if (looksLikeIdNumber(args.identity.staffNumber)) return refused('person.id-number', 'staffNumber')
    const row = context.op as string as RowId
    const identity: Identity = args.identity
    const fact: PersonFact = { ...signed('identified', context, capacity), ...identity }
    const identified = append(document, 'person', row, fact)
    if (args.home === null) return applied(identified)
    const { school, from } = args.home
    if (!context.reference.schools.some((s) => s.id === school)) return refused('post.unknown-school', 'home')
    if (identified.rows.has(args.home.row)) return refused('verb.bad-arguments', 'home')
    const post: PostFact = { ...signed('started', context, capacity), school, post: 'home', from }
    return applied(append(identified, 'post', args.home.row, post))
  },
})
