// Adding one person through the import's own routes: dry run, then confirmation of exactly that. Online only.

import { z } from 'zod/mini'
import type { SchoolId } from '../../domain/ids.ts'
import { tell, type Asked } from '../../sync/ask.ts'
import type { ConfirmAnswer, ImportBatch, ImportFinding, ImportLine, RosterAnswer, RowAnswer } from '../../wire/import.ts'
import { base64, rosterOf, type NewPerson } from './one-row-roster.ts'

const plain = (value: unknown): value is object => typeof value === 'object' && value !== null
const Roster = z.custom<RosterAnswer>((value) => plain(value) && 'is' in value)
const Confirmed = z.custom<ConfirmAnswer>((value) => plain(value) && 'added' in value && 'refused' in value)

export type Added =
  /** `notes`: what was doubtful and what was left out, such as a phone number that is none. */
  | { readonly is: 'added'; readonly notes: readonly string[] }
  | { readonly is: 'there'; readonly changes: readonly string[] }
  /** May be one of these; `batch` is what an answer replaces. */
  | { readonly is: 'asked'; readonly batch: string; readonly line: ImportLine }
  | { readonly is: 'findings'; readonly findings: readonly Pick<ImportFinding, 'column' | 'words'>[] }
  | { readonly is: 'no'; readonly said: Exclude<Asked<unknown>, { is: 'answer' }> }

export async function addPerson(
  person: NewPerson,
  school: SchoolId,
  answer: { readonly batch: string; readonly row: RowAnswer } | null,
): Promise<Added> {
  const said = await tell(
    '/api/import/rosters',
    {
      fileName: 'one.csv',
      file: base64(rosterOf(person)),
      school,
      ...(answer === null ? {} : { replaces: answer.batch, answers: [answer.row] }),
    },
    Roster,
  )
  if (said.is !== 'answer') return { is: 'no', said }
  if (said.answer.is !== 'planned') return { is: 'findings', findings: [{ column: '', words: said.answer.words }] }
  return decide(said.answer.batch)
}

async function decide(batch: ImportBatch): Promise<Added> {
  const errors = batch.findings.filter((f) => f.severity === 'error')
  if (errors.length > 0) return { is: 'findings', findings: errors }
  const line = batch.lines[0]
  if (line === undefined || line.is === 'skip') return { is: 'there', changes: [] }
  if (line.is === 'ask') return { is: 'asked', batch: batch.id, line }
  if (line.is === 'change') return { is: 'there', changes: line.changes }
  const said = await tell(`/api/import/rosters/${encodeURIComponent(batch.id)}/confirm`, { onlyGood: false, roles: [] }, Confirmed)
  if (said.is !== 'answer') return { is: 'no', said }
  const refused = said.answer.refused
  return refused.length > 0
    ? { is: 'findings', findings: refused.map((r) => ({ column: '', words: r.words })) }
    : { is: 'added', notes: batch.findings.map((f) => f.words) }
}
