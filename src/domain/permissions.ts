// Who may do what. Rights are relations between a person and a document on a day, computed from roles and posts alone;
// nothing that travels with an op can grant one. The same function answers on the phone (to offer) and on the server (to decide).

import { isDay, type Day } from './day.ts'
import type { Capacity, Document, Subject } from './document.ts'
import type { Dossier } from './dossier.ts'
import type { PersonId, SchoolId } from './ids.ts'
import { homePost, postsOf, schoolsOn } from './person.ts'
import type { Reference, RoleHolder } from './reference.ts'

/**
 * own: one's own dossier · school-officer / principal: a role at a school of the dossier, or of the file itself, or above it ·
 * district-officer, admin, auditor: a role of the district.
 */
export type Right = 'own' | 'school-officer' | 'principal' | 'district-officer' | 'admin' | 'auditor'

export const holds = (r: RoleHolder, person: PersonId, day: Day): boolean =>
  r.person === person && r.from <= day && (r.to === null || day <= r.to)

/** A school and the ones above it, nearest first; a loop in the tree ends the walk. */
export function schoolAndAbove(reference: Reference, id: SchoolId): SchoolId[] {
  const chain: SchoolId[] = []
  let next: SchoolId | null = id
  while (next !== null && !chain.includes(next)) {
    const current: SchoolId = next
    chain.push(current)
    next = reference.schools.find((s) => s.id === current)?.parent ?? null
  }
  return chain
}

/** The schools at which a role gives rights over the subject: those of the posts in force, or the file itself. */
function schoolsOver(document: Document, subject: Subject, reference: Reference, today: Day): SchoolId[] {
  if (subject.kind === 'district') return []
  return subject.kind === 'school' ? [subject.id] : schoolsOn(postsOf(document as Dossier), today)
}

const CAPACITY: Record<Right, Capacity> = {
  own: 'teacher',
  'school-officer': 'officer',
  principal: 'principal',
  'district-officer': 'district-officer',
  admin: 'admin',
  auditor: 'auditor',
}

/** Every right a person has over a document today. `named` is a school the verb's own arguments name, where that may suffice. */
export function rightsOver(
  person: PersonId,
  document: Document,
  reference: Reference,
  today: Day,
  named: SchoolId | null = null,
): Set<Right> {
  const rights = new Set<Right>()
  const { subject } = document
  if (subject.kind === 'teacher' && subject.id === person) rights.add('own')
  const at = schoolsOver(document, subject, reference, today)
  const schools = (named === null ? at : [...at, named]).flatMap((id) => schoolAndAbove(reference, id))
  for (const r of reference.roles) {
    if (!holds(r, person, today)) continue
    if (r.at.kind === 'district') {
      if (r.role === 'district-officer' || r.role === 'admin' || r.role === 'auditor') rights.add(r.role)
    } else if (schools.includes(r.at.id)) rights.add(r.role === 'principal' ? 'principal' : 'school-officer')
  }
  return rights
}

/** The day on which something was said, where it lies before today; null otherwise. `saidAt` is what a phone's clock said: a claim. */
export function earlierDay(saidAt: string, today: Day): Day | null {
  const said = saidAt.slice(0, 10)
  return isDay(said) && said < today ? said : null
}

/** The capacities in which a person may use a verb on a document, in the order of `who`; empty when they may not. */
export function capacitiesFor(
  who: readonly Right[],
  person: PersonId,
  document: Document,
  reference: Reference,
  today: Day,
  named: SchoolId | null = null,
): Capacity[] {
  const rights = rightsOver(person, document, reference, today, named)
  return who.filter((right) => rights.has(right)).map((right) => CAPACITY[right])
}

/** Whether someone is a school's training officer today, there or at a school above it. */
export function isOfficerOf(person: PersonId, school: SchoolId, reference: Reference, today: Day): boolean {
  const schools = schoolAndAbove(reference, school)
  return reference.roles.some((r) => r.role === 'officer' && r.at.kind === 'school' && schools.includes(r.at.id) && holds(r, person, today))
}

/** Whose turn it is to decide on someone's claims at a school step: that school's officers, or who stands in for them. */
export interface Desk {
  readonly at: Extract<Subject, { kind: 'school' | 'district' }>
  readonly people: readonly RoleHolder[]
}

/**
 * The desk for the school step of a claim: another officer of the home school, else the officers of the school above it, and so on,
 * else the district. Principals may decide too but nothing waits for them; nobody decides on their own claim.
 */
export function deskFor(dossier: Dossier, reference: Reference, today: Day): Desk {
  const home = homePost(postsOf(dossier), today)
  const claimant = dossier.subject.id as PersonId
  if (home !== null) {
    for (const id of schoolAndAbove(reference, home.school)) {
      const people = reference.roles.filter(
        (r) => r.role === 'officer' && r.at.kind === 'school' && r.at.id === id && r.person !== claimant && holds(r, r.person, today),
      )
      if (people.length > 0) return { at: { kind: 'school', id }, people }
    }
  }
  const district = reference.roles.filter((r) => r.role === 'district-officer' && r.person !== claimant && holds(r, r.person, today))
  return { at: { kind: 'district', id: reference.district }, people: district }
}
