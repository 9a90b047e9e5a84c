// 建立本区: the district itself, its file, and its first administrator, who is given the role by nobody but the first-run code.
// The only place where a fact is written without a verb; everything afterwards goes through them.

import type { DistrictId, OpId, PersonId, RowId } from '../../domain/ids.ts'
import type { Document } from '../../domain/document.ts'
import type { RoleFact } from '../../domain/school-file.ts'
import { sql } from 'kysely'
import { momentOf, type Clock } from '../clock.ts'
import { lockDocuments } from '../store/documents.ts'
import { addPeople } from '../store/people.ts'
import type { Tx } from '../store/database.ts'
import type { ReferenceSource } from '../reference/reference.ts'
import { commit } from './commit.ts'

export interface Founding {
  readonly district: DistrictId
  readonly code: string
  readonly name: string
  readonly admin: { readonly id: PersonId; readonly name: string; readonly staffNumber: string | null }
  /** Id of the row that gives the role (a new UUID). */
  readonly role: RowId
}

/** Inside `withServer` for that district; throws when the district exists. */
export async function foundDistrict(
  tx: Tx,
  deps: { readonly clock: Clock; readonly references: ReferenceSource },
  founding: Founding,
): Promise<void> {
  const { district, admin } = founding
  const now = momentOf(deps.clock())
  await sql`insert into district (district, code, name) values (${district}, ${founding.code}, ${founding.name})`.execute(tx)
  await addPeople(tx, district, [admin])
  const subject = { kind: 'district', id: district } as const
  const [stored] = await lockDocuments(tx, district, [subject])
  if (stored === undefined) throw new Error('the district has no file')
  const fact: RoleFact = {
    what: 'granted',
    op: founding.role as string as OpId,
    by: admin.id,
    byName: admin.name,
    byRole: 'admin',
    recordedOn: now.day,
    recordedAt: now.minute,
    saidAt: `${now.day}T${now.minute}`,
    person: admin.id,
    personName: admin.name,
    role: 'admin',
    from: now.day,
    to: null,
  }
  const row = { id: founding.role, kind: 'role', facts: [fact] }
  const document: Document = { subject, rows: new Map([[row.id, row]]) }
  const at = await deps.references.read(tx, district)
  await commit(tx, at, [{ stored, document, rows: [row] }], [])
}
