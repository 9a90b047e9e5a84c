// The stretches of days a 登记表 can cover. School years are views: where the district has not said when a year begins, the
// stand-in is used and said to be one.

import { addDays, dayOf, parseDay, yearOf, type Day } from '../../domain/day.ts'
import { personalCycles, shownOn } from '../../domain/evaluate/personal-cycle.ts'
import { yearStartOn, yearWindow, type Window } from '../../domain/evaluate/window.ts'
import type { Pause } from '../../domain/person.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { valueOn } from '../../domain/policy/value-on.ts'

export type ProofChoice = 'cycle' | 'last-cycle' | 'school-year' | 'calendar-year' | 'own'
const PROOF_CHOICES: readonly ProofChoice[] = ['cycle', 'last-cycle', 'school-year', 'calendar-year', 'own']

export interface OwnDays {
  readonly from: string
  readonly to: string
}

/** Null where there is no such window, or the own days are not in order. */
export function proofWindow(choice: ProofChoice, policy: Policy, pauses: readonly Pause[], today: Day, own: OwnDays): Window | null {
  const cycles = personalCycles(policy, pauses)
  const cycle = shownOn(cycles, today)
  switch (choice) {
    case 'cycle':
      return cycle
    case 'last-cycle':
      return cycle === null ? null : (cycles.filter((one) => one.last < cycle.first).pop() ?? null)
    case 'school-year':
      return yearWindow(yearStartOn(policy, today), today)
    case 'calendar-year':
      return calendarYear(today)
    case 'own': {
      const first = parseDay(own.from)
      const last = parseDay(own.to)
      return first === null || last === null || last < first ? null : { id: null, first, last }
    }
  }
}

function calendarYear(today: Day): Window | null {
  const first = dayOf(yearOf(today), 1, 1)
  const last = dayOf(yearOf(today), 12, 31)
  return first === null || last === null ? null : { id: null, first, last }
}

/** The choices there is a window for; own days always. */
export const choicesFor = (policy: Policy, pauses: readonly Pause[], today: Day): ProofChoice[] =>
  PROOF_CHOICES.filter((choice) => choice === 'own' || proofWindow(choice, policy, pauses, today, { from: '', to: '' }) !== null)

/** Month and day used for a school year while the district has not said; null once it has. */
export const openYearStart = (policy: Policy, today: Day): string | null =>
  valueOn(policy.settings.yearStart, today) === null ? yearStartOn(policy, today) : null

/** Own days to begin with: the year until today. */
export const someDays = (today: Day): OwnDays => ({ from: addDays(today, -364), to: today })
