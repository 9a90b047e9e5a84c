// How an activity stands: who has their hours, who waits, who objected, who is missing and who was absent. From the school's file
// and the dossiers alone; those who need someone come first.

import type { Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { Entry } from '../../domain/entry.ts'
import { isPending, isReturned } from '../../domain/entry.ts'
import type { PersonId, RowId } from '../../domain/ids.ts'
import type { ActivityInfo } from '../../domain/reference.ts'
import { activityOf, submissionsOf } from '../../domain/review.ts'
import type { ActivityFact, SchoolFile } from '../../domain/school-file.ts'
import { registeredIn, type Registered } from './expected.ts'

const LINE_STATES = ['request', 'waiting', 'missing', 'returned', 'reversed', 'absent', 'done'] as const
export type LineState = (typeof LINE_STATES)[number]

export interface Line {
  readonly person: PersonId
  readonly name: string
  readonly state: LineState
  readonly entry: Entry | null
}

export interface ActivityHere {
  readonly info: ActivityInfo
  readonly registered: Registered
  readonly cancelled: Extract<ActivityFact, { what: 'cancelled' }> | null
}

/** The activity of a row, cancelled or not; null where the file has none. */
export function activityHere(file: SchoolFile, row: RowId): ActivityHere | null {
  const registered = registeredIn(file, row)
  const facts = file.rows.get(row)?.facts as readonly ActivityFact[] | undefined
  if (registered === null || facts === undefined || file.subject.kind !== 'school') return null
  const { title, organiser, level, mode, tags, project, first, last, hours, way } = registered
  const titles = facts.flatMap((f) => (f.what === 'joined' ? f.titles : []))
  const cancelled = facts.find((f): f is Extract<ActivityFact, { what: 'cancelled' }> => f.what === 'cancelled') ?? null
  return {
    registered,
    cancelled,
    info: { id: row, at: file.subject, title, titles, organiser, level, mode, tags, project, first, last, hours, way },
  }
}

const stateOf = (entry: Entry): LineState | null => {
  if (entry.openRequest !== null) return 'request'
  if (isPending(entry.state)) return 'waiting'
  if (isReturned(entry.state)) return 'returned'
  if (entry.state === 'recognised') return 'done'
  return entry.state === 'reversed' ? 'reversed' : null
}

export function linesOf(here: ActivityHere, dossiers: Iterable<Dossier>, nameOf: (person: PersonId) => string | null, today: Day): Line[] {
  const { info, registered } = here
  const lines = new Map<PersonId, Line>()
  for (const dossier of dossiers) {
    for (const { person, name, entry } of submissionsOf(dossier, today, { activities: [info], since: '9999-12-31' as Day })) {
      const state = activityOf(entry.training, [info]) === null ? null : stateOf(entry)
      const known = lines.get(person)
      // Of several, the one that stands says how the person stands.
      if (state !== null && (known === undefined || known.state === 'reversed')) lines.set(person, { person, name, state, entry })
    }
  }
  for (const [people, state] of [
    [registered.absent, 'absent'],
    [registered.expected, 'missing'],
  ] as const) {
    for (const person of people) {
      const name = nameOf(person)
      if (!lines.has(person) && name !== null) lines.set(person, { person, name, state, entry: null })
    }
  }
  const order = (l: Line): number => LINE_STATES.indexOf(l.state)
  return [...lines.values()].sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1))
}

/** Whom a roster grants: everybody expected but the absent. */
export const grantedTo = ({ expected, absent }: Registered): readonly PersonId[] => expected.filter((p) => !absent.includes(p))

export function countsOf(lines: readonly Line[]): { state: LineState; n: number }[] {
  return LINE_STATES.map((state) => ({ state, n: lines.filter((l) => l.state === state).length })).filter((c) => c.n > 0)
}
