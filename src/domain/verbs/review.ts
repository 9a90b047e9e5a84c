// Who may look again at what was recognised: whoever recognised it, that is the school for what the school recognised or
// granted, and the district for everything. Never the person themselves.

import type { Capacity } from '../document.ts'
import type { HoursFact } from '../dossier.ts'
import { standing, type Entry } from '../entry.ts'

/** The capacity of the latest fact that settled the entry's hours; null where none has. */
export function settledBy(entry: Entry): Capacity | null {
  let by = null as Capacity | null
  for (const f of standing(entry.facts)) {
    if (f.what === 'granted' || f.what === 'accepted' || f.what === 'reversed' || (f.what === 'correction-answered' && f.hours !== null))
      by = f.byRole
  }
  return by
}

export function mayReview(entry: Entry, capacity: Capacity): boolean {
  if (capacity === 'district-officer') return true
  // Asked of the district: the school has answered.
  if (entry.openRequest?.appeals !== undefined) return false
  const by = settledBy(entry)
  return (capacity === 'officer' || capacity === 'principal') && (by === 'officer' || by === 'principal')
}

export type CorrectionAnswer = Extract<HoursFact, { what: 'correction-answered' }>

/** The school's answer that a teacher may still ask the district about: the last word on the entry, and not yet asked about. */
export function appealable(entry: Entry): CorrectionAnswer | null {
  if (entry.openRequest !== null) return null
  const facts = standing(entry.facts)
  const last = facts[facts.length - 1]
  return last?.what === 'correction-answered' && last.byRole !== 'district-officer' ? last : null
}

/** The district's answer where it is the last word: school and district have both answered. */
export function closedBy(entry: Entry): CorrectionAnswer | null {
  const facts = standing(entry.facts)
  const last = facts[facts.length - 1]
  if (last?.what !== 'correction-answered') return null
  return facts.some((f) => f.what === 'correction-requested' && f.op === last.request && f.appeals !== undefined) ? last : null
}
