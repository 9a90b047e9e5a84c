// A dossier as its pages need it: person, posts, pauses and entries, each entry with what is only on this phone about it.
// A refused claim has no row, so it stands among the refusals of the dossier, not among the entries.

import type { Day } from '../domain/day.ts'
import { rowsOf, subjectKey } from '../domain/document.ts'
import type { Dossier } from '../domain/dossier.ts'
import { entryOf, type Entry } from '../domain/entry.ts'
import type { PersonId } from '../domain/ids.ts'
import { homePost, pausesOf, personOf, postsOf, type Pause, type Person, type Post } from '../domain/person.ts'
import { refusalsOf, type PendingOp, type Refusal, pendingOf } from './outbox-view.ts'
import { read, type Phone } from './phone.ts'
import { visible } from './visible.ts'

/** on-this-phone: 只在本机 · at-server: 已到服务器 · refused: the last thing done to it was refused or overtaken. */
export type LocalState = 'on-this-phone' | 'at-server' | 'refused'

export interface EntryView {
  readonly entry: Entry
  readonly local: LocalState
  /** The unsent ops on it, oldest first. */
  readonly pending: readonly PendingOp[]
  /** What was refused about it and still waits for its author's choice. */
  readonly refusal: Refusal | null
}

export interface DossierView {
  readonly dossier: Dossier
  readonly person: Person | null
  readonly posts: readonly Post[]
  readonly home: Post | null
  readonly pauses: readonly Pause[]
  /** Latest last day first. */
  readonly entries: readonly EntryView[]
  /** Everything of this dossier that was refused and waits for a choice, also of claims that have no row. */
  readonly refusals: readonly Refusal[]
}

/** Null when this phone has no such dossier. */
export function dossierView(phone: Phone, person: PersonId, today: Day): Promise<DossierView | null> {
  return read(phone, async (database) => {
    const subject = { kind: 'teacher', id: person } as const
    const dossier = (await visible(phone, database, subject)) as Dossier | null
    if (dossier === null) return null
    const ofThis = (op: { readonly key: string }): boolean => op.key === subjectKey(subject)
    const [unanswered, refused] = await Promise.all([pendingOf(database), refusalsOf(database)])
    const [pending, refusals] = [unanswered.filter(ofThis), refused.filter(ofThis)]
    const posts = postsOf(dossier)
    const entries: EntryView[] = []
    for (const row of rowsOf(dossier, 'hours')) {
      const entry = entryOf(row)
      if (entry === null) continue
      const own = pending.filter((op) => op.row === row.id)
      const refusal = refusals.filter((one) => one.row === row.id).pop() ?? null
      entries.push({ entry, pending: own, refusal, local: own.length > 0 ? 'on-this-phone' : refusal === null ? 'at-server' : 'refused' })
    }
    return {
      dossier,
      person: personOf(dossier),
      posts,
      home: homePost(posts, today),
      pauses: pausesOf(dossier),
      entries: entries.sort(latestFirst),
      refusals,
    }
  })
}

function latestFirst(a: EntryView, b: EntryView): number {
  const x = `${a.entry.training.last} ${a.entry.id}`
  const y = `${b.entry.training.last} ${b.entry.id}`
  return x < y ? 1 : x > y ? -1 : 0
}
