// Finding people among the standings kept on this phone, without opening a dossier.

import type { Day } from '../domain/day.ts'
import type { Standing, StandingPost } from '../domain/evaluate/standing.ts'
import type { SchoolId } from '../domain/ids.ts'

const inForce = (post: StandingPost, day: Day): boolean => post.from <= day && (post.to === null || day <= post.to)

/** True when the person has any post at the school on the day: home, 走教, 借调, 轮岗. */
export const worksAt = (one: Standing, school: SchoolId, day: Day): boolean =>
  one.posts.some((post) => post.school === school && inForce(post, day))

/** Search by name, 曾用名, initials, 教师编号 or subject; every word typed must be found somewhere. */
export function isMeant(one: Pick<Standing, 'name' | 'formerNames' | 'initials' | 'staffNumber' | 'subject'>, typed: string): boolean {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/)
  return words.every(
    (word) =>
      word === '' ||
      one.name.toLowerCase().indexOf(word) >= 0 ||
      one.formerNames.some((name) => name.toLowerCase().indexOf(word) >= 0) ||
      one.initials.some((letters) => letters.indexOf(word) === 0) ||
      (one.staffNumber !== null && one.staffNumber.toLowerCase().indexOf(word) === 0) ||
      (one.subject !== null && one.subject.indexOf(word) >= 0),
  )
}
