// 到岗: the rotation begins. It makes the post at the host from that day on (or takes the one already entered by hand), so that
// both schools see the same period; where 人事关系 moves, the home post moves with it.

import { z } from 'zod/mini'
import { addDays, type Day } from '../day.ts'
import type { Capacity, Document } from '../document.ts'
import type { Dossier, PostKind } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { isOfficerOf } from '../permissions.ts'
import { homePost, postsOf, type Post } from '../person.ts'
import { startPost } from '../verbs/start-post.ts'
import { dayArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed, type VerbContext } from '../verbs/verb.ts'
import { kindOf } from './items.ts'
import { overlaps, rotationsOf, type Rotation, type RotationFact } from './rotation.ts'

const BECAUSE: Readonly<
  Record<string, 'rotation.unknown-school' | 'rotation.school-closed' | 'rotation.own-school' | 'rotation.two-hosts'>
> = {
  'post.unknown-school': 'rotation.unknown-school',
  'post.school-closed': 'rotation.school-closed',
  'post.own-school': 'rotation.own-school',
  'post.two-hosts': 'rotation.two-hosts',
}

const postKind = (r: Rotation, context: VerbContext): PostKind =>
  r.relation === 'moves' ? 'home' : (kindOf(context.reference.policy, r.way)?.post ?? 'rotation')

/** Somewhere else as a guest while this rotation runs: another rotation under way, or a post that a rotation of this sort would need. */
function elsewhere(r: Rotation, all: readonly Rotation[], posts: readonly Post[], kind: PostKind, from: Day): boolean {
  const span = { from, to: r.until !== null && r.until < from ? from : r.until }
  return (
    all.some((o) => o.id !== r.id && o.from !== null && overlaps({ from: o.from, to: o.to }, span)) ||
    posts.some((p) => p.kind === kind && p.kind !== 'home' && p.school !== r.host && overlaps({ from: p.from, to: p.to }, span))
  )
}

export const startRotation = defineVerb({
  name: 'start-rotation',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ row: rowArg, from: dayArg }),
  codes: [
    'rotation.own-school',
    'rotation.two-hosts',
    'rotation.home-overlaps',
    'rotation.unknown-school',
    'rotation.school-closed',
    'rotation.districts-to-decide',
    'rotation.in-future',
    'rotation.own-record',
  ],
  run(document, { row, from }, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('rotation.own-record')
    const all = rotationsOf(document as Dossier)
    const r = all.find((one) => one.id === row)
    if (r === undefined) return refused('verb.not-allowed')
    if (r.post !== null) return { is: 'noop' }
    if (from > context.today) return refused('rotation.in-future', 'from')
    if (capacity === 'officer' && (r.relation === 'moves' || !isOfficerOf(context.actor.id, r.home, context.reference, context.today)))
      return refused('rotation.districts-to-decide')
    const posts = postsOf(document as Dossier)
    // Before the day it begins: where 人事关系 moves it is at the host from then on.
    const home = homePost(posts, addDays(from, -1)) ?? homePost(posts, from)
    if (home?.school === r.host) return refused('rotation.own-school')
    const kind = postKind(r, context)
    if (elsewhere(r, all, posts, kind, from)) return refused('rotation.two-hosts', 'from')
    const entered = posts.find((p) => p.school === r.host && p.kind === kind && p.from === from)
    if (entered !== undefined) return applied(moved(document, r.id, entered.id, context, capacity))
    const started = startPost.run(document, { school: r.host, kind, from }, context, capacity)
    if (started.is !== 'applied')
      return refused(started.is === 'refused' ? (BECAUSE[started.code] ?? 'rotation.home-overlaps') : 'rotation.home-overlaps', 'from')
    return applied(moved(started.document, r.id, context.op as string as RowId, context, capacity))
  },
})

function moved(document: Document, row: RowId, post: RowId, context: VerbContext, capacity: Capacity): Document {
  const fact: RotationFact = { ...signed('moved', context, capacity), post }
  return append(document, 'rotation', row, fact)
}
