// Batches as the database keeps them. A batch of a dry run that was never confirmed is thrown away after two days; a confirmed one
// stays, as the account of who brought in whom.

import { sql } from 'kysely'
import type { BatchState, ConfirmAnswer, ConfirmRequest } from '../../wire/import.ts'
import { rowFrom, rowsFrom, type Tx } from '../store/database.ts'
import type { EntryPlan, StoredEntries } from './entries/entry-plan.ts'
import type { RosterPlan } from './plan.ts'
import type { RosterReading } from './reading.ts'

interface Stored {
  /** Without rows' ID numbers. */
  readonly reading: Omit<RosterReading, 'rows' | 'is'>
  /** Rows left out because of errors. */
  readonly wrongRows: number
}
/** Lines that change nothing are only counted. A batch made before there were other kinds says none. */
export interface StoredRoster extends Stored {
  readonly kind?: 'roster'
  readonly plan: RosterPlan
}
export interface StoredEntryPlan extends Stored, StoredEntries {
  readonly plan: EntryPlan
}
export type StoredPlan = StoredRoster | StoredEntryPlan

export const isEntries = (stored: StoredPlan): stored is StoredEntryPlan => stored.kind !== undefined && stored.kind !== 'roster'

export interface Batch {
  readonly id: string
  readonly state: BatchState
  readonly madeBy: string
  readonly byName: string
  readonly on: string
  readonly school: string | null
  readonly fileName: string
  readonly peopleKnown: number
  readonly stored: StoredPlan
  readonly choices: ConfirmRequest | null
  readonly outcome: ConfirmAnswer | null
}

interface Line extends Omit<Batch, 'stored' | 'choices' | 'outcome'> {
  readonly plan: string
  readonly choices: string | null
  readonly outcome: string | null
}

const columns = sql`id, state, made_by as "madeBy", made_by_name as "byName", made_on as "on", school, file_name as "fileName", people_known as "peopleKnown", plan, choices, outcome`
const read = ({ plan, choices, outcome, ...line }: Line): Batch => ({
  ...line,
  stored: JSON.parse(plan) as StoredPlan,
  choices: choices === null ? null : (JSON.parse(choices) as ConfirmRequest),
  outcome: outcome === null ? null : (JSON.parse(outcome) as ConfirmAnswer),
})

export async function saveBatch(
  tx: Tx,
  district: string,
  batch: Pick<Batch, 'id' | 'madeBy' | 'byName' | 'on' | 'school' | 'fileName' | 'peopleKnown' | 'stored'>,
): Promise<void> {
  await sql`delete from import_batch where district = ${district} and state = 'planned' and made_at < now() - interval '2 days'`.execute(tx)
  await sql`insert into import_batch (district, id, made_by, made_by_name, made_on, school, file_name, people_known, state, plan)
    values (${district}, ${batch.id}, ${batch.madeBy}, ${batch.byName}, ${batch.on}, ${batch.school}, ${batch.fileName}, ${batch.peopleKnown}, 'planned', ${JSON.stringify(batch.stored)})`.execute(
    tx,
  )
}

export async function dropPlanned(tx: Tx, district: string, id: string, madeBy: string): Promise<void> {
  await sql`delete from import_batch where district = ${district} and id = ${id} and made_by = ${madeBy} and state = 'planned'`.execute(tx)
}

export async function batchById(tx: Tx, district: string, id: string): Promise<Batch | null> {
  const line = await rowFrom(tx, sql<Line>`select ${columns} from import_batch where district = ${district} and id = ${id}`)
  return line === null ? null : read(line)
}

/** Confirmed ones, newest first. */
export async function recentBatches(tx: Tx, district: string, madeBy: string | null): Promise<Batch[]> {
  const whose = madeBy === null ? sql`true` : sql`made_by = ${madeBy}`
  return (
    await rowsFrom(
      tx,
      sql<Line>`select ${columns} from import_batch where district = ${district} and state <> 'planned' and ${whose} order by made_at desc limit 30`,
    )
  ).map(read)
}

/** Takes the batch for applying; null when it was taken to its end already. The choices of the first confirmation stand. */
export async function beginApplying(tx: Tx, district: string, id: string, choices: ConfirmRequest): Promise<ConfirmRequest | null> {
  const row = await rowFrom(
    tx,
    sql<{ choices: string }>`update import_batch set state = 'applying', choices = coalesce(choices, ${JSON.stringify(choices)})
    where district = ${district} and id = ${id} and state in ('planned', 'applying') returning choices`,
  )
  return row === null ? null : (JSON.parse(row.choices) as ConfirmRequest)
}

export async function finishBatch(
  tx: Tx,
  district: string,
  id: string,
  state: 'applied' | 'undone',
  outcome: ConfirmAnswer | null,
): Promise<void> {
  await sql`update import_batch set state = ${state}, outcome = coalesce(${outcome === null ? null : JSON.stringify(outcome)}, outcome) where district = ${district} and id = ${id}`.execute(
    tx,
  )
}

export interface DoneLine {
  readonly row: number
  readonly person: string
  readonly before: string | null
}

export const doneLines = (tx: Tx, district: string, batch: string): Promise<DoneLine[]> =>
  rowsFrom(
    tx,
    sql<DoneLine>`select row_no as "row", person, before from import_line where district = ${district} and batch = ${batch} order by row_no`,
  )

export async function noteLines(tx: Tx, district: string, batch: string, lines: readonly DoneLine[]): Promise<void> {
  await sql`insert into import_line (district, batch, row_no, person, before)
    select ${district}, ${batch}, r, p, b from unnest(${lines.map((l) => l.row)}::int[], ${lines.map((l) => l.person)}::text[], ${lines.map((l) => l.before)}::text[]) as t (r, p, b)`.execute(
    tx,
  )
}

export async function peopleCount(tx: Tx, district: string): Promise<number> {
  return (await rowFrom(tx, sql<{ n: number }>`select count(*)::int as n from person where district = ${district}`))?.n ?? 0
}
