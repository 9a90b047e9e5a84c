// 撤并学校: everybody who still has a post there after its last day goes on at the school it is merged into (人事关系 moves, posts beside it
// end), the schools below it get that school above them, and then it closes: each by its own verb, in the officer's name.
// Broken off half way it is asked again and goes on from there; the school itself closes last.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, type Day } from '../../domain/day.ts'
import type { PostKind } from '../../domain/dossier.ts'
import type { DistrictId, PersonId, SchoolId } from '../../domain/ids.ts'
import { isOpenOn, type Reference } from '../../domain/reference.ts'
import { beforeOpening } from '../../domain/verbs/close-school.ts'
import { documentFromText } from '../../wire/document-text.ts'
import type { OpContent } from '../../wire/op.ts'
import type { CloseAnswer, ClosePerson, CloseRequest } from '../../wire/people-acts.ts'
import type { Asker } from '../door/asker.ts'
import { withServer } from '../door/door.ts'
import { schoolAndAbove } from '../../domain/permissions.ts'
import { rowsFrom } from '../store/database.ts'
import { readDocuments, subjectOf } from '../store/documents.ts'
import { applyOnBehalf } from '../sync/on-behalf.ts'
import type { OpAnswer } from '../sync/receive.ts'
import type { SyncDeps } from '../sync/deps.ts'
import type { Hand } from './district-hand.ts'

export type CloseDeps = Pick<SyncDeps, 'db' | 'clock' | 'references'>
const AT_ONCE = 200

interface Post {
  readonly person: PersonId
  readonly name: string
  readonly row: string
  readonly kind: PostKind
  readonly from: Day
  /** Another home post begins after the closing: moving this one would meet it. */
  readonly later: boolean
}

export async function closeSchool(deps: CloseDeps, asker: Asker, hand: Hand, school: SchoolId, wish: CloseRequest): Promise<CloseAnswer> {
  const to = wish.to as Day
  const into = wish.into as SchoolId | null
  const { posts, reference, early } = await withServer(
    deps.db,
    asker,
    async (tx) => ({
      reference: (await deps.references.read(tx, asker.district)).reference,
      early: (await readDocuments(tx, asker.district, [subjectOf('school', school)])).some((d) =>
        beforeOpening(documentFromText(d.subject, d.rows), to),
      ),
      posts: await rowsFrom(
        tx,
        sql<Post>`select p.person, x.name, p.row_id as "row", p.kind, p.from_day::text as "from",
      exists (select from posting n where n.district = p.district and n.person = p.person and n.kind = 'home' and n.row_id <> p.row_id and n.from_day > ${to}::date) as later
      from posting p join person x on x.district = p.district and x.id = p.person
      where p.district = ${asker.district} and p.school = ${school} and (p.to_day is null or p.to_day > ${to}::date) order by x.name, p.person, p.row_id`,
      ),
    }),
    { snapshot: true },
  )
  const people = posts.map((p): ClosePerson => ({ person: p.person, name: p.name, post: p.kind, moves: p.kind === 'home' ? into : null }))
  const no = early ? 'school.closed-before-opened' : refusal(reference, school, into, to, posts)
  if (no !== null) return { is: 'refused', code: no, people }
  const schoolsBelow = reference.schools.filter((s) => s.parent === school && isOpenOn(s, to)).map((s) => s.id)
  if (!wish.confirm) return { is: 'would', people, schoolsBelow }
  const parent = into ?? reference.schools.find((s) => s.id === school)?.parent ?? null
  const op = (subject: OpContent['subject'], verb: string, args: OpContent['args']): OpContent => ({
    op: randomUUID(),
    actor: hand.id,
    subject,
    verb,
    v: 1,
    base: null,
    after: null,
    args,
  })
  const behalf = { district: asker.district as DistrictId, actor: { id: hand.id, name: hand.name }, device: 'district' }
  const apply = (ops: readonly OpContent[], how?: 'rehearsed'): Promise<OpAnswer[]> =>
    applyOnBehalf(deps, how === undefined ? behalf : { ...behalf, how }, ops)
  const moves = posts.map((p) =>
    p.kind === 'home' && into !== null
      ? op({ kind: 'teacher', id: p.person }, 'start-post', { school: into, kind: 'home', from: p.from > to ? p.from : addDays(to, 1) })
      : op(
          { kind: 'teacher', id: p.person },
          'end-post',
          p.from > to
            ? { row: p.row, to: p.from, reason: 'mistake', note: wish.reason }
            : { row: p.row, to, reason: 'other', note: wish.reason },
        ),
  )
  // All of them are tried before any is moved.
  for (const how of ['rehearsed', undefined] as const) {
    for (let i = 0; i < moves.length; i += AT_ONCE) {
      const bad = refusedIn(await apply(moves.slice(i, i + AT_ONCE), how))
      if (bad !== null) return { is: 'refused', code: bad, people }
    }
  }
  const files = [
    ...schoolsBelow.map((id) => op({ kind: 'school', id }, 'change-school', { changes: { parent } })),
    op({ kind: 'school', id: school }, 'close-school', { to, reason: wish.reason }),
  ]
  const bad = refusedIn(await apply(files))
  return bad === null ? { is: 'done', people, schoolsBelow } : { is: 'refused', code: bad, people }
}

function refusal(reference: Reference, school: SchoolId, into: SchoolId | null, to: Day, posts: readonly Post[]): string | null {
  if (!reference.schools.some((s) => s.id === school)) return 'verb.not-allowed'
  const target = reference.schools.find((s) => s.id === into)
  if (into !== null && (target === undefined || into === school || !isOpenOn(target, addDays(to, 1)))) return 'post.unknown-school'
  // Before anybody is moved, not when the first of them cannot be.
  if (into !== null && schoolAndAbove(reference, into).includes(school)) return 'school.loop'
  if (into !== null && posts.some((p) => p.kind === 'home' && (p.later || p.from > to))) return 'post.home-overlaps'
  return into === null && posts.some((p) => p.kind === 'home') ? 'school.people-left' : null
}

function refusedIn(answers: readonly OpAnswer[]): string | null {
  for (const { result } of answers) if (result.is === 'refused') return result.code
  return null
}
