// 续任: a title goes on from a day, until another that the deed names or without one. A gap between stays a gap: on its days the
// title was not held.

import { z } from 'zod/mini'
import { dayArg, emptyLineArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { sitsOver, titleAt, titleRowAt } from './title-row-at.ts'
import type { TitleFact } from './title.ts'

export const renewTitle = defineVerb({
  name: 'renew-title',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer'],
  args: z.strictObject({ row: rowArg, from: dayArg, until: z.nullable(dayArg), deed: emptyLineArg(120) }),
  codes: ['title.end-before-start', 'title.renewed-before-start', 'title.other-desk', 'title.own-award'],
  run(document, args, context, capacity) {
    const { row, from, until, deed } = args
    const title = titleAt(document, row)
    if (title === null) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('title.own-award')
    if (!sitsOver(title, capacity)) return refused('title.other-desk')
    if (until !== null && until < from) return refused('title.end-before-start', 'until')
    const last = title.spans[title.spans.length - 1]
    if (last !== undefined && from < last.from) return refused('title.renewed-before-start', 'from')
    const before = titleRowAt(document, row)?.facts
    const latest = before?.[before.length - 1]
    if (latest?.what === 'renewed' && latest.from === from && latest.until === until) return { is: 'noop' }
    const fact: TitleFact = { ...signed('renewed', context, capacity), from, until, deed }
    return applied(append(document, 'title', row, fact))
  },
})
