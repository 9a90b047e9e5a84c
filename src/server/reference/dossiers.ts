// Dossiers read whole, some at a time: for totals of a past day, for checking, for making standings anew.

import type { Dossier } from '../../domain/dossier.ts'
import { documentFromJson } from '../../wire/document-text.ts'
import { readRowsOf, subjectOf } from '../store/documents.ts'
import type { Tx } from '../store/database.ts'

const AT_ONCE = 100

/** One at a time, each parsed when its turn comes and forgotten after it: for who looks at each once. */
export async function* dossiersInTurn(tx: Tx, district: string, people: readonly string[]): AsyncGenerator<Dossier> {
  const read = (from: number): ReturnType<typeof readRowsOf> => readRowsOf(tx, district, 'teacher', people.slice(from, from + AT_ONCE))
  let next = people.length === 0 ? null : read(0)
  for (let from = AT_ONCE; next !== null; from += AT_ONCE) {
    const some = await next
    // The database reads the next ones while these are looked at. If nobody comes for them, nobody minds that they failed.
    next = from < people.length ? read(from) : null
    next?.catch(() => undefined)
    for (const { id, rows } of some) yield documentFromJson(subjectOf('teacher', id), rows) as Dossier
  }
}

export async function readDossiers(tx: Tx, district: string, people: readonly string[]): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  for await (const dossier of dossiersInTurn(tx, district, people)) dossiers.push(dossier)
  return dossiers
}
