// What imports remember of a person: the line of the plan with name, phone and keyed hash, findings about that line, and what stood
// beside the dossier before. All of it goes; that the import brought in someone under that id stays, so that confirming it again adds nobody.

import { sql } from 'kysely'
import { isEntries, type StoredPlan } from '../import/batch-store.ts'
import type { EntryLine } from '../import/entries/entry-plan.ts'
import type { PlanLine } from '../import/plan.ts'
import type { ConfirmAnswer } from '../../wire/import.ts'
import { rowFrom, rowsFrom, type Tx } from '../store/database.ts'

interface Known {
  readonly number: string | null
  readonly idHash: string | null
  readonly phone: string | null
  readonly name: string
}
interface BatchLine {
  readonly id: string
  readonly state: string
  readonly plan: string
  readonly outcome: string | null
  readonly rows: readonly number[]
}

export async function scrubImports(tx: Tx, district: string, person: string): Promise<void> {
  const known = await rowFrom(
    tx,
    sql<Known>`select staff_no as number, id_hash as "idHash", phone, name from person where district = ${district} and id = ${person}`,
  )
  const batches = await rowsFrom(
    tx,
    sql<BatchLine>`select b.id, b.state, b.plan, b.outcome,
      array(select l.row_no from import_line l where l.district = b.district and l.batch = b.id and l.person = ${person}) as rows
    from import_batch b where b.district = ${district}`,
  )
  for (const batch of batches) {
    const stored = JSON.parse(batch.plan) as StoredPlan
    const gone = new Set([...batch.rows, ...rowsAbout(stored, person, known)])
    if (gone.size === 0 && !showsThem(stored, known)) continue
    // Not confirmed yet: whoever prepared it looks at the file once more.
    if (batch.state === 'planned') await sql`delete from import_batch where district = ${district} and id = ${batch.id}`.execute(tx)
    else
      await sql`update import_batch set plan = ${JSON.stringify(without(stored, gone))}, outcome = ${outcomeWithout(batch.outcome, gone)} where district = ${district} and id = ${batch.id}`.execute(
        tx,
      )
  }
  await sql`update import_line set before = null where district = ${district} and person = ${person}`.execute(tx)
}

const rowsAbout = (stored: StoredPlan, person: string, known: Known | null): number[] =>
  isEntries(stored)
    ? stored.plan.lines.filter((line) => isEntryAbout(line, person, known)).map((line) => line.row)
    : stored.plan.lines.filter((line) => isAbout(line, person, known)).map((line) => line.row)

/** A line of hours or of a name list: of whom it is, or may be; one that nobody was found for goes by the name alone. */
const isEntryAbout = (line: EntryLine, person: string, known: Known | null): boolean =>
  line.person === person || line.candidates.some((one) => one.personId === person) || (line.person === null && line.name === known?.name)

/** The line names them by id, or by what only they have. */
function isAbout(line: PlanLine, person: string, known: Known | null): boolean {
  if ('personId' in line && line.personId === person) return true
  if (line.is === 'ask' && line.candidates.some((one) => one.personId === person)) return true
  if (known === null) return false
  const { facts } = line
  return (
    same(facts.staffNumber, known.number) ||
    same(facts.idHash, known.idHash) ||
    (facts.name === known.name && same(facts.phone, known.phone))
  )
}

/** Whether the values shown of a column, to say what it is, are theirs: also where their line changed nothing and was not kept. */
function showsThem({ reading }: StoredPlan, known: Known | null): boolean {
  const theirs = [known?.name, known?.number, known?.phone].filter((one) => typeof one === 'string')
  return reading.columns.some((column) => column.samples.some((sample) => theirs.some((one) => sample.includes(one))))
}

const same = (a: string | null, b: string | null): boolean => a !== null && a === b

function without(stored: StoredPlan, gone: ReadonlySet<number>): StoredPlan {
  const { reading, plan } = stored
  const stays = ({ row }: { readonly row: number }): boolean => !gone.has(row)
  const columns = reading.columns.map((column) => ({ ...column, samples: [] }))
  const kept = { reading: { ...reading, columns, findings: reading.findings.filter(stays) } }
  const findings = plan.findings.filter(stays)
  return isEntries(stored)
    ? { ...stored, ...kept, plan: { ...stored.plan, lines: stored.plan.lines.filter(stays), findings } }
    : { ...stored, ...kept, plan: { ...stored.plan, lines: stored.plan.lines.filter(stays), findings } }
}

function outcomeWithout(outcome: string | null, gone: ReadonlySet<number>): string | null {
  if (outcome === null) return null
  const said = JSON.parse(outcome) as ConfirmAnswer
  return JSON.stringify({ ...said, refused: said.refused.filter(({ row }) => !gone.has(row)) })
}
