// Dossiers read whole, some hundreds at a time: for totals of a past day, for checking, for making standings anew.

import type { Dossier } from '../../domain/dossier.ts'
import { documentFromText } from '../../wire/document-text.ts'
import { readDocuments, subjectOf, type StoredDocument } from '../store/documents.ts'
import type { Tx } from '../store/database.ts'

const AT_ONCE = 200

export async function* storedInParts(tx: Tx, district: string, kind: 'teacher' | 'school' | 'district', ids: readonly string[]): AsyncGenerator<StoredDocument[]> {
  for (let i = 0; i < ids.length; i += AT_ONCE) yield readDocuments(tx, district, ids.slice(i, i + AT_ONCE).map((id) => subjectOf(kind, id)))
}

/** One at a time, each parsed when its turn comes and forgotten after it: for who looks at each once. */
export async function* dossiersInTurn(tx: Tx, district: string, people: readonly string[]): AsyncGenerator<Dossier> {
  for await (const part of storedInParts(tx, district, 'teacher', people)) for (const d of part) yield documentFromText(d.subject, d.rows) as Dossier
}

export async function readDossiers(tx: Tx, district: string, people: readonly string[]): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  for await (const dossier of dossiersInTurn(tx, district, people)) dossiers.push(dossier)
  return dossiers
}
