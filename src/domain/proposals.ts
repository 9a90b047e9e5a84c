// 前任的建议: what someone decided who held the right when they said it and had lost it when it arrived. It changes nothing; whoever holds
// the right now sees it beside what waits, and decides. A proposal is open until anything else happens to the entry.

import type { HoursFact } from './dossier.ts'
import { standing } from './entry.ts'
import type { OpId, PersonId } from './ids.ts'

export type ProposedFact = Extract<HoursFact, { what: 'proposed' }>

/** Those nothing followed but other proposals (and decisions taken back since); of each person the latest. */
export function openProposals(facts: readonly HoursFact[]): ProposedFact[] {
  const stands = new Set<HoursFact>(standing(facts))
  const latest = new Map<PersonId, ProposedFact>()
  for (let i = facts.length - 1; i >= 0; i--) {
    const fact = facts[i]
    if (fact === undefined || stands.has(fact)) break
    if (fact.what === 'proposed' && !latest.has(fact.by)) latest.set(fact.by, fact)
  }
  return [...latest.values()].reverse()
}

/** The proposals about a claim that waits, or about the correction asked for. */
export const isAbout = (fact: ProposedFact, request: OpId | null): boolean =>
  fact.proposal.act === 'answer' ? fact.proposal.request === request : request === null
