// What an hours row amounts to: its facts folded, in the order they were appended, into one state.
// `claimed` by the teacher, `recognised` by the officer, `counted` by evaluation are three numbers; the last is not here.

import type { Evidence, HoursFact, HoursRow, Step, Training } from './dossier.ts'
import type { CreditTenths, Tenths } from './hours.ts'
import type { OpId, RowId } from './ids.ts'

/** 待学校审 · 学校退回 · 待区认定 · 区退回 · 已认定 · 已撤回 · 已冲销 (草稿 and 只在本机 are the phone's own) */
export type EntryState =
  'pending-school' | 'returned-school' | 'pending-district' | 'returned-district' | 'recognised' | 'withdrawn' | 'reversed'

export type DecisionFact = Extract<HoursFact, { what: 'passed' | 'accepted' | 'returned' }>
export type OriginalSeen = Extract<HoursFact, { what: 'originals-seen' | 'recorded' }>
export type CorrectionRequest = Extract<HoursFact, { what: 'correction-requested' }>

export interface Entry {
  readonly id: RowId
  readonly training: Training
  readonly state: EntryState
  /** How it came in: by roster (granted), by the teacher (claimed), from paper by an officer (recorded, 代录). */
  readonly origin: 'granted' | 'claimed' | 'recorded'
  readonly evidence: readonly Evidence[]
  readonly lateReason: string | null
  readonly claimed: Tenths
  readonly recognised: Tenths | null
  readonly recognisedCredits: CreditTenths | null
  /** The decision in force, the one that revoke-decision would take back. */
  readonly decision: DecisionFact | null
  /** 申请更正 not yet answered. */
  readonly openRequest: CorrectionRequest | null
  /** 已验原件, since the entry says what it says; a record from paper was seen when it was made. */
  readonly original: OriginalSeen | null
  readonly facts: readonly HoursFact[]
}

interface Fold {
  training: Training | null
  origin: Entry['origin']
  state: EntryState
  evidence: readonly Evidence[]
  lateReason: string | null
  recognised: Tenths | null
  credits: CreditTenths | null
  decision: DecisionFact | null
  request: CorrectionRequest | null
}

const start = (): Fold => ({
  training: null,
  origin: 'claimed',
  state: 'pending-school',
  evidence: [],
  lateReason: null,
  recognised: null,
  credits: null,
  decision: null,
  request: null,
})

const RETURNED: Record<Step, EntryState> = { school: 'returned-school', district: 'returned-district' }

function trainingOf(f: Training): Training {
  const { title, organiser, level, mode, tags, activity, project, first, last, hours, credits, attendance, result } = f
  const training = { title, organiser, level, mode, tags, activity, project, first, last, hours, credits, attendance, result }
  return f.certifiedOn === undefined ? training : { ...training, certifiedOn: f.certifiedOn }
}

function step(s: Fold, f: StandingFact): void {
  switch (f.what) {
    case 'granted':
      s.training = trainingOf(f)
      s.origin = 'granted'
      s.state = 'recognised'
      s.recognised = f.hours
      s.credits = f.credits
      return
    case 'claimed':
    case 'recorded':
    case 'amended':
      s.training = trainingOf(f)
      s.evidence = f.evidence
      s.lateReason = f.lateReason
      if (f.what !== 'amended') s.origin = f.what
      s.state = 'pending-school'
      s.decision = null
      s.recognised = null
      s.credits = null
      return
    case 'passed':
      s.state = 'pending-district'
      s.decision = f
      return
    case 'accepted':
      s.state = 'recognised'
      s.decision = f
      s.recognised = f.hours
      s.credits = f.credits ?? s.training?.credits ?? null
      return
    case 'returned':
      s.state = RETURNED[f.step]
      s.decision = f
      s.recognised = null
      s.credits = null
      return
    case 'withdrawn':
      s.state = 'withdrawn'
      s.decision = null
      s.recognised = null
      s.credits = null
      return
    case 'reversed':
      s.state = 'reversed'
      s.decision = null
      s.recognised = null
      s.credits = null
      s.request = null
      return
    case 'correction-requested':
      s.request = f
      return
    case 'correction-answered':
      s.request = null
      if (f.hours === null) return
      // Hours given again to a reversed entry recognise it again, with the credits it carried.
      if (s.state === 'reversed') s.credits = s.training?.credits ?? null
      s.state = 'recognised'
      s.recognised = f.hours
      return
    case 'revoked':
    case 'originals-seen':
      return
  }
}

/** Facts that can make the entry what it is; a proposal never does (proposals.ts). */
export type StandingFact = Exclude<HoursFact, { what: 'proposed' }>

/** The facts that stand: a revoked decision and its revocation are taken out, as if they had not been; so are proposals. */
export function standing(facts: readonly HoursFact[]): readonly StandingFact[] {
  if (facts.every(isPlain)) return facts
  const revoked = new Set<OpId>()
  for (const f of facts) if (f.what === 'revoked') revoked.add(f.decision)
  return facts.filter((f): f is StandingFact => f.what !== 'revoked' && !isSilent(f) && !(revoked.has(f.op) && isDecision(f)))
}

/** Said about the entry, and decides nothing. */
const isSilent = (f: HoursFact): f is Extract<HoursFact, { what: 'proposed' | 'originals-seen' }> =>
  f.what === 'proposed' || f.what === 'originals-seen'
const isPlain = (f: HoursFact): f is StandingFact => f.what !== 'revoked' && !isSilent(f)

export const isDecision = (f: HoursFact): f is DecisionFact => f.what === 'passed' || f.what === 'accepted' || f.what === 'returned'

/** The entry a row amounts to; null for a row that never said what was attended (damaged data). */
export function entryOf(row: HoursRow): Entry | null {
  const s = start()
  for (const f of standing(row.facts)) step(s, f)
  if (s.training === null) return null
  return {
    id: row.id,
    training: s.training,
    state: s.state,
    origin: s.origin,
    evidence: s.evidence,
    lateReason: s.lateReason,
    claimed: s.training.hours,
    recognised: s.recognised,
    recognisedCredits: s.credits,
    decision: s.decision,
    openRequest: s.request,
    original: originalOf(row.facts),
    facts: row.facts,
  }
}

/** What was seen before the claim was amended was another claim. */
function originalOf(facts: readonly HoursFact[]): OriginalSeen | null {
  for (let i = facts.length - 1; i >= 0; i--) {
    const f = facts[i]
    if (f === undefined || f.what === 'amended') return null
    if (f.what === 'originals-seen' || f.what === 'recorded') return f
  }
  return null
}

export const isPending = (state: EntryState): boolean => state === 'pending-school' || state === 'pending-district'
export const isReturned = (state: EntryState): boolean => state === 'returned-school' || state === 'returned-district'

/**
 * What a decision is made about: exactly these fields are hashed into `base`, on phone and server alike.
 * Evidence that arrives later and an open request make nothing stale.
 */
export function decidedFields(entry: Entry): unknown {
  const { title, organiser, level, mode, activity, project, first, last, hours, credits, attendance, result } = entry.training
  const fields = [
    entry.state,
    title,
    organiser,
    level,
    mode,
    activity,
    project,
    first,
    last,
    hours,
    credits,
    attendance,
    result,
    entry.recognised,
    entry.recognisedCredits,
  ]
  return entry.training.certifiedOn === undefined ? fields : [...fields, entry.training.certifiedOn]
}
