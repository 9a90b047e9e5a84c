// From the files of schools and of the district to the parts of the reference data they are the truth of: the place in the
// tree, who holds which role, what activities there are, which settings the district confirmed. The server builds the
// reference with it; a phone lays its own pending changes over the reference it received. Order never depends on arrival.

import type { Day } from './day.ts'
import type { Document } from './document.ts'
import type { RowId } from './ids.ts'
import type { Reference } from './reference.ts'
import type { ActivityInfo, RoleHolder, SchoolInfo } from './reference.ts'
import type { ActivityRow, DistrictFile, PlaceRow, RoleRow, SchoolFile, SettingFact, SchoolFacts } from './school-file.ts'

/** A school's file or the district's, as they come out of storage. */
type AnyFile = Document
type At = RoleHolder['at']

const byText =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
const atOf = (file: AnyFile): At | null => (file.subject.kind === 'teacher' ? null : file.subject)
const rowsOfKind = <R>(file: AnyFile, kind: string): R[] =>
  [...file.rows.values()].filter((r) => r.kind === kind).sort(byText((r) => r.id)) as unknown as R[]

/** The school as it is called and placed now; null for a file that was never opened, and for the district's. */
export function schoolInfoOf(file: AnyFile): SchoolInfo | null {
  if (file.subject.kind !== 'school') return null
  let facts = null as SchoolFacts | null
  let closedOn = null as Day | null
  for (const row of rowsOfKind<PlaceRow>(file, 'place')) {
    for (const f of row.facts) {
      if (f.what === 'opened') facts = { name: f.name, code: f.code, kind: f.kind, place: f.place, stage: f.stage, parent: f.parent }
      else if (f.what === 'changed' && facts !== null) facts = { ...facts, ...f.changes }
      if (f.what !== 'changed') closedOn = f.what === 'closed' ? f.to : null
    }
  }
  return facts === null ? null : { id: file.subject.id, ...facts, ...(closedOn === null ? {} : { closedOn }) }
}

export interface RoleInRow extends RoleHolder {
  readonly row: RowId
}

/** Every role ever given in a file, with its row. */
export function roleRowsOf(file: AnyFile): RoleInRow[] {
  const at = atOf(file)
  const roles: RoleInRow[] = []
  if (at === null) return roles
  for (const row of rowsOfKind<RoleRow>(file, 'role')) {
    let role = null as RoleInRow | null
    for (const f of row.facts) {
      if (f.what === 'granted') role = { row: row.id, person: f.person, name: f.personName, role: f.role, at, from: f.from, to: f.to }
      else if (role !== null) role = { ...role, to: f.to }
    }
    if (role !== null) roles.push(role)
  }
  return roles.sort(byText((r) => `${r.from} ${r.row}`))
}

/** The roles of a file as reference data; one whose last day lies before its first never was in force and is left out. */
export const rolesOf = (file: AnyFile): RoleHolder[] =>
  roleRowsOf(file)
    .filter((r) => r.to === null || r.from <= r.to)
    .map(({ person, name, role, at, from, to }) => ({ person, name, role, at, from, to }))

function activityOf(row: ActivityRow, at: At): ActivityInfo | null {
  let info = null as ActivityInfo | null
  for (const f of row.facts) {
    if (f.what === 'registered') {
      const { title, organiser, level, mode, tags, project, first, last, hours, way } = f
      info = { id: row.id, at, title, titles: [], organiser, level, mode, tags, project, first, last, hours, way }
    } else if (f.what === 'cancelled') return null
    else if (info !== null) {
      const known = info
      info = { ...info, titles: [...info.titles, ...f.titles.filter((t) => t !== known.title && !known.titles.includes(t))] }
    }
  }
  return info
}

/** The activities of a file that stand, by first day. */
export function activitiesOf(file: AnyFile): ActivityInfo[] {
  const at = atOf(file)
  if (at === null) return []
  const found = rowsOfKind<ActivityRow>(file, 'activity')
    .map((row) => activityOf(row, at))
    .filter((a): a is ActivityInfo => a !== null)
  return found.sort(byText((a) => `${a.first} ${a.id}`))
}

/** What the district set, oldest first: the last one of a key whose day has come is in force. */
export const settingsOf = (file: AnyFile): SettingFact[] =>
  rowsOfKind<{ facts: readonly SettingFact[] }>(file, 'setting').flatMap((row) => row.facts)

/** The reference with everything of these files replaced by what they now say; other files' parts and the policy stay. */
export function referenceWith(reference: Reference, files: Iterable<SchoolFile | DistrictFile | AnyFile>): Reference {
  const fresh = [...files].filter((f) => f.subject.kind !== 'teacher')
  const keys = new Set(fresh.map((f) => `${f.subject.kind}:${f.subject.id}`))
  const stays = (at: At): boolean => !keys.has(`${at.kind}:${at.id}`)
  const place = (at: At): string => `${at.kind}:${at.id}`
  const schools = fresh.map(schoolInfoOf).filter((s): s is SchoolInfo => s !== null)
  return {
    ...reference,
    schools: [...reference.schools.filter((s) => !keys.has(`school:${s.id}`)), ...schools].sort(byText((s) => s.id)),
    roles: [...reference.roles.filter((r) => stays(r.at)), ...fresh.flatMap(rolesOf)].sort(
      byText((r) => `${place(r.at)} ${r.role} ${r.from} ${r.person} ${r.to ?? '~'}`),
    ),
    activities: [...reference.activities.filter((a) => stays(a.at)), ...fresh.flatMap(activitiesOf)].sort(
      byText((a) => `${a.first} ${a.id}`),
    ),
  }
}
