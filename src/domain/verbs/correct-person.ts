// 更正个人信息: only what changes, with a reason. A changed name stays findable as 曾用名; initials made from the old name go.
// Who somebody is decides what they are asked for, so one's own line is corrected by somebody else.

import { z } from 'zod/mini'
import type { Dossier, Identity, PersonFact } from '../dossier.ts'
import { rowsOf } from '../document.ts'
import { personOf } from '../person.ts'
import { identityArgs, looksLikeIdNumber } from './person-args.ts'
import { reasonArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

const changesArg = z.partial(z.strictObject(identityArgs))

/** The changes that really change something. */
function differing(person: Identity, changes: z.infer<typeof changesArg>): Partial<Identity> {
  const now = person as unknown as Record<string, unknown>
  const differs = Object.entries(changes).filter(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(now[key]),
  )
  const found: Partial<Identity> = Object.fromEntries(differs)
  return found.name !== undefined && changes.initials === undefined ? { ...found, initials: [] } : found
}

export const correctPerson = defineVerb({
  name: 'correct-person',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({ changes: changesArg, reason: reasonArg }),
  codes: ['person.id-number', 'person.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('person.own-record')
    const row = rowsOf(document as Dossier, 'person')[0]
    const person = personOf(document as Dossier)
    if (row === undefined || person === null) return refused('verb.not-allowed')
    if (looksLikeIdNumber(args.changes.staffNumber ?? null)) return refused('person.id-number', 'staffNumber')
    const changes = differing(person, args.changes)
    if (Object.keys(changes).length === 0) return { is: 'noop' }
    const fact: PersonFact = { ...signed('corrected', context, capacity), changes, reason: args.reason }
    return applied(append(document, 'person', row.id, fact))
  },
})
