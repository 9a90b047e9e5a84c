// Projects with places: opened, changed and closed in the district's file; a place proposed by the school and given or declined by the
// district in the teacher's dossier. Whether a quota is kept is seen across documents, so it is a flag of the report, never a refusal here.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import type { Dossier } from '../dossier.ts'
import { schoolArg } from '../verbs/school-args.ts'
import { dayArg, lineArg, reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { placeOf, placesOf, type PlaceFact, type ProjectPlaceRow } from './place.ts'
import { programmeNamed } from './programmes.ts'
import { projectOf, type ProjectFact, type ProjectRow, type ProjectSaid } from './project.ts'

const count = z.int().check(z.gte(0), z.lte(10_000))
const projectArgs = {
  title: lineArg(120), programme: z.nullable(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/))), from: dayArg, until: dayArg, places: count,
  quotas: z.array(z.strictObject({ school: schoolArg, places: count })).check(z.maxLength(1000)), first: z.array(schoolArg).check(z.maxLength(1000)),
}
const CODES = ['project.end-before-start', 'project.school-twice', 'project.quotas-over-places', 'project.unknown-programme'] as const

function problemOf(p: ProjectSaid, knows: (programme: string) => boolean): (typeof CODES)[number] | null {
  if (p.until < p.from) return 'project.end-before-start'
  if (new Set(p.quotas.map((q) => q.school)).size < p.quotas.length) return 'project.school-twice'
  if (p.quotas.reduce((sum, q) => sum + q.places, 0) > p.places) return 'project.quotas-over-places'
  return p.programme !== null && !knows(p.programme) ? 'project.unknown-programme' : null
}

export const openProject = defineVerb({
  name: 'open-project', version: 1, subject: ['district'], who: ['district-officer'],
  args: z.strictObject(projectArgs), codes: [...CODES],
  run(document, args, context, capacity) {
    const problem = problemOf(args, (id) => programmeNamed(context.reference.policy, id) !== null)
    if (problem !== null) return refused(problem)
    const fact: ProjectFact = { ...signed('opened', context, capacity), ...args }
    return applied(append(document, 'project', context.op as string as RowId, fact))
  },
})

export const changeProject = defineVerb({
  name: 'change-project', version: 1, subject: ['district'], who: ['district-officer'],
  args: z.strictObject({ row: rowArg, changes: z.partial(z.strictObject(projectArgs)), reason: reasonArg }), codes: [...CODES, 'project.closed'],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const project = row === undefined || row.kind !== 'project' ? null : projectOf(row as ProjectRow)
    if (project === null) return refused('verb.not-allowed')
    if (project.closed) return refused('project.closed')
    const now = project as unknown as Record<string, unknown>
    const changes = Object.fromEntries(Object.entries(args.changes).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(now[key]))) as Partial<ProjectSaid>
    if (Object.keys(changes).length === 0) return { is: 'noop' }
    const problem = problemOf({ ...project, ...changes }, (id) => programmeNamed(context.reference.policy, id) !== null)
    if (problem !== null) return refused(problem)
    const fact: ProjectFact = { ...signed('changed', context, capacity), changes, reason: args.reason }
    return applied(append(document, 'project', args.row, fact))
  },
})

export const closeProject = defineVerb({
  name: 'close-project', version: 1, subject: ['district'], who: ['district-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }), codes: [],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const project = row === undefined || row.kind !== 'project' ? null : projectOf(row as ProjectRow)
    if (project === null) return refused('verb.not-allowed')
    if (project.closed) return { is: 'noop' }
    const fact: ProjectFact = { ...signed('closed', context, capacity), reason: args.reason }
    return applied(append(document, 'project', args.row, fact))
  },
})

export const proposePlace = defineVerb({
  name: 'propose-place', version: 1, subject: ['teacher'], who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({ project: rowArg, title: lineArg(120) }), codes: ['place.already-proposed'],
  run(document, args, context, capacity) {
    if (placesOf(document as Dossier).some((p) => p.project === args.project && p.is !== 'declined')) return refused('place.already-proposed')
    const fact: PlaceFact = { ...signed('proposed', context, capacity), ...args }
    return applied(append(document, 'project-place', context.op as string as RowId, fact))
  },
})

export const decidePlace = defineVerb({
  name: 'decide-place', version: 1, subject: ['teacher'], who: ['district-officer', 'school-officer', 'principal'],
  args: z.strictObject({ row: rowArg, give: z.boolean(), reason: z.nullable(lineArg(500)) }), codes: ['place.not-waiting', 'place.needs-reason', 'place.other-desk', 'place.own'],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const place = row === undefined || row.kind !== 'project-place' ? null : placeOf(row as ProjectPlaceRow)
    if (place === null) return refused('verb.not-allowed')
    // A school only takes its own proposal back; whoever proposed themselves is decided about by somebody else.
    if (args.give && capacity !== 'district-officer') return refused('place.other-desk')
    if (args.give && document.subject.id === context.actor.id) return refused('place.own')
    if (place.is === (args.give ? 'given' : 'declined')) return { is: 'noop' }
    if (place.is !== 'waiting' && capacity !== 'district-officer') return refused('place.not-waiting')
    if (!args.give && args.reason === null) return refused('place.needs-reason', 'reason')
    const fact: PlaceFact = args.give ? signed('given', context, capacity) : { ...signed('declined', context, capacity), reason: args.reason ?? '' }
    return applied(append(document, 'project-place', args.row, fact))
  },
})
