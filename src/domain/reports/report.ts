// A report: an answer about many dossiers on a day (a school's, or the whole district's), written once and run on the phone that
// holds them and on the server. It says which kinds of rows it reads, so that the server need not read the hours of fifteen
// thousand people to count titles. Pure: what it is given is already as known at the day asked; as-of is its own to heed.
// Lists it answers with are in order of who needs help or by name; nobody is ever ranked.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { Document } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { Standing } from '../evaluate/standing.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import type { Reference } from '../reference.ts'

export interface ReportOn<Args> {
  readonly args: Args
  readonly asOf: Day
  /** The day it is asked on, where that is another than the day asked about. */
  readonly today?: Day
  /** Null: all that is known. */
  readonly knownAt: Day | null
  readonly reference: Reference
  /** The schools asked about, with those below them; every school when the district is asked. */
  readonly schools: readonly SchoolId[]
  /** True when it is asked of the whole district. */
  readonly wholeDistrict: boolean
  /** Their files, and the district's where it is in reach, with rows of `fileKinds` only. */
  readonly files: readonly Document[]
}

export interface OnePerson {
  /** With rows of `kinds` (and always person, post and merge). */
  readonly dossier: Dossier
  /** As of the day asked; null unless the report wants standings. */
  readonly standing: Standing | null
}

export interface Sparing {
  readonly kinds: readonly string[]
  /** Needed of whoever had or has a post at one of these, and of these people. */
  readonly schools: ReadonlySet<SchoolId>
  readonly people: ReadonlySet<PersonId>
}

export interface Report<Args = unknown, State = unknown, Answer = unknown> {
  readonly name: string
  /** Whether schools may ask about themselves, the district only, or everybody about their own dossier. */
  readonly for: 'school-and-district' | 'district' | 'own'
  readonly args: z.ZodMiniType<Args>
  /** Kinds of rows of the dossiers read; person, post and merge always are. */
  readonly kinds: readonly string[] | ((reference: Reference) => readonly string[])
  readonly fileKinds: readonly string[]
  readonly standings: boolean
  start(on: ReportOn<Args>): State
  /** Kinds of rows that are needed of some people only: where it is left out, of everybody. More than that may be given. */
  sparing?(state: State): Sparing
  /** Once for each person who had or has a post at one of the schools, in no particular order. */
  add(state: State, one: OnePerson, on: ReportOn<Args>): void
  finish(state: State, on: ReportOn<Args>): Answer
}

/** Keeps the types of a report while registering it as one of many. */
export const defineReport = <Args, State, Answer>(report: Report<Args, State, Answer>): Report<Args, State, Answer> => report

/** What files say of each person, asked by nobody but themselves. `say` gets their id; null where they have no dossier. */
export const defineOwnReport = <Answer>(
  name: string,
  fileKinds: readonly string[],
  say: (person: string | null, on: ReportOn<Record<string, never>>) => Answer,
): Report<Record<string, never>, { person: string | null }, Answer> => ({
  name,
  for: 'own',
  kinds: [],
  fileKinds,
  standings: false,
  args: z.object({}) as unknown as z.ZodMiniType<Record<string, never>>,
  start: () => ({ person: null }),
  add(state, { dossier }) {
    state.person = dossier.subject.id
  },
  finish: (state, on) => say(state.person, on),
})

/** A report as one of many: the cast forgets only types that its own schema and its own state restore. */
export const asReport = <A, S, R>(report: Report<A, S, R>): Report => report as unknown as Report

/** The rows a report reads of a document: so that phone and server hand it the same. */
export function onlyKinds<D extends Document>(doc: D, kinds: readonly string[]): D {
  const rows = new Map([...doc.rows].filter(([, row]) => kinds.includes(row.kind)))
  return rows.size === doc.rows.size ? doc : { ...doc, rows }
}

export const dossierKinds = ({ kinds }: Pick<Report, 'kinds'>, reference: Reference): readonly string[] => [
  'person',
  'post',
  'merge',
  ...(typeof kinds === 'function' ? kinds(reference) : kinds),
]

/** Runs a report over people at hand. */
export function runReport<A, S, R>(report: Report<A, S, R>, on: ReportOn<A>, people: Iterable<OnePerson>): R {
  const state = report.start(on)
  const kinds = dossierKinds(report, on.reference)
  for (const one of people)
    report.add(state, { dossier: onlyKinds(one.dossier, kinds), standing: report.standings ? one.standing : null }, on)
  return report.finish(state, on)
}
