// 撤并学校: the last day of a school and why. It stays in the tree for everything that happened there and takes nobody any more.
// Refused while schools stand below it or people have a post there after that day: they are moved first, each by a verb of their own.
// Whether people are left only the server can count; a phone shows the closing and the server decides.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { Document, Row } from '../document.ts'
import { schoolInfoOf } from '../reference-from.ts'
import { isOpenOn } from '../reference.ts'
import type { PlaceFact } from '../school-file.ts'
import { dayArg, reasonArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

/** Whether the day lies before the school's first. */
export function beforeOpening(file: Document, day: Day): boolean {
  const row = [...file.rows.values()].find((r: Row) => r.kind === 'place')
  return row !== undefined && (row.facts as readonly PlaceFact[]).every((f) => f.what !== 'opened' || day < f.from)
}

export const closeSchool = defineVerb({
  name: 'close-school',
  version: 1,
  subject: ['school'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({ to: dayArg, reason: reasonArg }),
  codes: ['school.schools-below', 'school.people-left', 'school.closed-before-opened'],
  run(document, args, context, capacity) {
    const school = schoolInfoOf(document)
    const row = [...document.rows.values()].find((r: Row) => r.kind === 'place')
    if (school === null || row === undefined) return refused('verb.not-allowed')
    if (school.closedOn === args.to) return { is: 'noop' }
    if (beforeOpening(document, args.to)) return refused('school.closed-before-opened', 'to')
    if (context.reference.schools.some((s) => s.parent === school.id && isOpenOn(s, args.to))) return refused('school.schools-below')
    if ((context.postsAfter?.(args.to) ?? 0) > 0) return refused('school.people-left', 'to')
    const fact: PlaceFact = { ...signed('closed', context, capacity), to: args.to, reason: args.reason }
    return applied(append(document, 'place', row.id, fact))
  },
})
