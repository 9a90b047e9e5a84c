// 任职结束: the last day of a post and why. 'mistake' strikes a post that never was. The post and who ended it stay on record.
// A school's officer ends posts at their own school, or at one below it. Who retires, resigns or leaves the district ends every
// other post with the home post, so that nobody stays 借调 or 走教 somewhere after they have gone. One's own posts
// are ended by somebody else.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { Document } from '../document.ts'
import { POST_END_REASONS, type Dossier, type PostEndReason, type PostFact } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { isOfficerOf } from '../permissions.ts'
import { postsOf } from '../person.ts'
import { dayArg, noteArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

/** Gone altogether, not to another school of the district. */
const GONE: readonly PostEndReason[] = ['retired', 'resigned', 'left-district']

export const endPost = defineVerb({
  name: 'end-post',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ row: rowArg, to: dayArg, reason: z.enum(POST_END_REASONS), note: noteArg }),
  codes: ['post.end-before-start', 'post.other-school', 'post.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('post.own-record')
    const { row, to, reason, note } = args
    const post = postsOf(document as Dossier).find((p) => p.id === row)
    if (post === undefined) return refused('verb.not-allowed')
    if (capacity === 'officer' && !isOfficerOf(context.actor.id, post.school, context.reference, context.today))
      return refused('post.other-school')
    if (to < post.from) return refused('post.end-before-start', 'to')
    if (post.to === to && post.endReason === reason) return { is: 'noop' }
    const end = (doc: Document, id: RowId, last: Day, why: PostEndReason): Document => {
      const fact: PostFact = { ...signed('ended', context, capacity), to: last, reason: why, note }
      return append(doc, 'post', id, fact)
    }
    const beside =
      post.kind === 'home' && GONE.includes(reason)
        ? postsOf(document as Dossier).filter((p) => p.id !== row && (p.to === null || p.to > to))
        : []
    return applied(
      beside.reduce(
        (doc, p) => (p.from > to ? end(doc, p.id, p.from, 'mistake') : end(doc, p.id, to, reason)),
        end(document, row, to, reason),
      ),
    )
  },
})
