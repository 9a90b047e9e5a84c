// What a row would change in the person it was matched to. What the file leaves blank is left alone, a month agrees with any day in it,
// and a former name in an old file does not undo a new one.

import type { Day } from '../../domain/day.ts'
import type { Change, ChangeField, KnownPerson, PersonFacts, PlanSchool } from './plan.ts'
import type { GivenDay } from './reading.ts'

const sameDay = (known: Day | null, given: GivenDay): boolean =>
  known !== null && (given.precise === 'month' ? known.slice(0, 7) === given.day.slice(0, 7) : known === given.day)

const known = (value: string | null): string | null => (value === 'unknown' ? null : value)

export function changesOf(person: KnownPerson, facts: PersonFacts, school: PlanSchool | null): Change[] {
  const changes: Change[] = []
  const put = (field: ChangeField, from: string | null, to: string | null): void => {
    if (to !== null && to !== 'unknown' && known(from) !== to) changes.push({ field, from: known(from), to })
  }
  const renamed = facts.name !== person.name && !person.formerNames.includes(facts.name)
  if (renamed) put('name', person.name, facts.name)
  const former = facts.formerNames.filter((n) => n !== person.name && !person.formerNames.includes(n))
  if (former.length > 0) put('formerNames', person.formerNames.join('、') || null, [...person.formerNames, ...former].join('、'))
  put('staffNumber', person.staffNumber, facts.staffNumber)
  if (facts.idHash !== null && facts.idHash !== person.idHash)
    changes.push({ field: 'idNumber', from: person.idLast4, to: facts.idLast4 ?? '' })
  put('sex', person.sex, facts.sex)
  put('phone', person.phone, facts.phone)
  put('subject', person.subject, facts.subject)
  put('stage', person.stage, facts.stage)
  put('employment', person.employment, facts.employment)
  put('category', person.category, facts.category)
  if (facts.workedSince !== null && !sameDay(person.workedSince, facts.workedSince))
    put('workedSince', person.workedSince, facts.workedSince.day)
  if (facts.joined !== null && !sameDay(person.joined, facts.joined)) put('joined', person.joined, facts.joined.day)
  if (school !== null && person.schoolId !== school.id) put('school', person.schoolId, school.id ?? school.code ?? school.name)
  return changes
}

/** True where the row speaks of the person by a name they had before. */
export const usesFormerName = (person: KnownPerson, facts: PersonFacts): boolean =>
  facts.name !== person.name && person.formerNames.includes(facts.name)
