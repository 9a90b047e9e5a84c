// 任职开始: a post at a school from a day on: the home post (人事关系), or a rotation, visit or secondment beside it.
// A person has one home post: a new one ends the one before on the day before (调动). A school's officer sends people out
// or takes them in beside their home post; only the home school, or the district, moves the home post. Nobody is rotated or
// placed at their own school, nor rotated, seconded or placed at two schools at once; 走教 may serve several. One's own posts are
// started by somebody else.

import { z } from 'zod/mini'
import { addDays } from '../day.ts'
import { rowsOf, type Capacity, type Document } from '../document.ts'
import { POST_KINDS, type Dossier, type PostFact, type PostKind } from '../dossier.ts'
import type { RowId, SchoolId } from '../ids.ts'
import { isOfficerOf } from '../permissions.ts'
import { homePost, postOn, postsOf, type Post } from '../person.ts'
import { isOpenOn } from '../reference.ts'
import { schoolArg } from './school-args.ts'
import { dayArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed, type VerbContext } from './verb.ts'

/** Home posts that reach into the time from a day on. */
const homesFrom = (posts: readonly Post[], from: string): Post[] =>
  posts.filter((p) => p.kind === 'home' && (p.to === null || p.to >= from))

/** What 0.1.0 took of 走教 and 借调 is taken as it was. */
const NEVER_AT_HOME: readonly PostKind[] = ['rotation', 'placement']

/** Of these a person has one at a time: all of their work is there meanwhile. */
const ONE_AT_A_TIME: readonly PostKind[] = ['rotation', 'seconded', 'placement']
const twoHosts = (posts: readonly Post[], kind: PostKind, school: SchoolId, from: string): boolean =>
  ONE_AT_A_TIME.includes(kind) && posts.some((p) => p.kind === kind && p.school !== school && (p.to === null || p.to >= from))

function officerMay(kind: Post['kind'], school: SchoolId, posts: readonly Post[], context: VerbContext): boolean {
  const officerOf = (id: SchoolId): boolean => isOfficerOf(context.actor.id, id, context.reference, context.today)
  const homes = posts.filter((p) => p.kind === 'home' && postOn(p, context.today))
  if (homes.some((p) => officerOf(p.school))) return true
  return kind === 'home' ? homes.length === 0 && officerOf(school) : officerOf(school)
}

/** Someone without an open post, whose last one (or a struck one) was at this school: it may take them back, or start the post rightly. */
function wasLastHere(dossier: Dossier, school: SchoolId): boolean {
  if (postsOf(dossier).some((p) => p.to === null)) return false
  return rowsOf(dossier, 'post').some((row) => row.facts.some((f) => f.what === 'started' && f.post === 'home' && f.school === school))
}

function endEarlier(document: Document, earlier: readonly Post[], from: Post['from'], context: VerbContext, capacity: Capacity): Document {
  return earlier.reduce((doc, p) => {
    const ended: PostFact = { ...signed('ended', context, capacity), to: addDays(from, -1), reason: 'transferred', note: '' }
    return append(doc, 'post', p.id, ended)
  }, document)
}

export const startPost = defineVerb({
  name: 'start-post',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ school: schoolArg, kind: z.enum(POST_KINDS), from: dayArg }),
  codes: [
    'post.unknown-school',
    'post.school-closed',
    'post.other-school',
    'post.home-overlaps',
    'post.own-school',
    'post.two-hosts',
    'post.own-record',
  ],
  scopeFrom: (args, document) => (args.kind === 'home' && wasLastHere(document as Dossier, args.school) ? args.school : null),
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('post.own-record')
    const { school, kind, from } = args
    const place = context.reference.schools.find((s) => s.id === school)
    if (place === undefined) return refused('post.unknown-school', 'school')
    if (!isOpenOn(place, from)) return refused('post.school-closed', 'school')
    const posts = postsOf(document as Dossier)
    if (capacity === 'officer' && !officerMay(kind, school, posts, context)) return refused('post.other-school', 'school')
    if (posts.some((p) => p.school === school && p.kind === kind && p.from <= from && (p.to === null || p.to > from))) return { is: 'noop' }
    if (NEVER_AT_HOME.includes(kind) && homePost(posts, from)?.school === school) return refused('post.own-school', 'school')
    if (twoHosts(posts, kind, school, from)) return refused('post.two-hosts', 'school')
    const overlapping = kind === 'home' ? homesFrom(posts, from) : []
    if (overlapping.some((p) => p.from >= from)) return refused('post.home-overlaps', 'from')
    const fact: PostFact = { ...signed('started', context, capacity), school, post: kind, from }
    return applied(append(endEarlier(document, overlapping, from, context, capacity), 'post', context.op as string as RowId, fact))
  },
})
