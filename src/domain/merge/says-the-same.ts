// Whether a row brought over says what the dossier knows already, so that merging never counts anything twice: the same activity or
// the same training, a post of the same kind at the same school at the same time, or (other kinds) the very same first statement.
// Where in doubt it answers no: then both are seen, and the flags of likely duplicates say so.

import { rowsOf, rowsOfKind, type Document, type FactBase, type Row } from '../document.ts'
import type { Dossier, HoursRow } from '../dossier.ts'
import { entryOf, type Entry } from '../entry.ts'
import { plain } from '../evaluate/flags.ts'
import { postsOf, type Post } from '../person.ts'

export function saysTheSame(doc: Document, row: Row): boolean {
  if (row.kind === 'hours') return sameHours(doc as Dossier, row as HoursRow)
  if (row.kind === 'post') return samePost(doc as Dossier, row)
  const said = statement(row)
  return rowsOfKind<Row>(doc, row.kind).some((r) => statement(r) === said)
}

const alive = (e: Entry): boolean => e.state !== 'withdrawn' && e.state !== 'reversed'
const recognised = (e: Entry): boolean => e.state === 'recognised'

/** One that was recognised is never left out for one that was not. */
function sameHours(doc: Dossier, row: HoursRow): boolean {
  const entry = entryOf(row)
  if (entry === null || !alive(entry)) return false
  return rowsOf(doc, 'hours').some((r) => {
    const known = entryOf(r)
    return known !== null && alive(known) && sameTraining(known, entry) && (recognised(known) || !recognised(entry))
  })
}

function sameTraining({ training: a }: Entry, { training: b }: Entry): boolean {
  if (a.activity !== null && b.activity !== null) return a.activity === b.activity
  return a.first === b.first && a.last === b.last && a.hours === b.hours && a.level === b.level && plain(a.title) === plain(b.title)
}

function samePost(doc: Dossier, row: Row): boolean {
  const post = postsOf({ subject: doc.subject, rows: new Map([[row.id, row]]) } as Dossier)[0]
  return post !== undefined && postsOf(doc).some((p) => p.kind === post.kind && p.school === post.school && overlap(p, post))
}

const overlap = (a: Post, b: Post): boolean => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)

/** What a row said first, without who said it and when. */
function statement(row: Row): string {
  const first = row.facts[0]
  if (first === undefined) return ''
  const {
    op: _op,
    by: _by,
    byName: _name,
    byRole: _role,
    recordedOn: _on,
    recordedAt: _at,
    saidAt: _said,
    ...rest
  } = first as FactBase & Readonly<Record<string, unknown>>
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
}
