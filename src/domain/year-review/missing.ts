// 缺漏清单: what of a person is still open before a year is handed in. Who needs most comes first; nobody is ranked by hours.

import { rowsOf } from '../document.ts'
import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { entryOf, isPending, isReturned } from '../entry.ts'
import { inWindow, type Window } from '../evaluate/window.ts'
import type { PersonId, RowId, SchoolId } from '../ids.ts'
import { pausesOf } from '../person.ts'
import type { FrozenPerson } from './review-row.ts'
import { linesOf } from './review-line.ts'

export interface MissingPerson {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  /** 应计, no pause in the year, and nothing recognised or waiting. */
  readonly nothing: boolean
  /** Waiting for the school, for the district, for the teacher. */
  readonly pending: number
  readonly atDistrict: number
  readonly returned: number
  /** 申请更正 without an answer, at the school and at the district. */
  readonly requests: number
  readonly appeals: number
  /** 待核实: history or a fact is missing. */
  readonly unverified: boolean
  /** Shown and said to be wrong, without an answer. */
  readonly objection: string | null
  /** Shown, neither agreed nor objected to. */
  readonly unchecked: boolean
  /** 无误 */
  readonly agreed: boolean
  /** A day of leave lies in the year. */
  readonly paused: boolean
}

export interface MissingOf {
  readonly window: Pick<Window, 'first' | 'last'>
  readonly asOf: Day
  readonly schools: readonly SchoolId[]
  readonly review: RowId | null
  /** Their 人事关系 has left the schools since: what waits and is asked now is the next school's. */
  readonly left?: boolean
}

/** What is open of someone whose figures are at hand; the dossier holds hours, pauses and review lines. */
export function missingOf(of: MissingOf, figures: FrozenPerson, dossier: Dossier): MissingPerson {
  const [person, name, at, why, state, recognised] = figures
  const window = { id: null, ...of.window }
  const mine = rowsOf(dossier, 'hours')
    .map(entryOf)
    .filter((e) => e !== null)
    .filter((e) => inWindow(window, e.training.last))
  const entries = of.left === true ? [] : mine
  const asked = entries.filter((e) => e.openRequest !== null)
  const line = linesOf(dossier).find((l) => l.review === of.review) ?? null
  const paused = pausesOf(dossier).some((p) => p.from === null || (p.from <= of.window.last && (p.to === null || p.to >= of.window.first)))
  return {
    person,
    name,
    school: of.schools[at] ?? (of.schools[0] as SchoolId),
    paused,
    nothing:
      why === '' && !paused && !(of.left === true ? recognised > 0 : mine.some((e) => e.state === 'recognised' || isPending(e.state))),
    pending: entries.filter((e) => e.state === 'pending-school').length,
    atDistrict: entries.filter((e) => e.state === 'pending-district').length,
    returned: entries.filter((e) => isReturned(e.state)).length,
    requests: asked.filter((e) => e.openRequest?.appeals === undefined).length,
    appeals: asked.filter((e) => e.openRequest?.appeals !== undefined).length,
    unverified: why === '' && state === 'unverified',
    objection: line?.state === 'objected' ? (line.objection ?? '') : null,
    unchecked: line?.state === 'unchecked',
    agreed: line?.state === 'agreed',
  }
}

/** 申请更正 of the year and an objection to the line, without an answer. */
export function openDisputes(window: MissingOf['window'], review: RowId, dossier: Dossier): number {
  const asked = rowsOf(dossier, 'hours').filter((row) => {
    const entry = entryOf(row)
    return entry !== null && entry.openRequest !== null && inWindow({ id: null, ...window }, entry.training.last)
  }).length
  return asked + linesOf(dossier).filter((l) => l.review === review && l.state === 'objected').length
}

/** Somebody has to do something; who only has not looked yet, or is away, is not missing. */
export const isMissing = (p: MissingPerson): boolean =>
  p.nothing ||
  p.pending > 0 ||
  p.atDistrict > 0 ||
  p.returned > 0 ||
  p.requests > 0 ||
  p.appeals > 0 ||
  p.unverified ||
  p.objection !== null

const weight = (p: MissingPerson): number =>
  p.objection !== null || p.requests + p.appeals > 0 ? 0 : p.pending > 0 ? 1 : p.returned > 0 ? 2 : p.nothing ? 3 : p.unverified ? 4 : 5

/** Disputes first, then what waits for the school, for the teacher, for nobody yet. */
export const inNeed = (a: MissingPerson, b: MissingPerson): number => weight(a) - weight(b) || (a.person < b.person ? -1 : 1)
