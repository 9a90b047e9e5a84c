// 结束称号: the last day and why. 'mistake' strikes a title that never was. The row and who ended it stay on record.

import { z } from 'zod/mini'
import { dayArg, noteArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { sitsOver, titleAt } from './title-row-at.ts'
import { TITLE_ENDS, type TitleFact } from './title.ts'

export const endTitle = defineVerb({
  name: 'end-title',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer'],
  args: z.strictObject({ row: rowArg, to: dayArg, reason: z.enum(TITLE_ENDS), note: noteArg }),
  codes: ['title.end-before-start', 'title.other-desk', 'title.own-award'],
  run(document, args, context, capacity) {
    const { row, to, reason, note } = args
    const title = titleAt(document, row)
    if (title === null) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('title.own-award')
    if (!sitsOver(title, capacity)) return refused('title.other-desk')
    if (to < title.from) return refused('title.end-before-start', 'to')
    if (title.ended?.to === to && title.ended.reason === reason) return { is: 'noop' }
    const fact: TitleFact = { ...signed('ended', context, capacity), to, reason, note }
    return applied(append(document, 'title', row, fact))
  },
})
