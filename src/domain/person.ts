// What a dossier says of the person: identity as corrected, former names, posts and pauses.
// A person counts once, at the school of 人事关系 (the home post) on the day asked.

import type { Day } from './day.ts'
import { rowsOf } from './document.ts'
import type { Dossier, Identity, PauseKind, PersonRow, PostKind, PostEndReason } from './dossier.ts'
import type { RowId, SchoolId } from './ids.ts'
import { mergesInto } from './merge/merge-facts.ts'

export interface Person extends Identity {
  readonly formerNames: readonly string[]
}

export interface Post {
  readonly id: RowId
  readonly school: SchoolId
  readonly kind: PostKind
  readonly from: Day
  /** Last day of the post; null while it goes on. */
  readonly to: Day | null
  readonly endReason: PostEndReason | null
}

export interface Pause {
  readonly id: RowId
  readonly kind: PauseKind
  /** Null when nobody has said from which day: verdicts that need it are 待核实. */
  readonly from: Day | null
  readonly to: Day | null
}

function foldPerson(row: PersonRow): Person | null {
  let person = null as Person | null
  for (const f of row.facts) {
    if (f.what === 'identified') {
      const { name, initials, staffNumber, sex, subject, stage, employment, category, workedSince } = f
      person = { name, initials, staffNumber, sex, subject, stage, employment, category, workedSince, formerNames: [] }
    } else if (person !== null) {
      const renamed = f.changes.name !== undefined && f.changes.name !== person.name
      const formerNames: readonly string[] =
        renamed && !person.formerNames.includes(person.name) ? [...person.formerNames, person.name] : person.formerNames
      person = { ...person, ...f.changes, formerNames }
    }
  }
  return person
}

export function personOf(doc: Dossier): Person | null {
  const row = rowsOf(doc, 'person')[0]
  const person = row === undefined ? null : foldPerson(row)
  const merges = person === null ? [] : mergesInto(doc)
  if (person === null || merges.length === 0) return person
  const more = merges.flatMap((m) => m.fact.names).filter((name) => name !== person.name)
  return { ...person, formerNames: [...new Set([...person.formerNames, ...more])] }
}

export function postsOf(doc: Dossier): Post[] {
  const posts: Post[] = []
  for (const row of rowsOf(doc, 'post')) {
    let post = null as Post | null
    for (const f of row.facts) {
      if (f.what === 'started') post = { id: row.id, school: f.school, kind: f.post, from: f.from, to: null, endReason: null }
      else if (post !== null) post = { ...post, to: f.to, endReason: f.reason }
    }
    if (post !== null && post.endReason !== 'mistake') posts.push(post)
  }
  return posts.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
}

export function pausesOf(doc: Dossier): Pause[] {
  const pauses: Pause[] = []
  for (const row of rowsOf(doc, 'pause')) {
    let pause = null as Pause | null
    for (const f of row.facts) {
      if (f.what === 'began') pause = { id: row.id, kind: f.pause, from: f.from, to: f.until }
      else if (f.what === 'ended' && pause !== null) pause = { ...pause, from: f.from ?? pause.from, to: f.to }
      else pause = null
    }
    if (pause !== null) pauses.push(pause)
  }
  return pauses
}

export const postOn = (p: Post, d: Day): boolean => p.from <= d && (p.to === null || d <= p.to)

/** The home post on a day: the latest begun of those in force; null for someone not (or no longer) employed. */
export function homePost(posts: readonly Post[], d: Day): Post | null {
  let found = null as Post | null
  for (const p of posts) if (p.kind === 'home' && postOn(p, d)) found = p
  return found
}

/** Every school that may see the dossier on a day: home and any other post in force. */
export function schoolsOn(posts: readonly Post[], d: Day): SchoolId[] {
  const ids = new Set<SchoolId>()
  for (const p of posts) if (postOn(p, d)) ids.add(p.school)
  return [...ids]
}

/** True when a day lies in no post at all (待核: 不在任职期). */
export function outsideEmployment(posts: readonly Post[], d: Day): boolean {
  return posts.length > 0 && !posts.some((p) => postOn(p, d))
}

/** The last day of whoever has left: no post reaches this day or begins after it. Null for who is here, is to come, or never had a post. */
export function leftOn(posts: readonly Post[], d: Day): Day | null {
  let last = null as Day | null
  for (const { to } of posts) {
    if (to === null || to >= d) return null
    if (last === null || to > last) last = to
  }
  return last
}
