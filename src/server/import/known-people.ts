// Everybody the district knows, as matching needs them: from the dossiers' own person, post and pause rows, with what is kept beside
// (phone, keyed hash of the ID number). Read with the server's rights, for an import only; nothing of it leaves the server but names asked about.

import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Dossier, DossierRow } from '../../domain/dossier.ts'
import type { PersonId, RowId } from '../../domain/ids.ts'
import { setAsideOf } from '../../domain/merge/merge-facts.ts'
import { homePost, pausesOf, personOf, postsOf, type Post } from '../../domain/person.ts'
import type { SchoolInfo } from '../../domain/reference.ts'
import { rowsFrom, type Tx } from '../store/database.ts'
import type { KnownPerson, KnownSchool } from './plan.ts'

interface RowLine {
  readonly person: string
  readonly id: RowId
  readonly kind: string
  readonly content: string
}
interface Beside {
  readonly id: string
  readonly staffNumberIsOurs: boolean
  readonly formerNames: string[]
  readonly idHash: string | null
  readonly idLast4: string | null
  readonly phone: string | null
}

/** Keyed hash of an ID number: the key never leaves the database, so the hashes say nothing without it. */
export const idHasher =
  (key: Buffer) =>
  (idNumber: string): string =>
    createHmac('sha256', key).update(`id-number ${idNumber.toUpperCase()}`).digest('hex')

export const knownSchools = (schools: readonly SchoolInfo[]): KnownSchool[] => schools.map(({ id, code, name }) => ({ id, code, name }))

async function dossiers(tx: Tx, district: string): Promise<Dossier[]> {
  const rows = await rowsFrom(
    tx,
    sql<RowLine>`select subject_id as person, id, kind, content from document_row
    where district = ${district} and subject_kind = 'teacher' and kind in ('person', 'post', 'pause', 'merge') order by subject_id collate "C", id collate "C"`,
  )
  const found = new Map<string, Map<RowId, DossierRow>>()
  for (const { person, id, kind, content } of rows) {
    const of = found.get(person) ?? new Map<RowId, DossierRow>()
    of.set(id, { id, kind, facts: JSON.parse(content) } as unknown as DossierRow)
    found.set(person, of)
  }
  return [...found].map(([person, of]) => ({ subject: { kind: 'teacher', id: person as PersonId }, rows: of }))
}

/** The home post now, or the last one of someone who has gone (or not yet come). */
export function lastHome(posts: readonly Post[], today: Day): Post | null {
  const homes = posts.filter((p) => p.kind === 'home')
  return homePost(posts, today) ?? homes[homes.length - 1] ?? null
}

export async function knownPeople(tx: Tx, district: string, today: Day): Promise<KnownPerson[]> {
  const beside = new Map(
    (
      await rowsFrom(
        tx,
        sql<Beside>`select id, staff_no_ours as "staffNumberIsOurs", former_names as "formerNames", id_hash as "idHash", id_last4 as "idLast4", phone
    from person where district = ${district}`,
      )
    ).map((p) => [p.id, p]),
  )
  const roles = new Map<string, string[]>()
  for (const r of await rowsFrom(
    tx,
    sql<{ person: string; role: string }>`select distinct person, role from membership
    where district = ${district} and at_kind = 'school' and (to_day is null or to_day >= ${today})`,
  ))
    roles.set(r.person, [...(roles.get(r.person) ?? []), r.role])
  const known: KnownPerson[] = []
  const others: { into: PersonId; staffNumber: string | null; idHash: string | null }[] = []
  for (const dossier of await dossiers(tx, district)) {
    const person = personOf(dossier)
    const more = beside.get(dossier.subject.id)
    if (person === null || more === undefined) continue
    const aside = setAsideOf(dossier)
    if (aside !== null) {
      // A dossier merged into another: its old number and ID number find the one that stays.
      others.push({ into: aside.fact.into, staffNumber: person.staffNumber, idHash: more.idHash })
      continue
    }
    const { name, staffNumber, sex, subject, stage, employment, category, workedSince } = person
    const home = lastHome(postsOf(dossier), today)
    known.push({
      id: dossier.subject.id,
      schoolId: home?.school ?? null,
      name,
      formerNames: [...new Set([...person.formerNames, ...more.formerNames])],
      staffNumber,
      staffNumberIsOurs: more.staffNumberIsOurs,
      idHash: more.idHash,
      idLast4: more.idLast4,
      phone: more.phone,
      sex,
      subject,
      stage,
      employment,
      category,
      workedSince,
      joined: home?.from ?? null,
      ended: home?.to ?? null,
      openPause: pausesOf(dossier).find((p) => p.to === null || p.to >= today)?.kind ?? null,
      roles: roles.get(dossier.subject.id) ?? [],
    })
  }
  return known.map((one) => {
    const merged = others.filter((o) => o.into === one.id)
    return merged.length === 0
      ? one
      : { ...one, otherNumbers: merged.flatMap((o) => o.staffNumber ?? []), otherIdHashes: merged.flatMap((o) => o.idHash ?? []) }
  })
}
