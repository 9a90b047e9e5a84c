// What counts as having moved in a school year, where nobody has said: every answer the district could still give, side by side.
// A verdict that all of them share is a verdict; where they part it is undetermined, and says which question decides.

import { isWithin, type Day } from '../day.ts'
import type { PersonId } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn } from '../policy/value-on.ts'
import { kindsOf } from './items.ts'
import { daysThere, type Rotation } from './rotation.ts'

export interface SchoolYear {
  readonly first: Day
  readonly last: Day
}

export type Question = 'rotationCountedKinds' | 'rotationYearCounts' | 'rotationListCounts'

export interface Counting {
  readonly ways: readonly string[]
  /** Posts at another school whose way nobody named. */
  readonly unnamed: boolean
  readonly year: 'began' | 'there'
  readonly list: 'listed-only' | 'everyone'
}

export interface Countings {
  readonly all: readonly Counting[]
  readonly open: readonly Question[]
}

function waysOf(policy: Policy, on: Day): { ways: readonly string[]; unnamed: boolean }[] {
  const said = valueOn(policy.settings.rotationCountedKinds, on)
  const kinds = kindsOf(policy)
  if (said !== null)
    return [
      { ways: said, unnamed: false },
      { ways: said, unnamed: true },
    ]
  return [
    { ways: kinds.filter((k) => k.counts === 'yes').map((k) => k.id), unnamed: false },
    { ways: kinds.map((k) => k.id), unnamed: true },
  ]
}

/** Every way of counting that the district's answers so far leave open. */
export function countingsOn(policy: Policy, on: Day): Countings {
  const { rotationCountedKinds, rotationYearCounts, rotationListCounts } = policy.settings
  const year = valueOn(rotationYearCounts, on)
  const list = valueOn(rotationListCounts, on)
  const open: Question[] = []
  if (valueOn(rotationCountedKinds, on) === null) open.push('rotationCountedKinds')
  if (year === null) open.push('rotationYearCounts')
  if (list === null) open.push('rotationListCounts')
  const all: Counting[] = []
  for (const w of waysOf(policy, on)) {
    for (const y of year === null ? (['began', 'there'] as const) : [year]) {
      for (const l of list === null ? (['listed-only', 'everyone'] as const) : [list]) all.push({ ...w, year: y, list: l })
    }
  }
  return { all, open }
}

/** One stay at a host: a rotation, or a post with nothing behind it (`way` null). */
export interface Stay extends Pick<Rotation, 'from' | 'to'> {
  readonly way: string | null
}

export interface Moved {
  readonly person: PersonId
  readonly listed: boolean
  readonly stays: readonly Stay[]
}

/** The first stay by which someone moved in the year, as far as it is over on a day; null where they did not. */
export function stayIn(one: Moved, year: SchoolYear, asOf: Day, c: Counting): Stay | null {
  if (c.list === 'listed-only' && !one.listed) return null
  return (
    one.stays.find((s) => {
      if (s.way === null ? !c.unnamed : !c.ways.includes(s.way)) return false
      if (s.from === null || s.from > asOf) return false
      return c.year === 'began' ? isWithin(s.from, year.first, year.last) : daysThere(s, year.first, year.last, asOf) !== null
    }) ?? null
  )
}
