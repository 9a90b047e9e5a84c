// What a school most needs, in words, and which schools a filter keeps. Pure; never a score.

import type { SchoolKind } from '../../domain/school-file.ts'
import type { SchoolLine } from '../../wire/overview.ts'
import { district } from '../text/district.ts'

const words = district.schools.needs

/** The most pressing things first; two at most. */
export function needsOf({ states, waiting }: Pick<SchoolLine, 'states' | 'waiting'>): string[] {
  const all = [
    [states.concern, words.concern],
    [states.unverified, words.unverified],
    [waiting.school, words.school],
    [waiting.requests, words.requests],
    [waiting.returned, words.returned],
  ] as const
  return all
    .filter(([n]) => n > 0)
    .slice(0, 2)
    .map(([n, say]) => say(n))
}

export type SchoolFilter = 'all' | 'help' | SchoolKind

export const filtersFor = (schools: readonly Pick<SchoolLine, 'kind'>[]): SchoolFilter[] => [
  'all',
  'help',
  ...new Set(schools.map((s) => s.kind)),
]

export function isShown(school: Pick<SchoolLine, 'states' | 'kind' | 'name' | 'code'>, filter: SchoolFilter, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim()
  if (wanted !== '' && school.name.indexOf(wanted) < 0 && school.code.indexOf(wanted) !== 0) return false
  return filter === 'all' || (filter === 'help' ? school.states.concern + school.states.unverified > 0 : school.kind === filter)
}
