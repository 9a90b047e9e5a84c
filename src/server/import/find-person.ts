// Who a row is among the people known: by 教师编号, else by the keyed hash of the ID number, else by name and phone together,
// else, for the same name at the same school, the importer is asked. Evidence that contradicts itself is asked about too, never followed.

import type { KnownPerson, MatchedBy, PersonFacts, WhyAsk } from './plan.ts'

export type Found =
  | { readonly is: 'person'; readonly person: KnownPerson; readonly by: MatchedBy }
  | { readonly is: 'ask'; readonly why: WhyAsk; readonly candidates: readonly KnownPerson[] }
  | { readonly is: 'two'; readonly candidates: readonly KnownPerson[] }
  | { readonly is: 'nobody' }

const group = (people: readonly KnownPerson[], keys: (p: KnownPerson) => readonly string[]): Map<string, KnownPerson[]> => {
  const map = new Map<string, KnownPerson[]>()
  for (const p of people) {
    for (const key of keys(p)) {
      const before = map.get(key)
      if (before === undefined) map.set(key, [p])
      else before.push(p)
    }
  }
  return map
}

const namesOf = (p: KnownPerson): string[] => [p.name, ...p.formerNames]
const sharesName = (facts: PersonFacts, p: KnownPerson): boolean => [facts.name, ...facts.formerNames].some((n) => namesOf(p).includes(n))
const idsDiffer = (facts: PersonFacts, p: KnownPerson): boolean => facts.idHash !== null && p.idHash !== null && facts.idHash !== p.idHash
const numbersDiffer = (facts: PersonFacts, p: KnownPerson): boolean =>
  facts.staffNumber !== null && p.staffNumber !== null && facts.staffNumber !== p.staffNumber && !p.staffNumberIsOurs

/** `anywhere`: someone of the same name at another school is asked about too, where no number tells them apart. */
export function personFinder(people: readonly KnownPerson[], anywhere = false): (facts: PersonFacts, schoolId: string | null) => Found {
  const byNumber = new Map(
    people.flatMap((p) =>
      [...(p.otherNumbers ?? []), ...(p.staffNumber === null ? [] : [p.staffNumber])].map((n): [string, KnownPerson] => [n, p]),
    ),
  )
  const byId = new Map(
    people.flatMap((p) => [...(p.otherIdHashes ?? []), ...(p.idHash === null ? [] : [p.idHash])].map((h): [string, KnownPerson] => [h, p])),
  )
  const byName = group(people, namesOf)

  return (facts, schoolId) => {
    const numbered = facts.staffNumber === null ? undefined : byNumber.get(facts.staffNumber)
    const identified = facts.idHash === null ? undefined : byId.get(facts.idHash)
    if (numbered !== undefined && identified !== undefined && numbered !== identified)
      return { is: 'two', candidates: [numbered, identified] }
    if (numbered !== undefined) {
      // A number alone, with neither the name nor the ID number nor the phone agreeing, is more likely a slip of the pen than a person renamed.
      const agrees =
        numbered === identified ||
        sharesName(facts, numbered) ||
        (!idsDiffer(facts, numbered) && facts.phone !== null && facts.phone === numbered.phone)
      return agrees
        ? { is: 'person', person: numbered, by: 'staff-number' }
        : { is: 'ask', why: 'number-of-someone-else', candidates: [numbered] }
    }
    if (identified !== undefined) return { is: 'person', person: identified, by: 'id-number' }
    const sameName = new Set([facts.name, ...facts.formerNames].flatMap((n) => byName.get(n) ?? []))
    const named = [...sameName].filter((p) => !idsDiffer(facts, p))
    const phoned = named.filter((p) => facts.phone !== null && p.phone === facts.phone && !numbersDiffer(facts, p))
    const only = phoned.length === 1 ? phoned[0] : undefined
    if (only !== undefined) return { is: 'person', person: only, by: 'name-and-phone' }
    const candidates = named.filter(
      (p) =>
        phoned.includes(p) ||
        (facts.phone !== null && p.phone === facts.phone) ||
        (schoolId !== null && p.schoolId === schoolId) ||
        (anywhere && !numbersDiffer(facts, p)),
    )
    return candidates.length > 0 ? { is: 'ask', why: 'same-name', candidates } : { is: 'nobody' }
  }
}
