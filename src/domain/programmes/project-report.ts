// Projects with places as of now: for each, what each school may propose, has proposed and was given, who waits, and what is over the quota.
// Those of the schools that come first stand first (rural and weak ones, where the district's plan asks for it), then by day of proposal.
// And who is in which programme. For a school its own part only.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { PersonId, RowId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { defineReport } from '../reports/report.ts'
import { whileThere } from '../reports/while-there.ts'
import { isInOn, membershipsOf } from './membership.ts'
import { placesOf, type ProjectPlace } from './place.ts'
import { programmesOf } from './programmes.ts'
import { projectsOf, type Project } from './project.ts'

export interface Proposed {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  readonly row: RowId
  readonly is: ProjectPlace['is']
  readonly on: Day
  readonly byName: string
  readonly reason: string
  /** Its school comes first. */
  readonly first: boolean
}

export interface ProjectState {
  readonly project: Project
  readonly proposed: readonly Proposed[]
  readonly schools: readonly {
    readonly school: SchoolId
    readonly quota: number | null
    readonly proposed: number
    readonly given: number
    readonly over: boolean
  }[]
  readonly given: number
  /** More given than there are places. */
  readonly over: boolean
}

export interface ProgrammePerson {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  readonly programme: string
  readonly from: Day
  readonly place: string
  /** In it on the day, or over. */
  readonly now: boolean
}

export interface ProgrammeReport {
  readonly programmes: readonly { readonly id: string; readonly now: number; readonly ever: number }[]
  readonly people: readonly ProgrammePerson[]
  readonly projects: readonly ProjectState[]
}

interface State {
  readonly people: ProgrammePerson[]
  readonly places: (Omit<Proposed, 'first'> & { readonly project: RowId })[]
}

export const programmeReport = defineReport<Record<string, never>, State, ProgrammeReport>({
  name: 'programmes',
  for: 'school-and-district',
  args: z.strictObject({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: ['programme', 'project-place'],
  fileKinds: ['project'],
  standings: false,
  start: () => ({ people: [], places: [] }),
  add(state, { dossier }, on) {
    const school = homePost(postsOf(dossier), on.asOf)?.school
    if (school === undefined || !on.schools.includes(school)) return
    const who = { person: dossier.subject.id as PersonId, name: personOf(dossier)?.name ?? '', school }
    for (const m of membershipsOf(dossier))
      if (m.from <= on.asOf) state.people.push({ ...who, programme: m.programme, from: m.from, place: m.place, now: isInOn(m, on.asOf) })
    for (const { id: row, project, is, on: since, byName, reason } of placesOf(whileThere(dossier, on)))
      state.places.push({ ...who, row, project, is, on: since, byName, reason })
  },
  finish(state, on) {
    const file = on.files.find((f) => f.subject.kind === 'district')
    const people = state.people.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1))
    const within = (id: string, now: boolean): number =>
      new Set(people.filter((p) => p.programme === id && (p.now || !now)).map((p) => p.person)).size
    return {
      programmes: programmesOf(on.reference.policy).map(({ id }) => ({ id, now: within(id, true), ever: within(id, false) })),
      people,
      projects: (file === undefined ? [] : projectsOf(file)).map((project) =>
        stateOf(on.wholeDistrict ? project : ownPart(project, on.schools), state, on.schools),
      ),
    }
  },
})

/** What other schools may propose, and which of them come first, is theirs and the district's. */
const ownPart = (project: Project, schools: readonly SchoolId[]): Project => ({
  ...project,
  quotas: project.quotas.filter((q) => schools.includes(q.school)),
  first: project.first.filter((s) => schools.includes(s)),
})

function stateOf(project: Project, state: State, schools: readonly SchoolId[]): ProjectState {
  const proposed = state.places
    .filter((p) => p.project === project.id)
    .map(({ project: _project, ...p }): Proposed => ({ ...p, first: project.first.includes(p.school) }))
    .sort((a, b) => Number(b.first) - Number(a.first) || (a.on < b.on ? -1 : a.on > b.on ? 1 : a.row < b.row ? -1 : 1))
  const count = (school: SchoolId, is: ProjectPlace['is'] | null): number =>
    proposed.filter((p) => p.school === school && (is === null ? p.is !== 'declined' : p.is === is)).length
  const lines = schools
    .map((school) => {
      const quota = project.quotas.find((q) => q.school === school)?.places ?? null
      const n = count(school, null)
      return { school, quota, proposed: n, given: count(school, 'given'), over: quota !== null && n > quota }
    })
    .filter((l) => l.quota !== null || l.proposed > 0)
  const given = proposed.filter((p) => p.is === 'given').length
  return { project, proposed, schools: lines, given, over: given > project.places }
}
