// Who looks at a claim next, in words: the desk of the school step by name, the district's training body after it.

import type { Day } from '../../domain/day.ts'
import type { Dossier, Step } from '../../domain/dossier.ts'
import { homePost, postsOf } from '../../domain/person.ts'
import { deskFor } from '../../domain/permissions.ts'
import type { Reference } from '../../domain/reference.ts'
import { teacher } from '../text/teacher.ts'

const words = teacher.preview

export const bodyName = (reference: Reference): string => reference.policy.words['trainingBody'] ?? words.district_

/** '学校' for one's own school, its name for another one that stands in, the training body for the district. */
export function deskPlace(dossier: Dossier, reference: Reference, today: Day): string {
  const desk = deskFor(dossier, reference, today)
  if (desk.at.kind === 'district') return bodyName(reference)
  if (desk.at.id === homePost(postsOf(dossier), today)?.school) return words.ownSchool
  return reference.schools.find((school) => school.id === desk.at.id)?.name ?? words.ownSchool
}

/** The people of the desk, two at most. */
export function deskPeople(dossier: Dossier, reference: Reference, today: Day): string {
  const { people, at } = deskFor(dossier, reference, today)
  if (at.kind === 'district') return ''
  return people
    .slice(0, 2)
    .map((one) => teacher.steps.by(teacher.steps.officerOf, one.name))
    .join('、')
}

/** '交后由学校初审、区教师进修学院认定。' */
export function decidesWords(decides: readonly Step[], dossier: Dossier, reference: Reference, today: Day): string {
  const desk = deskPlace(dossier, reference, today)
  const body = bodyName(reference)
  if (!decides.includes('school') || desk === body) return words.then(words.district(body))
  return words.then(decides.includes('district') ? words.schoolThenDistrict(desk, body) : words.school(desk))
}
