// 期满返回: the last day at the host. It ends the post there; where 人事关系 had moved, it comes back to the home school the day after.
// Home and host may end it, each of which knows the day; whoever was transferred meanwhile has their home at the new school.

import { z } from 'zod/mini'
import { addDays } from '../day.ts'
import type { Dossier, PostFact } from '../dossier.ts'
import { isOfficerOf } from '../permissions.ts'
import { startPost } from '../verbs/start-post.ts'
import { dayArg, noteArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { homesOf, rotationsOf, type RotationFact } from './rotation.ts'

export const endRotation = defineVerb({
  name: 'end-rotation',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ row: rowArg, to: dayArg, note: noteArg }),
  codes: [
    'rotation.not-begun',
    'rotation.already-back',
    'rotation.end-before-start',
    'rotation.districts-to-decide',
    'rotation.home-overlaps',
    'rotation.own-record',
  ],
  run(document, { row, to, note }, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('rotation.own-record')
    const r = rotationsOf(document as Dossier).find((one) => one.id === row)
    if (r === undefined) return refused('verb.not-allowed')
    if (r.post === null || r.from === null) return refused('rotation.not-begun')
    if (r.to !== null) return r.to === to ? { is: 'noop' } : refused('rotation.already-back', 'to')
    if (to < r.from) return refused('rotation.end-before-start', 'to')
    const mine = (school: typeof r.home): boolean => isOfficerOf(context.actor.id, school, context.reference, context.today)
    if (capacity === 'officer' && (r.relation === 'moves' || ![...homesOf(document as Dossier, r, context.today), r.host].some(mine)))
      return refused('rotation.districts-to-decide')
    const ended: PostFact = { ...signed('ended', context, capacity), to, reason: 'returned', note }
    let after = append(document, 'post', r.post, ended)
    if (r.relation === 'moves') {
      const home = startPost.run(after, { school: r.home, kind: 'home', from: addDays(to, 1) }, context, capacity)
      if (home.is !== 'applied') return refused('rotation.home-overlaps', 'to')
      after = home.document
    }
    const fact: RotationFact = { ...signed('returned', context, capacity), note }
    return applied(append(after, 'rotation', row, fact))
  },
})
