// Who a row of such a table is, among the people known: by 教师编号, by the keyed hash of the ID number, by name and phone, or by name at
// the school named. The same name in different schools is told apart by the school; where nothing tells them apart, the importer is
// asked. Nobody is ever added from such a table.

import type { KnownPerson, PlanSchool } from '../plan.ts'

export interface Named {
  readonly name: string
  readonly staffNumber: string | null
  readonly idHash: string | null
  readonly phone: string | null
  readonly subject: string | null
  readonly school: PlanSchool | null
}

export type FoundKnown =
  | { readonly is: 'person'; readonly person: KnownPerson; readonly otherName: boolean }
  | { readonly is: 'ask'; readonly why: 'same-name' | 'elsewhere' | 'number-of-someone-else'; readonly candidates: readonly KnownPerson[] }
  | { readonly is: 'nobody' }

const MOST_CANDIDATES = 5
const namesOf = (p: KnownPerson): readonly string[] => [p.name, ...p.formerNames]

export function knownFinder(people: readonly KnownPerson[]): (named: Named) => FoundKnown {
  const byNumber = new Map<string, KnownPerson>()
  const byId = new Map<string, KnownPerson>()
  const byName = new Map<string, KnownPerson[]>()
  for (const p of people) {
    for (const n of [...(p.otherNumbers ?? []), ...(p.staffNumber === null ? [] : [p.staffNumber])]) byNumber.set(n, p)
    for (const h of [...(p.otherIdHashes ?? []), ...(p.idHash === null ? [] : [p.idHash])]) byId.set(h, p)
    for (const n of new Set(namesOf(p))) byName.set(n, [...(byName.get(n) ?? []), p])
  }
  return (named) => {
    const numbered = named.staffNumber === null ? undefined : byNumber.get(named.staffNumber)
    const identified = named.idHash === null ? undefined : byId.get(named.idHash)
    const sure = identified ?? numbered
    if (sure !== undefined) {
      const same = namesOf(sure).includes(named.name)
      if (identified !== undefined && numbered !== undefined && identified !== numbered)
        return { is: 'ask', why: 'number-of-someone-else', candidates: [identified, numbered] }
      return same || identified !== undefined
        ? { is: 'person', person: sure, otherName: !same }
        : { is: 'ask', why: 'number-of-someone-else', candidates: [sure] }
    }
    const all = (byName.get(named.name) ?? []).filter((p) => named.idHash === null || p.idHash === null)
    const phoned = all.filter((p) => named.phone !== null && p.phone === named.phone)
    if (phoned.length === 1 && phoned[0] !== undefined) return { is: 'person', person: phoned[0], otherName: false }
    const here = named.school === null ? all : all.filter((p) => p.schoolId !== null && p.schoolId === named.school?.id)
    if (here.length === 1 && here[0] !== undefined) return { is: 'person', person: here[0], otherName: false }
    const taught = here.filter((p) => named.subject !== null && p.subject === named.subject)
    if (taught.length === 1 && taught[0] !== undefined) return { is: 'person', person: taught[0], otherName: false }
    if (here.length > 1) return { is: 'ask', why: 'same-name', candidates: here.slice(0, MOST_CANDIDATES) }
    return all.length === 0 ? { is: 'nobody' } : { is: 'ask', why: 'elsewhere', candidates: all.slice(0, MOST_CANDIDATES) }
  }
}
