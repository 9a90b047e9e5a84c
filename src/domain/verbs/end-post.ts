// 任职结束: the last day of a post and why. 'mistake' strikes a post that never was. The post and who ended it stay on record.
// A school's officer ends posts at their own school, or at one below it.

import { z } from 'zod/mini'
import { POST_END_REASONS, type Dossier, type PostFact } from '../dossier.ts'
import { isOfficerOf } from '../permissions.ts'
import { postsOf } from '../person.ts'
import { dayArg, noteArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const endPost = defineVerb({
  name: 'end-post',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ row: rowArg, to: dayArg, reason: z.enum(POST_END_REASONS), note: noteArg }),
  codes: ['post.end-before-start', 'post.other-school'],
  run(document, args, context, capacity) {
    const { row, to, reason, note } = args
    const post = postsOf(document as Dossier).find((p) => p.id === row)
    if (post === undefined) return refused('verb.not-allowed')
    if (capacity === 'officer' && !isOfficerOf(context.actor.id, post.school, context.reference, context.today)) return refused('post.other-school')
    if (to < post.from) return refused('post.end-before-start', 'to')
    if (post.to === to && post.endReason === reason) return { is: 'noop' }
    const fact: PostFact = { ...signed('ended', context, capacity), to, reason, note }
    return applied(append(document, 'post', row, fact))
  },
})
