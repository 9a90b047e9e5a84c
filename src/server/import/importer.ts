// Who may import for which school: the district's officers and administrators for all, a school's training officer for the own school
// and those below it. Principals, auditors and teachers may not; to them nothing is here.

import type { Day } from '../../domain/day.ts'
import { schoolAndAbove } from '../../domain/permissions.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Reference } from '../../domain/reference.ts'
import type { Asker } from '../door/asker.ts'
import { rolesOn } from '../door/scope.ts'
import { knownPeople } from '../store/people.ts'
import type { Tx } from '../store/database.ts'

export interface Importer {
  readonly id: Asker['person']
  readonly name: string
  /** True for the district's own: any school, several at once, moves between schools, roles. */
  readonly district: boolean
  /** Whether hours may be issued in this person's name: an administrator alone brings in people, not hours. */
  readonly recognises: boolean
  mayFor(school: string): boolean
}

export async function importerOf(
  tx: Tx,
  who: Pick<Asker, 'district' | 'person'>,
  reference: Reference,
  today: Day,
): Promise<Importer | null> {
  const roles = await rolesOn(tx, who, today)
  const name = (await knownPeople(tx, who.district, [who.person])).get(who.person) ?? null
  if (name === null) return null
  if (roles.some((r) => r.role === 'district-officer' || r.role === 'admin'))
    return { id: who.person, name, district: true, recognises: roles.some((r) => r.role === 'district-officer'), mayFor: () => true }
  const own = new Set(roles.filter((r) => r.role === 'officer' && r.atKind === 'school').map((r) => r.atId))
  if (own.size === 0) return null
  return {
    id: who.person,
    name,
    district: false,
    recognises: true,
    mayFor: (school) => schoolAndAbove(reference, school as SchoolId).some((id) => own.has(id)),
  }
}
