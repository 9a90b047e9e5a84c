// 办理进度 of one entry: every fact in the order it happened, by whom and when, what has not left this phone yet, and last
// who moves it next. What was decided and taken back stays in sight; nothing is made nicer than it was.

import type { Day } from '../../domain/day.ts'
import type { HoursFact } from '../../domain/dossier.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { Entry } from '../../domain/entry.ts'
import { formatTenths } from '../../domain/hours.ts'
import type { Reference } from '../../domain/reference.ts'
import type { EntryView } from '../../storage/dossier-view.ts'
import { proposalWords } from '../text/proposals.ts'
import { appealWords } from '../text/appeal.ts'
import { capacities } from '../text/policy-words.ts'
import { teacher } from '../text/teacher.ts'
import { bodyName, deskPeople, deskPlace } from './desk-words.ts'

export interface ProgressStep {
  readonly key: string
  readonly what: string
  readonly when?: string | undefined
  readonly note?: string | undefined
  readonly kind: 'done' | 'next' | 'returned'
}

const words = teacher.steps

export function entrySteps(one: EntryView, dossier: Dossier, reference: Reference, today: Day): ProgressStep[] {
  const unsent = new Set(one.pending.map((op) => op.op))
  const steps: ProgressStep[] = []
  let gone = false
  for (const fact of one.entry.facts) {
    gone = fact.what === 'reversed' || (gone && !(fact.what === 'correction-answered' && fact.hours !== null))
    const onPhone = unsent.has(fact.op)
    const own = fact.what === 'claimed' || fact.what === 'amended' || fact.what === 'withdrawn' || fact.what === 'correction-requested'
    // Own acts have two moments: when they were kept on the phone, and when the server had them.
    if (own)
      steps.push({
        key: `${fact.op}:kept`,
        what: `${whatOf(fact)}，${words.kept}`,
        when: words.when(fact.saidAt.slice(0, 10), fact.saidAt.slice(11, 16)),
        note: noteOf(fact, one.entry),
        kind: 'done',
      })
    if (onPhone) steps.push({ key: `${fact.op}:way`, what: words.toArrive, kind: 'next' })
    else if (own) steps.push({ key: fact.op, what: words.arrived, when: words.when(fact.recordedOn, fact.recordedAt), kind: 'done' })
    else
      steps.push({
        key: fact.op,
        what: gone && fact.what === 'correction-answered' ? appealWords.keptReversed(whoOf(fact)) : whatOf(fact),
        when: words.when(fact.recordedOn, fact.recordedAt),
        note: noteOf(fact, one.entry),
        kind: fact.what === 'returned' ? 'returned' : 'done',
      })
  }
  const next = one.pending.length > 0 ? null : nextOf(one, dossier, reference, today)
  if (next !== null) steps.push({ key: 'next', what: next, kind: 'next' })
  return steps
}

const whoOf = (fact: HoursFact): string => words.by(capacities[fact.byRole], fact.byName)

function whatOf(fact: HoursFact): string {
  const who = whoOf(fact)
  switch (fact.what) {
    case 'claimed':
      return words.claimed
    case 'amended':
      return words.amended
    case 'withdrawn':
      return words.withdrawn
    case 'granted':
      return words.granted(who, formatTenths(fact.hours))
    case 'recorded':
      return words.recorded(who)
    case 'passed':
      return words.passed(who)
    case 'accepted':
      return words.accepted(who, formatTenths(fact.hours))
    case 'returned':
      return words.returned(who)
    case 'revoked':
      return words.revoked(who)
    case 'correction-requested':
      return fact.appeals === undefined ? words.requested : appealWords.ask
    case 'correction-answered':
      return fact.hours === null ? words.answeredKept(who) : words.answeredHours(who, formatTenths(fact.hours))
    case 'reversed':
      return words.reversed(who)
    case 'originals-seen':
      return words.originalsSeen(who)
    case 'proposed':
      return words.proposed(who, proposalWords(fact.proposal))
  }
}

/** What stood on the list beside the name (合格, 缺席) is said where the hours were given by it: 0 hours never stand there without why. */
function noteOf(fact: HoursFact, { training }: Entry): string | undefined {
  switch (fact.what) {
    case 'returned':
    case 'reversed':
    case 'correction-requested':
    case 'correction-answered':
      return words.reason(fact.reason)
    case 'passed':
    case 'accepted':
    case 'originals-seen':
      return fact.note === '' ? undefined : words.note(fact.note)
    case 'claimed':
    case 'amended':
    case 'recorded':
      return fact.lateReason === null ? undefined : words.note(fact.lateReason)
    case 'proposed':
      return fact.proposal.act === 'accept' ? undefined : words.reason(fact.proposal.reason)
    case 'granted':
      return training.result === null ? undefined : words.onTheList(training.result)
    case 'withdrawn':
    case 'revoked':
      return undefined
  }
}

function nextOf({ entry }: EntryView, dossier: Dossier, reference: Reference, today: Day): string | null {
  if (entry.openRequest !== null) return entry.openRequest.appeals === undefined ? words.waitAnswer : appealWords.open
  switch (entry.state) {
    case 'pending-school':
      return deskPlace(dossier, reference, today) === bodyName(reference)
        ? words.waitDistrict(bodyName(reference))
        : words.waitDesk(deskPlace(dossier, reference, today), deskPeople(dossier, reference, today))
    case 'pending-district':
      return words.waitDistrict(bodyName(reference))
    case 'returned-school':
    case 'returned-district':
      return words.waitSelf
    case 'recognised':
    case 'withdrawn':
    case 'reversed':
      return null
  }
}
