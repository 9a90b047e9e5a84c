// Small readings of a group for the district's desk. Pure.

import type { Flag } from '../../domain/evaluate/flags.ts'
import { formatTenths } from '../../domain/hours.ts'
import { mismatchOf, type ReviewGroup, type Submission } from '../../domain/review.ts'
import { needsLook, proposesOtherwise } from '../school/use-review.ts'

/** What the school passed on, where it did; else what was claimed. As printed. */
export function hoursMeant({ entry }: Submission): string {
  const { decision } = entry
  return formatTenths(decision !== null && decision.what === 'passed' ? decision.hours : entry.claimed)
}

/** How many claim how much: '4' → 12 people, most people first. */
export function hoursIn(claims: readonly Submission[]): { readonly hours: string; readonly people: number }[] {
  const counts = new Map<string, number>()
  for (const claim of claims) counts.set(hoursMeant(claim), (counts.get(hoursMeant(claim)) ?? 0) + 1)
  return [...counts].map(([hours, people]) => ({ hours, people })).sort((a, b) => b.people - a.people || Number(a.hours) - Number(b.hours))
}

export const schoolsIn = (claims: readonly Submission[]): number => new Set(claims.map((c) => c.school)).size

/** Those that can be recognised together, and those that want a look of their own. */
export function parted(group: ReviewGroup, flags: (s: Submission) => readonly Flag[]): { clear: Submission[]; look: Submission[] } {
  const clear: Submission[] = []
  const look: Submission[] = []
  for (const claim of group.claims)
    (proposesOtherwise(claim) || needsLook(flags(claim), mismatchOf(claim.entry.training, group.activity)) ? look : clear).push(claim)
  return { clear, look }
}
