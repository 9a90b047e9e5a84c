// Whom someone may let in: a school role the people of its schools, a district role everyone. Never someone who stands above:
// who may print a person's code could join in that person's place, so a school never gets a code of a district officer, nor a
// district officer one of an administrator.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Asker } from '../door/asker.ts'
import { scopeOf } from '../door/scope.ts'
import { rowsFrom, type Tx } from '../store/database.ts'
import { peopleAtSchools } from './people.ts'

export interface Inviter {
  /** Schools they may invite from; null: every school and person of the district. */
  readonly schools: readonly string[] | null
  readonly admin: boolean
}

/** Null for someone who may invite nobody: teachers and auditors. */
export async function inviterOf(tx: Tx, asker: Asker, today: Day): Promise<Inviter | null> {
  const scope = await scopeOf(tx, asker, today)
  const admin = scope.roles.some((r) => r.role === 'admin')
  if (admin || scope.roles.some((r) => r.role === 'district-officer')) return { schools: null, admin }
  return scope.schools.length === 0 ? null : { schools: scope.schools, admin: false }
}

interface Held {
  readonly person: string
  readonly role: string
  readonly atKind: string
  readonly atId: string
}

/** Those of `people` whom the inviter may let in, in the same order. */
export async function invitable(tx: Tx, asker: Asker, inviter: Inviter, people: readonly string[], today: Day): Promise<string[]> {
  const near = inviter.schools === null ? null : new Set(await peopleAtSchools(tx, asker.district, inviter.schools, today))
  const held = await rowsFrom(
    tx,
    sql<Held>`
    select person, role, at_kind as "atKind", at_id as "atId" from membership
    where district = ${asker.district} and person = any (${people}::text[]) and (to_day is null or to_day >= ${today})`,
  )
  const above = new Set(held.filter((r) => isAbove(r, inviter)).map((r) => r.person))
  return people.filter((person) => (near === null || near.has(person)) && !above.has(person))
}

function isAbove(held: Held, inviter: Inviter): boolean {
  if (inviter.schools === null) return held.role === 'admin' && !inviter.admin
  return held.atKind === 'district' || !inviter.schools.includes(held.atId)
}
