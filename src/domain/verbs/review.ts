// Who may look again at what was recognised: whoever recognised it, that is the school for what the school recognised or
// granted, and the district for everything. Never the person themselves.

import type { Capacity } from '../document.ts'
import { standing, type Entry } from '../entry.ts'

/** The capacity of the latest fact that settled the entry's hours; null where none has. */
export function settledBy(entry: Entry): Capacity | null {
  let by = null as Capacity | null
  for (const f of standing(entry.facts)) {
    if (f.what === 'granted' || f.what === 'accepted' || f.what === 'reversed' || (f.what === 'correction-answered' && f.hours !== null)) by = f.byRole
  }
  return by
}

export function mayReview(entry: Entry, capacity: Capacity): boolean {
  if (capacity === 'district-officer') return true
  const by = settledBy(entry)
  return (capacity === 'officer' || capacity === 'principal') && (by === 'officer' || by === 'principal')
}
