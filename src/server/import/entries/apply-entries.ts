// Carries out a confirmed table of entries: the row in the file first, where one is needed, then people's lines some hundreds at a time,
// through verbs in the importer's name. A line that was written is in `import_line`, in the same transaction, and is not written twice.

import type { Asker } from '../../door/asker.ts'
import { withServer } from '../../door/door.ts'
import type { Subject } from '../../../domain/document.ts'
import type { SchoolId } from '../../../domain/ids.ts'
import type { ConfirmAnswer } from '../../../wire/import.ts'
import type { OpContent } from '../../../wire/op.ts'
import { countAgain } from '../../store/count-again.ts'
import { applyOnBehalf } from '../../sync/on-behalf.ts'
import { refusalSentence } from '../../text/import.ts'
import { idFor, importDevice } from '../batch-id.ts'
import { doneLines, finishBatch, noteLines, type Batch, type StoredEntryPlan } from '../batch-store.ts'
import type { ImportDeps } from '../dry-run.ts'
import type { Importer } from '../importer.ts'
import type { EntryLine } from './entry-plan.ts'
import type { Writing } from './entry-table.ts'
import { ENTRY_TABLES } from './tables.ts'

const AT_ONCE = 300

export interface ReadyEntries {
  readonly batch: Omit<Batch, 'stored'> & { readonly stored: StoredEntryPlan }
  readonly importer: Importer
}

/** The file that a training of this importer's belongs to. */
const fileOf = (district: string, school: string | null): Subject =>
  school === null
    ? { kind: 'district', id: district as Extract<Subject, { kind: 'district' }>['id'] }
    : { kind: 'school', id: school as SchoolId }

export async function carryOutEntries(
  deps: ImportDeps,
  who: Pick<Asker, 'district' | 'person'>,
  { batch, importer }: ReadyEntries,
): Promise<ConfirmAnswer> {
  const { district } = who
  const { stored } = batch
  const table = ENTRY_TABLES[stored.kind]
  const behalf = { district, actor: { id: importer.id, name: importer.name }, device: importDevice(batch.id) }
  const { reference } = await withServer(deps.db, who, (tx) => deps.references.read(tx, district))
  const refused: { row: number; name: string; words: string }[] = []
  const opId = (what: string): OpContent['op'] => idFor(batch.id, what)
  const writing: Writing = {
    batch: batch.id,
    about: stored.about,
    policy: reference.policy,
    activity: stored.plan.activity ?? opId('activity'),
  }

  const fileOp = stored.plan.activity === null ? table.fileOp(writing) : null
  if (fileOp !== null) {
    const op: OpContent = {
      op: opId('activity'),
      actor: importer.id,
      subject: fileOf(district, batch.school),
      v: 1,
      base: null,
      after: null,
      ...fileOp,
    }
    const [answer] = await applyOnBehalf(deps, behalf, [op])
    if (answer?.result.is === 'refused') {
      const outcome = outcomeOf(0, 0, [
        { row: stored.reading.headingRow, name: stored.about['title'] ?? '', words: refusalSentence(answer.result.code) },
      ])
      await withServer(deps.db, who, (tx) => finishBatch(tx, district, batch.id, 'applied', outcome))
      return outcome
    }
  }

  const done = new Set((await withServer(deps.db, who, (tx) => doneLines(tx, district, batch.id))).map((l) => l.row))
  const lines = stored.plan.lines.filter((l): l is EntryLine & { person: string } => l.is === 'add' && l.person !== null)
  const left = lines.filter((l) => !done.has(l.row))
  for (let i = 0; i < left.length; i += AT_ONCE) {
    const lot = left.slice(i, i + AT_ONCE)
    const ops = lot.flatMap((line) =>
      line.sayings.map(({ n, said }) => ({
        line,
        op: {
          op: opId(`${String(line.row)} ${String(n)}`),
          actor: importer.id,
          subject: { kind: 'teacher' as const, id: line.person },
          v: 1,
          base: null,
          after: null,
          ...table.op(said, writing),
        },
      })),
    )
    const byOp = new Map(ops.map(({ op, line }) => [op.op, line]))
    const answers = await applyOnBehalf(
      deps,
      {
        ...behalf,
        before: (tx) =>
          noteLines(
            tx,
            district,
            batch.id,
            lot.map((l) => ({ row: l.row, person: l.person, before: null })),
          ),
      },
      ops.map(({ op }) => op),
    )
    for (const answer of answers) {
      const line = byOp.get(answer.op)
      if (line !== undefined && answer.result.is === 'refused' && !refused.some((r) => r.row === line.row))
        refused.push({ row: line.row, name: line.name, words: refusalSentence(answer.result.code) })
    }
    if (i === 0 && left.length > AT_ONCE) await countAgain(deps.db)
  }
  const wrong = new Set(refused.map((r) => r.row))
  const written = lines.filter((l) => !wrong.has(l.row)).reduce((n, l) => n + l.sayings.length, 0)
  const outcome = outcomeOf(written, stored.wrongRows + stored.plan.totals.asked, refused)
  await withServer(deps.db, who, (tx) => finishBatch(tx, district, batch.id, 'applied', outcome))
  return outcome
}

const outcomeOf = (added: number, leftOut: number, refused: ConfirmAnswer['refused']): ConfirmAnswer => ({
  added,
  changed: 0,
  ended: 0,
  openedSchools: 0,
  roles: 0,
  leftOut,
  refused,
})
