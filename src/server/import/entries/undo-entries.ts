// Takes a confirmed table of entries back, as long as nobody has acted on what it wrote (confirmed or disputed it, asked for a correction):
// every balance and every entry of it is reversed, the activity cancelled. What was written and that it was taken back stay on record.

import { sql } from 'kysely'
import type { Dossier, HoursRow } from '../../../domain/dossier.ts'
import { decidedFields, entryOf } from '../../../domain/entry.ts'
import { allOpenings, historyOf, objectionsOf } from '../../../domain/history/history.ts'
import type { RowId } from '../../../domain/ids.ts'
import { shortHash } from '../../../wire/canonical.ts'
import type { OpContent } from '../../../wire/op.ts'
import type { Asker } from '../../door/asker.ts'
import { withServer } from '../../door/door.ts'
import { readDossiers } from '../../reference/dossiers.ts'
import { rowsFrom, type Tx } from '../../store/database.ts'
import { applyOnBehalf } from '../../sync/on-behalf.ts'
import { UNDO_ENTRIES_REASON } from '../../text/import.ts'
import { idFor, importDevice, undoDevice } from '../batch-id.ts'
import { doneLines, finishBatch } from '../batch-store.ts'
import type { ImportDeps } from '../dry-run.ts'
import type { Importer } from '../importer.ts'
import type { Undone } from '../undone.ts'

const AT_ONCE = 300

interface Logged { readonly op: string; readonly verb: string; readonly kind: OpContent['subject']['kind']; readonly subject: string; readonly result: string }

const opsOf = (tx: Tx, district: string, batch: string): Promise<Logged[]> =>
  rowsFrom(tx, sql<Logged>`select op, verb, subject_kind as kind, subject_id as subject, result from op_log where district = ${district} and device = ${importDevice(batch)} order by change, op`)

/** Whether somebody did anything about a row of the batch since it was written. */
function actedOn(dossier: Dossier, ours: ReadonlySet<string>): boolean {
  const seen = historyOf(dossier).by?.seen ?? []
  for (const o of allOpenings(dossier)) {
    if (!ours.has(o.id)) continue
    if (o.reversed === null && (o.facts.length > 1 || seen.some((s) => s.row === o.id))) return true
    if (objectionsOf(dossier).some((x) => x.opening === o.id)) return true
  }
  for (const row of dossier.rows.values()) if (row.kind === 'hours' && ours.has(row.id) && row.facts.length > 1 && entryOf(row)?.state !== 'reversed') return true
  return false
}

export async function undoEntries(deps: ImportDeps, who: Pick<Asker, 'district' | 'person'>, batch: string, importer: Importer): Promise<Undone> {
  const { district } = who
  const { ops, people } = await withServer(deps.db, who, async (tx) => ({
    ops: (await opsOf(tx, district, batch)).filter((o) => !o.result.includes('"refused"')), people: [...new Set((await doneLines(tx, district, batch)).map((l) => l.person))],
  }))
  const ours = new Set(ops.map((o) => o.op))
  let acted = 0
  for (let i = 0; i < people.length; i += AT_ONCE) {
    const dossiers = await withServer(deps.db, who, (tx) => readDossiers(tx, district, people.slice(i, i + AT_ONCE)))
    acted += dossiers.filter((d) => actedOn(d, ours)).length
  }
  if (acted > 0) return { is: 'acted-on', people: acted }

  const behalf = { district, actor: { id: importer.id, name: importer.name }, device: undoDevice(batch) }
  const op = (subject: OpContent['subject'], row: string, verb: string, args: Record<string, unknown>, base: string | null = null): OpContent =>
    ({ op: idFor(batch, `undo ${row}`), actor: importer.id, subject, verb, v: 1, base, after: null, args })
  for (let i = 0; i < people.length; i += AT_ONCE) {
    const dossiers = await withServer(deps.db, who, (tx) => readDossiers(tx, district, people.slice(i, i + AT_ONCE)))
    const wishes = dossiers.flatMap((d) => [...d.rows.values()].flatMap((row): OpContent[] => (ours.has(row.id) ? reversing(d, row as { id: RowId; kind: string }, op) : [])))
    const answers = await applyOnBehalf(deps, behalf, wishes)
    const refused = answers.find((a) => a.result.is === 'refused' || a.result.is === 'stale')
    if (refused !== undefined) throw new Error(`an import could not be taken back: ${JSON.stringify(refused.result)}`)
  }
  const activity = ops.find((o) => o.verb === 'register-activity')
  if (activity !== undefined) await applyOnBehalf(deps, behalf, [op({ kind: activity.kind, id: activity.subject }, activity.op, 'cancel-activity', { row: activity.op, reason: UNDO_ENTRIES_REASON })])
  await withServer(deps.db, who, (tx) => finishBatch(tx, district, batch, 'undone', null))
  return { is: 'undone', people: people.length }
}

function reversing(dossier: Dossier, row: { readonly id: RowId; readonly kind: string }, op: (subject: OpContent['subject'], row: string, verb: string, args: Record<string, unknown>, base?: string | null) => OpContent): OpContent[] {
  const subject = { kind: 'teacher' as const, id: dossier.subject.id as string }
  if (row.kind === 'opening') return [op(subject, row.id, 'reverse-opening', { row: row.id, reason: UNDO_ENTRIES_REASON })]
  const entry = row.kind === 'hours' ? entryOf(row as HoursRow) : null
  // The importer's own line waits for another desk; that desk returns it.
  if (entry === null || entry.state !== 'recognised') return []
  return [op(subject, row.id, 'reverse-entry', { row: row.id, reason: UNDO_ENTRIES_REASON }, shortHash(decidedFields(entry)))]
}
