// A snapshot beside what the documents say: whether they say the same of the minute it was handed in (the server never takes the
// phone's word), and what came after it (之后补登). A snapshot made under other rules cannot be compared, and says so.

import type { Dossier } from '../dossier.ts'
import { entryOf, type Entry } from '../entry.ts'
import { inWindow } from '../evaluate/window.ts'
import { rowsOf } from '../document.ts'
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

const wanted = (policy: Policy, review: Pick<Review, 'first' | 'last'>, snapshot: Snapshot): FiguresOf =>
  ({ policy, window: { first: review.first, last: review.last }, asOf: snapshot.asOf, schools: snapshot.schools })

// The name is not compared: a name put right later changes no figure.
const sameFigures = (a: FrozenPerson, b: FrozenPerson): boolean => JSON.stringify([a[0], ...a.slice(2)]) === JSON.stringify([b[0], ...b.slice(2)])

/** How one dossier differs from its line of the snapshot (null: it has none); null where they say the same. */
export function differenceOf(policy: Policy, review: Pick<Review, 'first' | 'last'>, snapshot: Snapshot, line: FrozenPerson | null, dossier: Dossier): Difference | null {
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

/** One entry of the year that the snapshot did not hold as it stands now. */
export interface LaterEntry {
  readonly row: RowId
  readonly entry: Entry
  /** Tenths recognised now beyond what was recognised in the snapshot; negative where some were taken away. */
  readonly recognised: Tenths
}

const recognisedOf = (entry: Entry | null): number => (entry?.state === 'recognised' ? (entry.recognised ?? 0) : 0)

/** 之后补登: what was recognised, corrected or reversed for the year after the snapshot. */
export function laterEntries(review: Pick<Review, 'first' | 'last'>, snapshot: Snapshot, dossier: Dossier): LaterEntry[] {
  const then = knownUntil(dossier, snapshot)
  if (then === dossier) return []
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
    if (more !== 0) out.push({ row: id, entry: either, recognised: more as Tenths })
  }
  return out
}
