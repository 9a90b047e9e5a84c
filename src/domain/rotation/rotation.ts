// 交流轮岗 of one teacher: one row a rotation, from plan to return. Its period is that of the post it made, and nowhere else:
// whoever ends or strikes the post (end-post, a transfer) ends or undoes the rotation with it. The plan's days are a plan only.

import { earlier, later, type Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId, SchoolId } from '../ids.ts'
import { homePost, postsOf, type Post } from '../person.ts'

/** 人事关系 stays at the home school, or moves to the host. */
export const RELATIONS = ['stays', 'moves'] as const
export type Relation = (typeof RELATIONS)[number]

export interface RotationPlan {
  /** Id of a kind of the district's policy (items.ts). */
  readonly way: string
  readonly home: SchoolId
  readonly host: SchoolId
  readonly first: Day
  readonly until: Day | null
  readonly relation: Relation
  readonly note: string
}

/** How the two schools were called when it was planned: the teacher's phone need not know the host before they are there. */
export interface PlanNames {
  readonly homeName?: string
  readonly hostName?: string
}

export type RotationFact =
  | (FactBase & { readonly what: 'planned' } & RotationPlan & PlanNames)
  | (FactBase & { readonly what: 'moved'; readonly post: RowId })
  | (FactBase & { readonly what: 'returned'; readonly note: string })
  | (FactBase & { readonly what: 'cancelled'; readonly reason: string })
export type RotationRow = Row<'rotation', RotationFact>

export interface Rotation extends RotationPlan, Required<PlanNames> {
  readonly id: RowId
  /** The post it made; null while planned, and again when that post is struck. */
  readonly post: RowId | null
  /** Days of that post; `to` null while it goes on. */
  readonly from: Day | null
  readonly to: Day | null
  /** A note on coming back, empty where nobody said. */
  readonly back: string
  readonly plannedOn: Day
  readonly plannedBy: string
}

export type RotationState = 'planned' | 'there' | 'returned'

function rotationOf(row: RotationRow, posts: readonly Post[]): Rotation | null {
  let plan = null as Rotation | null
  for (const f of row.facts) {
    if (f.what === 'planned') {
      const { way, home, host, first, until, relation, note } = f
      plan = {
        id: row.id,
        way,
        home,
        host,
        homeName: f.homeName ?? '',
        hostName: f.hostName ?? '',
        first,
        until,
        relation,
        note,
        post: null,
        from: null,
        to: null,
        back: '',
        plannedOn: f.recordedOn,
        plannedBy: f.byName,
      }
    } else if (plan === null) continue
    else if (f.what === 'cancelled') return null
    else if (f.what === 'returned') plan = { ...plan, back: f.note }
    else {
      const post = posts.find((p) => p.id === f.post)
      plan = post === undefined ? { ...plan, post: null } : { ...plan, post: post.id, from: post.from, to: post.to }
    }
  }
  return plan
}

const began = (r: Rotation): string => `${r.from ?? r.first} ${r.id}`

/** Every rotation that stands, planned ones included, earliest first. */
export function rotationsOf(dossier: Dossier): Rotation[] {
  const posts = postsOf(dossier)
  return rowsOfKind<RotationRow>(dossier, 'rotation')
    .flatMap((row) => rotationOf(row, posts) ?? [])
    .sort((a, b) => (began(a) < began(b) ? -1 : 1))
}

export function stateOn(r: Rotation, d: Day): RotationState {
  if (r.from === null || r.from > d) return 'planned'
  return r.to !== null && r.to < d ? 'returned' : 'there'
}

/** The schools that stand for the home school on a day: the one that planned it and, once they were transferred, where 人事关系 is by then. */
export function homesOf(dossier: Dossier, r: Rotation, d: Day): SchoolId[] {
  const now = homePost(postsOf(dossier), d)?.school ?? null
  return now === null || now === r.home ? [r.home] : [r.home, now]
}

/** The days as they are, or as planned: what two rotations may not share at two hosts. */
export const spanOf = (r: Rotation): { readonly from: Day; readonly to: Day | null } =>
  r.from === null ? { from: r.first, to: r.until } : { from: r.from, to: r.to }

export const overlaps = (a: { from: Day; to: Day | null }, b: { from: Day; to: Day | null }): boolean =>
  (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)

/** Days at the host within [first, last], as known through a day; null where it had not begun by then. */
export function daysThere(
  r: Pick<Rotation, 'from' | 'to'>,
  first: Day,
  last: Day,
  through: Day,
): { readonly from: Day; readonly to: Day } | null {
  if (r.from === null) return null
  const from = later(r.from, first)
  const to = earlier(earlier(r.to ?? through, last), through)
  return from <= to ? { from, to } : null
}

/** Posts at another school with no rotation behind them: entered by hand or imported, of a kind nobody named. */
export function unnamedPosts(dossier: Dossier, rotations: readonly Rotation[]): Post[] {
  return postsOf(dossier).filter((p) => p.kind === 'rotation' && !rotations.some((r) => r.post === p.id))
}
