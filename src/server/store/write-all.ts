// Everything one transaction writes, as one statement: the change number is taken first, last of all locks, and everything else is
// written under it. One statement, so that the counter, which everybody in the district waits for, is held for one round trip.
// Must not interpret anything: rows, digests and projections come ready.

import { sql } from 'kysely'
import { rowFrom, type Tx } from './database.ts'
import { THEN_COMMIT } from './preparing-client.ts'
import type { DocumentWrite } from './documents.ts'
import type { OpEntry } from './ops.ts'
import type { FileProjection, TeacherProjection } from './projections.ts'

export interface Writing {
  /** Documents locked by this transaction, with their changed rows. */
  readonly documents: readonly DocumentWrite[]
  readonly teachers: readonly TeacherProjection[]
  readonly files: readonly FileProjection[]
  readonly ops: readonly OpEntry[]
  /** Since which change the reference data is as it was read: 40001 when it is another by now. */
  readonly expectedReference: number
  readonly touches: { readonly reference: boolean; readonly activities: boolean }
  /** Nothing follows in this transaction: it is committed in the same breath, and the counter is held no longer than that takes. */
  readonly last?: boolean
}

/** The change number under which all of it stands. */
export async function writeAll(
  tx: Tx,
  district: string,
  { documents, teachers, files, ops, expectedReference, touches, last }: Writing,
): Promise<number> {
  const written = documents.length === 0 ? sql`` : sql`, ${documentsWritten(district, documents)}`
  const projected = teachers.length === 0 ? sql`` : sql`, yantu_project_teachers(${JSON.stringify(teachers)}::jsonb, change)`
  const filed =
    files.length === 0
      ? sql``
      : sql`, (select count(yantu_project_file(f)) from jsonb_array_elements(${JSON.stringify(files)}::jsonb) f where change > 0)`
  const logged = ops.length === 0 ? sql`` : sql`, yantu_log_ops(${JSON.stringify(ops)}::jsonb, change)`
  const row = await rowFrom(
    tx,
    sql<{ change: number }>`${sql.raw(last === true ? THEN_COMMIT : '')}
    with n as materialized (select yantu_next_change(${expectedReference}::bigint, ${touches.reference}, ${touches.activities}) as change)${written}
    select change${projected}${filed}${logged} from n`,
  )
  if (row === null) throw new Error('the district has no counter')
  return row.change
}

function documentsWritten(district: string, documents: readonly DocumentWrite[]) {
  const rows = documents.flatMap((d) => d.rows.map((row) => ({ ...row, subject: d.subject })))
  return sql`written as (
      insert into document_row (district, subject_kind, subject_id, id, kind, change, content)
      select ${district}, k, i, r, s, n.change, c
      from n, unnest(${rows.map((r) => r.subject.kind)}::text[], ${rows.map((r) => r.subject.id)}::text[], ${rows.map((r) => r.id)}::text[],
        ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.content)}::text[]) as t (k, i, r, s, c)
      on conflict (district, subject_kind, subject_id, id) do update set change = excluded.change, content = excluded.content),
    changed as (
      update document d set change = n.change, digest = t.digest, waits_school = t.ws, waits_district = t.wd
      from n, unnest(${documents.map((d) => d.subject.kind)}::text[], ${documents.map((d) => d.subject.id)}::text[], ${documents.map((d) => d.digest)}::text[],
        ${documents.map((d) => d.waitsSchool)}::boolean[], ${documents.map((d) => d.waitsDistrict)}::boolean[]) as t (k, i, digest, ws, wd)
      where d.district = ${district} and d.subject_kind = t.k and d.subject_id = t.i)`
}
