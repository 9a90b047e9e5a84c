// Whole documents for a phone that takes a school's at a time: each as one text, the very text its digest is counted over and the phone
// keeps, with its standing beside it, both out of one picture. Read through the door: what is out of reach is not there.

import { sql } from 'kysely'
import type { Subject } from '../../domain/document.ts'
import { rowsFrom, type Tx } from './database.ts'
import { subjectOf } from './documents.ts'

export interface InBulk {
  readonly subject: Subject
  readonly digest: string
  /** A line 'id kind content' each, sorted by id. */
  readonly lines: string
  /** Null where there is none, or one that was counted otherwise, or before the document was last changed. */
  readonly standing: string | null
}

/** In the order asked; those that do not exist (or are out of reach) are left out. `by`: what standings have to be counted by (`countedBy`). */
export async function readInBulk(tx: Tx, district: string, subjects: readonly Subject[], by: string): Promise<InBulk[]> {
  const rows = await rowsFrom(
    tx,
    sql<{ kind: Subject['kind']; id: string; digest: string; lines: string | null; standing: string | null }>`
    select d.subject_kind as kind, d.subject_id as id, d.digest,
      (select string_agg(r.id || ' ' || r.kind || ' ' || r.content, e'\\n' order by r.id collate "C") from document_row r
        where r.district = ${district} and r.subject_kind = d.subject_kind and r.subject_id = d.subject_id) as lines,
      (select t.body from standing t where d.subject_kind = 'teacher' and t.district = ${district} and t.person = d.subject_id
        and t.policy = ${by} and t.change >= d.change) as standing
    from unnest(${subjects.map((s) => s.kind)}::text[], ${subjects.map((s) => s.id)}::text[]) with ordinality as s (k, i, at)
    join document d on d.district = ${district} and d.subject_kind = s.k and d.subject_id = s.i
    where d.change > 0 order by s.at`,
  )
  return rows.map(({ kind, id, digest, lines, standing }) => ({ subject: subjectOf(kind, id), digest, lines: lines ?? '', standing }))
}
