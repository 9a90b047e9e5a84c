// 抽查结果: of one person drawn, whether what the school keeps agrees with the record. Where it does not, in words.

import { z } from 'zod/mini'
import { personArg } from '../verbs/school-args.ts'
import { noteArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { atDistrict, digestArg } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'

export const checkSampled = defineVerb({
  name: 'check-sampled',
  version: 1,
  subject: ['school'],
  who: ['district-officer'],
  args: z.strictObject({ row: rowArg, digest: digestArg, person: personArg, agrees: z.boolean(), note: noteArg }),
  codes: ['review.not-handed-in', 'review.accepted', 'review.not-in-sample', 'review.note-needed'],
  run(document, args, context, capacity) {
    const found = atDistrict(document, args.row, args.digest)
    if (found.is !== 'review') return found
    const { sample, state } = found.review
    if (state === 'accepted') return refused('review.accepted')
    if (sample === null || !sample.persons.includes(args.person)) return refused('review.not-in-sample', 'person')
    if (!args.agrees && args.note === '') return refused('review.note-needed', 'note')
    const before = sample.checks.get(args.person)
    if (before !== undefined && before.agrees === args.agrees && before.note === args.note) return { is: 'noop' }
    const fact: ReviewFact = { ...signed('sample-checked', context, capacity), person: args.person, agrees: args.agrees, note: args.note }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
