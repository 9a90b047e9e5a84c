// Dossiers read whole, some at a time: for totals of a past day, for checking, for making standings anew.

import type { Dossier } from '../../domain/dossier.ts'
import { documentFromJson } from '../../wire/document-text.ts'
import { ahead } from '../store/ahead.ts'
import { readRowsOf, subjectOf } from '../store/documents.ts'
import type { Tx } from '../store/database.ts'

const AT_ONCE = 100

/** One at a time, each parsed when its turn comes and forgotten after it: for who looks at each once. */
export async function* dossiersInTurn(tx: Tx, district: string, people: readonly string[]): AsyncGenerator<Dossier> {
  for await (const [, some] of ahead(lotsOf(people), (lot) => readRowsOf(tx, district, 'teacher', lot))) {
    for (const { id, rows } of some) yield documentFromJson(subjectOf('teacher', id), rows) as Dossier
  }
}

function* lotsOf(people: readonly string[]): Generator<readonly string[]> {
  for (let i = 0; i < people.length; i += AT_ONCE) yield people.slice(i, i + AT_ONCE)
}

export async function readDossiers(tx: Tx, district: string, people: readonly string[]): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  for await (const dossier of dossiersInTurn(tx, district, people)) dossiers.push(dossier)
  return dossiers
}
