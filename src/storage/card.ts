// The card of a person: what lists, search and roll-ups need without opening the dossier. Written in the same
// transaction as every save and settle, from base + pending; independent of the day, so nothing goes stale at midnight.

import type { Dossier, Employment, StaffCategory, Stage } from '../domain/dossier.ts'
import { entryOf } from '../domain/entry.ts'
import { rowsOf } from '../domain/document.ts'
import type { Day } from '../domain/day.ts'
import type { PersonId, SchoolId } from '../domain/ids.ts'
import { homePost, pausesOf, personOf, postOn, postsOf, type Pause, type Post } from '../domain/person.ts'

export interface PersonCard {
  readonly id: PersonId
  readonly name: string
  readonly formerNames: readonly string[]
  readonly initials: readonly string[]
  readonly staffNumber: string | null
  readonly subject: string | null
  readonly stage: Stage
  readonly employment: Employment
  readonly category: StaffCategory
  readonly posts: readonly Post[]
  readonly pauses: readonly Pause[]
  /** Entries waiting for the school and for the district, open correction requests. */
  readonly waiting: { readonly school: number; readonly district: number; readonly corrections: number }
}

/** The card of a dossier; null while nobody has been identified in it. */
export function cardOf(dossier: Dossier): PersonCard | null {
  const person = personOf(dossier)
  if (person === null) return null
  const waiting = { school: 0, district: 0, corrections: 0 }
  for (const row of rowsOf(dossier, 'hours')) {
    const entry = entryOf(row)
    if (entry?.state === 'pending-school') waiting.school += 1
    else if (entry?.state === 'pending-district') waiting.district += 1
    if (entry !== null && entry.openRequest !== null) waiting.corrections += 1
  }
  const { name, formerNames, initials, staffNumber, subject, stage, employment, category } = person
  return {
    id: dossier.subject.id as PersonId, name, formerNames, initials, staffNumber, subject, stage, employment, category,
    posts: postsOf(dossier), pauses: pausesOf(dossier), waiting,
  }
}

/** The school where the person's 人事关系 lies on a day; null for someone not (or no longer) employed. */
export const homeOn = (card: PersonCard, day: Day): SchoolId | null => homePost(card.posts, day)?.school ?? null

/** True when the person has any post at the school on the day: home, 走教, 借调, 轮岗. */
export const worksAt = (card: PersonCard, school: SchoolId, day: Day): boolean =>
  card.posts.some((post) => post.school === school && postOn(post, day))

/** Search by name, 曾用名, initials, 教师编号 or subject; every word typed must be found somewhere. */
export function cardMatches(card: PersonCard, typed: string): boolean {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/)
  return words.every((word) => word === ''
    || card.name.toLowerCase().indexOf(word) >= 0
    || card.formerNames.some((name) => name.indexOf(word) >= 0)
    || card.initials.some((letters) => letters.indexOf(word) === 0)
    || (card.staffNumber !== null && card.staffNumber.toLowerCase().indexOf(word) === 0)
    || (card.subject !== null && card.subject.indexOf(word) >= 0))
}
