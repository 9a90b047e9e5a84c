// What people write into forms: plausible, varied, and chosen by chance.

import type { Chance } from './random.ts'
import { claim } from '../journeys/world.ts'
import { schoolBased } from '../journeys/phones.ts'

const HOURS = ['0.5', '2', '4', '6', '8', '40']
const day = (chance: Chance): string => `2026-09-${String(1 + chance.below(19)).padStart(2, '0')}`
const hoursOf = (chance: Chance): string => chance.pick(HOURS) ?? '4'

export function training(chance: Chance): Record<string, unknown> {
  const on = day(chance)
  const [level, mode] = chance.pick([
    ['district', 'face-to-face'],
    ['school', 'school-based'],
    ['city', 'online'],
    ['nation', 'blended'],
    ['school', 'school-based'],
  ] as const) ?? ['school', 'school-based']
  return { title: `研修 ${String(chance.below(1000))}`, level, mode, first: on, last: on, hours: hoursOf(chance) }
}

export const claimPaper = (chance: Chance): Record<string, unknown> => claim(training(chance))

/** The same form, for a row that exists. */
export function amendPaper(chance: Chance, row: string): Record<string, unknown> {
  const { replaces: _replaces, ...rest } = claimPaper(chance)
  return { row, ...rest }
}

export function recordPaper(chance: Chance): Record<string, unknown> {
  const { replaces: _replaces, ...rest } = claimPaper(chance)
  return { ...rest, originalSeen: true }
}

export function activityPaper(chance: Chance): Record<string, unknown> {
  const on = day(chance)
  return schoolBased({ title: `校本研修 ${String(chance.below(1000))}`, first: on, last: on, hours: hoursOf(chance) })
}
