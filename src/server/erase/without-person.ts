// Someone who was erased, in the record of others: a list they stood on, a signed table, a pair, a studio. Where the record needs the line
// (a signed sum, whose partner was whom, who led) it stays without the name; elsewhere the line goes. Ids stay: they say nothing any more.
// Signatures and who held which role are not looked at: that is the record of who decided. Works on a fact and on an op's arguments alike,
// and a second time changes nothing.

import { shortHash } from '../../wire/canonical.ts'
import { ERASED_NAME } from '../text/erase.ts'

/** Kinds of rows that can name somebody other than the dossier's own person. Roles name people too, and keep them. */
export const NAMING_KINDS = ['year-review', 'eligible-list', 'studio', 'mentoring'] as const

type Json = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isOf = (value: unknown, person: string): boolean =>
  value === person || (isRecord(value) && (value['id'] === person || value['person'] === person))

/** A line of a signed table: [id, name, …figures]. */
const tableLine = (line: unknown, person: string): unknown =>
  Array.isArray(line) && line[0] === person && line[1] !== ERASED_NAME ? [line[0], ERASED_NAME, ...(line as unknown[]).slice(2)] : line

const LISTS = ['people', 'added', 'struck', 'members'] as const

/** The same object where nothing changes. */
export function withoutPerson(said: Json, person: string): Json {
  const changed: Record<string, unknown> = {}
  for (const key of LISTS) {
    const list: unknown = said[key]
    if (!Array.isArray(list)) continue
    const kept = (list as unknown[]).filter((one) => !isOf(one, person)).map((one) => tableLine(one, person))
    if (kept.length < list.length || kept.some((one, n) => one !== list[n])) changed[key] = kept
  }
  const people = changed['people'] as unknown[] | undefined
  const gone = people === undefined ? 0 : (said['people'] as unknown[]).length - people.length
  // A list that announced how many it holds holds one less; its digest is over the ids that are there.
  if (gone > 0 && typeof said['total'] === 'number') changed['total'] = said['total'] - gone
  if (gone > 0 && typeof said['digest'] === 'string')
    changed['digest'] = shortHash((people ?? []).map((one) => (isRecord(one) ? String(one['id']) : '')).sort())
  if (isOf(said['host'], person) && (said['host'] as Json)['name'] !== ERASED_NAME)
    changed['host'] = { ...(said['host'] as Json), name: ERASED_NAME }
  if (said['other'] === person && said['otherName'] !== ERASED_NAME) changed['otherName'] = ERASED_NAME
  // What was found when they were looked at in a sample; that they were, and whether it agreed, belongs to the sample.
  if (said['person'] === person && typeof said['agrees'] === 'boolean' && said['note'] !== '') changed['note'] = ''
  if (isRecord(said['changes'])) {
    const inner = withoutPerson(said['changes'], person)
    if (inner !== said['changes']) changed['changes'] = inner
  }
  return Object.keys(changed).length === 0 ? said : { ...said, ...changed }
}

export const factsWithout = (facts: readonly Json[], person: string): readonly Json[] => {
  const kept = facts.map((fact) => withoutPerson(fact, person))
  return kept.every((fact, n) => fact === facts[n]) ? facts : kept
}
