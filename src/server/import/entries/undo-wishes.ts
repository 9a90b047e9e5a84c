// What taking back a table of entries would do to each dossier on it, as the dossier stands now. Someone whose dossier was merged since is
// looked up where their rows are seen. Reads only.

import { sql } from 'kysely'
import { appraisalsOf } from '../../../domain/appraisal/appraisal.ts'
import type { Subject } from '../../../domain/document.ts'
import type { Dossier, HoursRow } from '../../../domain/dossier.ts'
import { decidedFields, entryOf } from '../../../domain/entry.ts'
import { allOpenings, historyOf, objectionsOf } from '../../../domain/history/history.ts'
import { mergesInto, setAsideOf } from '../../../domain/merge/merge-facts.ts'
import { shortHash } from '../../../wire/canonical.ts'
import type { OpContent } from '../../../wire/op.ts'
import { readDossiers } from '../../reference/dossiers.ts'
import { rowsFrom, type Tx } from '../../store/database.ts'
import { importDevice } from '../batch-id.ts'

export interface Logged {
  readonly op: string
  readonly verb: string
  readonly kind: OpContent['subject']['kind']
  readonly subject: string
  readonly result: string
}

export const opsOf = (tx: Tx, district: string, batch: string): Promise<Logged[]> =>
  rowsFrom(
    tx,
    sql<Logged>`select op, verb, subject_kind as kind, subject_id as subject, result from op_log where district = ${district} and device = ${importDevice(batch)} order by change, op`,
  )

export interface Reversal {
  readonly subject: OpContent['subject'] | Subject
  readonly row: string
  readonly verb: string
  readonly base: string | null
}

/** The dossiers where these people's rows are seen today, each with those of them it is. */
export async function dossiersOf(
  tx: Tx,
  district: string,
  people: readonly string[],
): Promise<{ dossier: Dossier; people: readonly string[] }[]> {
  const found = new Map<string, { dossier: Dossier; people: string[] }>()
  const into = new Map<string, string>()
  for (const dossier of await readDossiers(tx, district, people)) {
    const aside = setAsideOf(dossier)
    if (aside === null) found.set(dossier.subject.id, { dossier, people: [dossier.subject.id] })
    else into.set(dossier.subject.id, aside.fact.into)
  }
  const more = [...new Set(into.values())].filter((id) => !found.has(id))
  for (const dossier of more.length === 0 ? [] : await readDossiers(tx, district, more))
    found.set(dossier.subject.id, { dossier, people: [] })
  for (const [person, id] of into) found.get(id)?.people.push(person)
  return [...found.values()]
}

/** Whether somebody did anything about a row of the batch since it was written. */
export function actedOn(dossier: Dossier, ours: ReadonlySet<string>): boolean {
  const seen = historyOf(dossier).by?.seen ?? []
  for (const o of allOpenings(dossier)) {
    if (!ours.has(o.id)) continue
    if (o.reversed === null && (o.facts.length > 1 || seen.some((s) => s.row === o.id))) return true
    if (objectionsOf(dossier).some((x) => x.opening === o.id)) return true
  }
  for (const row of dossier.rows.values())
    if (row.kind === 'hours' && ours.has(row.id) && row.facts.length > 1 && entryOf(row)?.state !== 'reversed') return true
  return false
}

/** What would reverse the rows of the batch that still stand. */
export function reversing(dossier: Dossier, ours: ReadonlySet<string>): Reversal[] {
  const subject = { kind: 'teacher' as const, id: dossier.subject.id as string }
  const leftOut = new Set<string>(mergesInto(dossier).flatMap((m) => m.fact.leftOut))
  const standing = new Set<string>(appraisalsOf(dossier).map((a) => a.id))
  return [...dossier.rows.values()].flatMap((row): Reversal[] => {
    if (!ours.has(row.id) || leftOut.has(row.id)) return []
    if ((row.kind as string) === 'opening') return [{ subject, row: row.id, verb: 'reverse-opening', base: null }]
    if ((row.kind as string) === 'appraisal')
      return standing.has(row.id) ? [{ subject, row: row.id, verb: 'strike-appraisal', base: null }] : []
    const entry = row.kind === 'hours' ? entryOf(row as HoursRow) : null
    // The importer's own line waits for another desk; that desk returns it.
    if (entry === null || entry.state !== 'recognised') return []
    return [{ subject, row: row.id, verb: 'reverse-entry', base: shortHash(decidedFields(entry)) }]
  })
}
