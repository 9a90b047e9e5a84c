// A snapshot beside what the documents say: whether they say the same of the minute it was handed in (the server never takes the
// phone's word), and what came after it (之后补登). A snapshot made under other rules cannot be compared, and says so.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { entryOf, type Entry } from '../entry.ts'
import { inWindow } from '../evaluate/window.ts'
import { rowsOf, type FactBase } from '../document.ts'
import { allOpenings, type Opening } from '../history/history.ts'
import { personOf } from '../person.ts'
import type { Tenths } from '../hours.ts'
import type { PersonId, RowId } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import { frozenPerson, type FiguresOf } from './figures.ts'
import { knownUntil } from './known-until.ts'
import type { Review } from './review-of.ts'
import type { FrozenPerson, Snapshot } from './review-row.ts'

export type Difference =
  | { readonly person: PersonId; readonly name: string; readonly is: 'other-figures'; readonly handedIn: Tenths; readonly atServer: Tenths }
  /** Handed in, and on no roll of the school that day. */
  | { readonly person: PersonId; readonly name: string; readonly is: 'not-on-roll' }
  /** On the roll that day, and not handed in. */
  | { readonly person: PersonId; readonly name: string; readonly is: 'left-out' }
  /** Handed in, and no dossier is known: erased since, or never there. */
  | { readonly person: PersonId; readonly name: string; readonly is: 'unknown-person' }

export const comparable = (snapshot: Snapshot, policy: Policy): boolean => snapshot.policy === policy.version

const wanted = (policy: Policy, review: Pick<Review, 'first' | 'last'>, snapshot: Snapshot): FiguresOf => ({
  policy,
  window: { first: review.first, last: review.last },
  asOf: snapshot.asOf,
  schools: snapshot.schools,
})

// The name is not compared: a name put right later changes no figure.
const sameFigures = (a: FrozenPerson, b: FrozenPerson): boolean =>
  JSON.stringify([a[0], ...a.slice(2)]) === JSON.stringify([b[0], ...b.slice(2)])

/** How one dossier differs from its line of the snapshot (null: it has none); null where they say the same. */
export function differenceOf(
  policy: Policy,
  review: Pick<Review, 'first' | 'last'>,
  snapshot: Snapshot,
  line: FrozenPerson | null,
  dossier: Dossier,
): Difference | null {
  const of = wanted(policy, review, snapshot)
  const found = [false, true].map((before) => frozenPerson(of, knownUntil(dossier, snapshot, before)))
  if (line === null) {
    const missed = found.every((f) => f !== null) ? found[0] : null
    return missed == null ? null : { person: missed[0], name: missed[1], is: 'left-out' }
  }
  if (found.some((f) => f !== null && sameFigures(f, line))) return null
  const now = found.find((f) => f !== null)
  if (now == null) return { person: line[0], name: line[1], is: 'not-on-roll' }
  return { person: line[0], name: line[1], is: 'other-figures', handedIn: line[5] as Tenths, atServer: now[5] as Tenths }
}

/** One entry or opening balance of the year that the snapshot did not hold as it stands now. */
export interface LaterEntry {
  readonly row: RowId
  readonly person: PersonId
  readonly name: string
  /** Exactly one of the two. */
  readonly entry: Entry | null
  readonly opening: Opening | null
  /** The day of what was said or decided last. */
  readonly on: Day
  /**
   * Tenths recognised now beyond what was recognised in the snapshot; negative where some were taken away.
   * Null for a balance that reaches over an end of the year: nobody can say how much of it lies inside.
   */
  readonly recognised: Tenths | null
}

const recognisedOf = (entry: Entry | null): number => (entry?.state === 'recognised' ? (entry.recognised ?? 0) : 0)
const lastOn = (facts: readonly FactBase[], else_: Day): Day => facts[facts.length - 1]?.recordedOn ?? else_

/** 之后补登: what was recognised, corrected, reversed or brought along for the year after the snapshot. */
export function laterEntries(review: Pick<Review, 'first' | 'last'>, snapshot: Snapshot, dossier: Dossier): LaterEntry[] {
  const then = knownUntil(dossier, snapshot)
  if (then === dossier) return []
  const who = { person: dossier.subject.id as PersonId, name: personOf(dossier)?.name ?? '' }
  const window = { id: null, first: review.first, last: review.last }
  const was = new Map(rowsOf(then, 'hours').map((row) => [row.id, row]))
  const now = new Map(rowsOf(dossier, 'hours').map((row) => [row.id, row]))
  const out: LaterEntry[] = []
  for (const id of new Set([...was.keys(), ...now.keys()])) {
    const [before, after] = [was.get(id), now.get(id)]
    if (before === after) continue
    const [old, entry] = [before === undefined ? null : entryOf(before), after === undefined ? null : entryOf(after)]
    const either = entry ?? old
    if (either === null || !inWindow(window, either.training.last)) continue
    const more = recognisedOf(entry) - recognisedOf(old)
    if (more !== 0)
      out.push({ row: id, ...who, entry: either, opening: null, on: lastOn(either.facts, snapshot.recordedOn), recognised: more as Tenths })
  }
  return [
    ...out,
    ...laterOpenings(review, then, dossier).map(({ opening, recognised }) => ({
      row: opening.id,
      ...who,
      entry: null,
      opening,
      on: lastOn(opening.facts, snapshot.recordedOn),
      recognised,
    })),
  ]
}

const amountOf = (o: Opening | undefined): readonly [number, number] =>
  o === undefined || o.reversed !== null ? [0, 0] : [o.hours ?? 0, o.credits ?? 0]

/** 期初学时 of which some may lie in the year, brought along or changed since. */
function laterOpenings(
  review: Pick<Review, 'first' | 'last'>,
  then: Dossier,
  now: Dossier,
): { readonly opening: Opening; readonly recognised: Tenths | null }[] {
  const before = new Map(allOpenings(then).map((o) => [o.id, o]))
  return allOpenings(now).flatMap((opening) => {
    if (opening.first > review.last || opening.last < review.first) return []
    const [was, is] = [amountOf(before.get(opening.id)), amountOf(opening)]
    if (was[0] === is[0] && was[1] === is[1]) return []
    const inside = opening.first >= review.first && opening.last <= review.last
    return [{ opening, recognised: inside ? ((is[0] - was[0]) as Tenths) : null }]
  })
}

/** What came later, summed: `unsure` of them say hours of which nobody knows how many belong to the year. */
export interface LaterSum {
  entries: number
  recognised: number
  openings: number
  unsure: number
}

export const nothingLater = (): LaterSum => ({ entries: 0, recognised: 0, openings: 0, unsure: 0 })

export function addLater(to: LaterSum, list: readonly LaterEntry[]): LaterSum {
  for (const one of list) {
    to.entries += 1
    to.recognised += one.recognised ?? 0
    if (one.opening !== null) to.openings += 1
    if (one.recognised === null) to.unsure += 1
  }
  return to
}
