// Flags (提醒): what a person filling in or reviewing should look at. Computed, never stored, never a refusal; a flag
// says that something is worth a look, not that it is wrong. Each has a code and the data its words need.

import { dayNumber, daysThrough, type Day } from '../day.ts'
import { rowAt } from '../document.ts'
import type { Dossier, Level, Training } from '../dossier.ts'
import { entryOf, type Entry } from '../entry.ts'
import { openingsOf } from '../history/history.ts'
import { arrivedLater, madeOn, missedDeadline } from '../history/late.ts'
import { addHours, parseHours, type Tenths } from '../hours.ts'
import type { RowId } from '../ids.ts'
import { outsideEmployment, pausesOf, postsOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { viewValue } from '../policy/value-on.ts'
import { entriesOf } from './item.ts'
import { personalCycles } from './personal-cycle.ts'
import { preview } from './preview.ts'
import { inWindow, yearStartOn, yearWindow } from './window.ts'

interface Other {
  readonly row: RowId
  readonly title: string
  readonly first: Day
  readonly last: Day
  readonly hours: Tenths
}

export type Flag =
  | { readonly code: 'likely-duplicate'; readonly others: readonly Other[] }
  | { readonly code: 'overlapping-days'; readonly others: readonly Other[] }
  /** `hours` on these days, others of the same days included where `others` is not empty. */
  | { readonly code: 'more-than-the-day'; readonly hours: Tenths; readonly most: Tenths; readonly others: readonly Other[] }
  | { readonly code: 'future-day'; readonly last: Day }
  | { readonly code: 'outside-employment'; readonly last: Day }
  | { readonly code: 'outside-cycle'; readonly last: Day }
  | { readonly code: 'over-cap'; readonly rules: readonly string[]; readonly hours: Tenths; readonly countable: Tenths }
  /** 补登: recorded after its cycle, or its year, was over. */
  | { readonly code: 'late'; readonly after: 'cycle' | 'year'; readonly ended: Day }
  /** 该年已按期初计入: a standing opening balance covers its last day. */
  | {
      readonly code: 'history-covered'
      readonly openings: readonly {
        readonly row: RowId
        readonly year: number | null
        readonly level: Level
        readonly hours: Tenths | null
        readonly words: string
      }[]
    }
  /** Handed in after the district's 补登截止: taken, and passed on to the district. */
  | { readonly code: 'after-deadline'; readonly deadline: Day }
  /** Made on the phone before its year (or the deadline) was over, received after it: it counts as made in time. */
  | { readonly code: 'arrived-later'; readonly made: Day; readonly received: Day }
export type FlagCode = Flag['code']

export interface FlagsAsked {
  readonly dossier: Dossier
  readonly training: Training
  readonly policy: Policy
  /** The day of recording: today while filling in, the first fact's day while reviewing. */
  readonly today: Day
  /** The row the training belongs to, so that it is not compared with itself. */
  readonly exceptRow?: RowId | null
}

export function flagsFor(asked: FlagsAsked): Flag[] {
  const { dossier, training, policy, today } = asked
  const except = asked.exceptRow ?? null
  const alive = entriesOf(dossier).filter((e) => e.id !== except && e.state !== 'withdrawn' && e.state !== 'reversed')
  const out: Flag[] = []
  const duplicates = alive.filter((e) => likelySame(e.training, training))
  if (duplicates.length > 0) out.push({ code: 'likely-duplicate', others: duplicates.map(other) })
  const present = alive.filter((e) => !duplicates.includes(e) && needsPresence(e.training) && needsPresence(training))
  const overlapping = present.filter((e) => overlap(e.training, training) && !fitOneDay(policy, e, training))
  if (overlapping.length > 0) out.push({ code: 'overlapping-days', others: overlapping.map(other) })
  const full = moreThanTheDay(
    policy,
    training,
    alive.filter((e) => !duplicates.includes(e)),
  )
  if (full !== null) out.push(full)
  if (training.last > today) out.push({ code: 'future-day', last: training.last })
  if (outsideEmployment(postsOf(dossier), training.last)) out.push({ code: 'outside-employment', last: training.last })
  const expected = preview(policy, dossier, training, except)
  if (expected.cycle === null) out.push({ code: 'outside-cycle', last: training.last })
  const caps = expected.steps.filter((s) => s.type === 'cap').map((s) => s.rule)
  if (caps.length > 0) out.push({ code: 'over-cap', rules: caps, hours: training.hours, countable: expected.countable })
  const covered = coveredFlag(dossier, training)
  if (covered !== null) out.push(covered)
  out.push(...lateFlags(policy, dossier, training.last, today))
  return out
}

/** The flags of an entry that is there already, as a reviewer sees them: late is measured at its first recording. */
export function flagsOfEntry(policy: Policy, dossier: Dossier, row: RowId, today: Day): Flag[] {
  const found = rowAt(dossier, row)
  const entry = found?.kind === 'hours' ? entryOf(found) : null
  if (entry === null) return []
  const ask = { dossier, training: entry.training, policy, exceptRow: row }
  const first = entry.facts[0]
  const now = flagsFor({ ...ask, today }).filter((f) => f.code !== 'late' && f.code !== 'after-deadline')
  if (first === undefined) return now
  const made = lateFlags(policy, dossier, entry.training.last, madeOn(first, entry.training))
  const arrived = arrivedLater(first, entry.training)
  const received = arrived === null ? [] : lateFlags(policy, dossier, entry.training.last, arrived.received)
  const differs = arrived !== null && received.length > made.length
  return [...now, ...made, ...(differs ? [{ code: 'arrived-later' as const, ...arrived }] : [])]
}

/** Whether a record that somebody handed in is 补登, whether or not a reason was written; a roster's is its school's act, not late. */
export function isLate(policy: Policy, dossier: Dossier, entry: Entry): boolean {
  const first = entry.facts[0]
  return (
    entry.origin !== 'granted' &&
    first !== undefined &&
    lateFlag(policy, dossier, entry.training.last, madeOn(first, entry.training)) !== null
  )
}

const other = (e: Entry): Other => ({
  row: e.id,
  title: e.training.title,
  first: e.training.first,
  last: e.training.last,
  hours: e.recognised ?? e.claimed,
})

const overlap = (a: Training, b: Training): boolean => a.first <= b.last && b.first <= a.last

/** Titles as people retype them: spaces, brackets, hyphens, dots and full-width forms do not tell them apart. */
export const plain = (title: string): string => title.toLowerCase().replace(/[\s·•・\-—–_()（）《》“”"'‘’、，,。.:：]/g, '')

const NEAR = 3

function likelySame(a: Training, b: Training): boolean {
  if (a.activity !== null && a.activity === b.activity) return true
  const near = overlap(a, b) || Math.abs(dayNumber(a.last) - dayNumber(b.last)) <= NEAR
  if (near && plain(a.title) !== '' && plain(a.title) === plain(b.title)) return true
  return a.first === b.first && a.last === b.last && a.hours === b.hours && a.level === b.level && plain(a.organiser) === plain(b.organiser)
}

/** A morning and an afternoon: both on one and the same day, and together no more than a day holds. */
function fitOneDay(policy: Policy, e: Entry, t: Training): boolean {
  const alone = t.first === t.last && e.training.first === e.training.last
  const limit = dayLimit(policy, t.last)
  return alone && limit !== null && addHours(t.hours, e.recognised ?? e.claimed) <= limit
}

function dayLimit(policy: Policy, on: Day): Tenths | null {
  const perDay = viewValue(policy.settings.dayHours, on)
  return perDay === null ? null : parseHours(perDay)
}

/** Online study runs beside everything else; the rest asks for the person. */
const needsPresence = (t: Training): boolean => t.mode !== 'online'

function moreThanTheDay(policy: Policy, t: Training, alive: readonly Entry[]): Flag | null {
  const limit = dayLimit(policy, t.last)
  if (limit === null) return null
  const most = (limit * daysThrough(t.first, t.last)) as Tenths
  if (t.hours > most) return { code: 'more-than-the-day', hours: t.hours, most, others: [] }
  const sameDays = alive.filter((e) => e.training.first >= t.first && e.training.last <= t.last)
  const hours = sameDays.reduce((sum, e) => addHours(sum, e.recognised ?? e.claimed), t.hours)
  return sameDays.length > 0 && hours > most ? { code: 'more-than-the-day', hours, most, others: sameDays.map(other) } : null
}

/** The balances that already hold the training's year: of its own level first. */
function coveredFlag(dossier: Dossier, training: Training): Flag | null {
  const covering = openingsOf(dossier).filter((o) => o.first <= training.last && training.last <= o.last)
  if (covering.length === 0) return null
  const alike = covering.filter((o) => o.level === training.level)
  return {
    code: 'history-covered',
    openings: (alike.length > 0 ? alike : covering).map(({ id, year, level, hours, words }) => ({ row: id, year, level, hours, words })),
  }
}

function lateFlags(policy: Policy, dossier: Dossier, last: Day, made: Day): Flag[] {
  const late = lateFlag(policy, dossier, last, made)
  const deadline = missedDeadline(policy, last, made)
  return [...(late === null ? [] : [late]), ...(deadline === null ? [] : [{ code: 'after-deadline' as const, deadline }])]
}

function lateFlag(policy: Policy, dossier: Dossier, last: Day, recorded: Day): Flag | null {
  if (last >= recorded) return null
  const cycle = personalCycles(policy, pausesOf(dossier)).find((c) => inWindow(c, last))
  if (cycle !== undefined && cycle.last < recorded) return { code: 'late', after: 'cycle', ended: cycle.last }
  const year = yearWindow(yearStartOn(policy, last), last)
  return year.last < recorded ? { code: 'late', after: 'year', ended: year.last } : null
}
