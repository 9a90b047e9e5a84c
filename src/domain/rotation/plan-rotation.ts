// 安排交流轮岗: which way, to which school, from when to when, and whether 人事关系 moves. A plan changes no post.
// A school's officer plans for their own people; whether 人事关系 moves is the district's to decide.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { isOfficerOf } from '../permissions.ts'
import { homePost, postsOf } from '../person.ts'
import { schoolArg } from '../verbs/school-args.ts'
import { dayArg, noteArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { kindOf } from './items.ts'
import { overlaps, RELATIONS, rotationsOf, spanOf, type RotationFact } from './rotation.ts'

export const planRotation = defineVerb({
  name: 'plan-rotation',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({
    way: z.string().check(z.maxLength(60)),
    host: schoolArg,
    first: dayArg,
    until: z.nullable(dayArg),
    relation: z.enum(RELATIONS),
    note: noteArg,
  }),
  codes: [
    'rotation.unknown-way',
    'rotation.unknown-school',
    'rotation.own-school',
    'rotation.no-home',
    'rotation.end-before-start',
    'rotation.two-hosts',
    'rotation.relation',
    'rotation.districts-to-decide',
    'rotation.own-record',
  ],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('rotation.own-record')
    const { way, host, first, until, relation } = args
    const kind = kindOf(context.reference.policy, way)
    if (kind === null) return refused('rotation.unknown-way', 'way')
    const nameOf = (id: typeof host): string | undefined => context.reference.schools.find((s) => s.id === id)?.name
    const hostName = nameOf(host)
    if (hostName === undefined) return refused('rotation.unknown-school', 'host')
    if (until !== null && until < first) return refused('rotation.end-before-start', 'until')
    const posts = postsOf(document as Dossier)
    const home = homePost(posts, first) ?? homePost(posts, context.today)
    if (home === null) return refused('rotation.no-home')
    if (home.school === host) return refused('rotation.own-school', 'host')
    if (kind.relation !== 'either' && kind.relation !== relation) return refused('rotation.relation', 'relation')
    if (capacity === 'officer' && (relation === 'moves' || !isOfficerOf(context.actor.id, home.school, context.reference, context.today)))
      return refused('rotation.districts-to-decide')
    const others = rotationsOf(document as Dossier)
    if (others.some((r) => r.host === host && r.way === way && r.first === first && r.until === until && r.relation === relation))
      return { is: 'noop' }
    if (others.some((r) => overlaps(spanOf(r), { from: first, to: until }))) return refused('rotation.two-hosts', 'first')
    const fact: RotationFact = {
      ...signed('planned', context, capacity),
      ...args,
      home: home.school,
      homeName: nameOf(home.school) ?? '',
      hostName,
    }
    return applied(append(document, 'rotation', context.op as string as RowId, fact))
  },
})
