// Dossiers read whole, some hundreds at a time: for totals of a past day, for checking, for making standings anew.

import type { Dossier } from '../../domain/dossier.ts'
import { documentFromText } from '../../wire/document-text.ts'
import { readDocuments, subjectOf, type StoredDocument } from '../store/documents.ts'
import type { Tx } from '../store/database.ts'

const AT_ONCE = 200

export async function* storedInParts(tx: Tx, district: string, kind: 'teacher' | 'school' | 'district', ids: readonly string[]): AsyncGenerator<StoredDocument[]> {
  for (let i = 0; i < ids.length; i += AT_ONCE) yield readDocuments(tx, district, ids.slice(i, i + AT_ONCE).map((id) => subjectOf(kind, id)))
}

export async function readDossiers(tx: Tx, district: string, people: readonly string[]): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  for await (const part of storedInParts(tx, district, 'teacher', people)) for (const d of part) dossiers.push(documentFromText(d.subject, d.rows) as Dossier)
  return dossiers
}
