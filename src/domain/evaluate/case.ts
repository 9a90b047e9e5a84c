// A case (tests/policy-cases) to the engine and back: a policy, a dossier, two days → the expectation's own shape.
// It runs the whole engine as the product does; it adds no rule of its own. Numbers are strings with one place.

import { z } from 'zod/mini'
import { day } from '../day.ts'
import type { Dossier, DossierRow, HoursFact, Level, Mode, PauseFact, Training } from '../dossier.ts'
import { formatFixed, parseCredits, parseHours, type CreditTenths, type Tenths } from '../hours.ts'
import type { OpId, PersonId, RowId } from '../ids.ts'
import { evaluateCycle, type Evaluation } from './evaluate-cycle.ts'
import { casePolicy, CasePolicy } from './case-policy.ts'
import { thousandths } from './rules/attendance.ts'

const CaseFact = z.object({
  what: z.enum(['granted', 'claimed', 'accepted', 'returned', 'withdrawn', 'reversed']),
  recordedOn: z.string(),
  hours: z.nullish(z.string()),
  credits: z.nullish(z.string()),
})
const CaseEntry = z.object({
  id: z.string(),
  level: z.string(),
  mode: z.string(),
  tags: z.nullish(z.array(z.string())),
  project: z.nullish(z.string()),
  first: z.string(),
  last: z.string(),
  facts: z.array(CaseFact),
  attendance: z.nullish(z.string()),
  result: z.nullish(z.string()),
})
const CasePause = z.object({ first: z.nullable(z.string()), last: z.nullable(z.string()) })

export const Case = z.object({
  name: z.string(),
  policy: CasePolicy,
  entries: z.array(CaseEntry),
  asOf: z.string(),
  knownAt: z.nullish(z.string()),
  teacher: z.nullish(z.object({ pauses: z.nullish(z.array(CasePause)) })),
  history: z.nullish(z.object({ confirmed: z.boolean(), before: z.string() })),
  expect: z.optional(z.unknown()),
})
export type Case = z.infer<typeof Case>

export interface CaseVerdict {
  is: 'met' | 'unmet' | 'undetermined'
  has: string
  short?: string
}

/** Exactly the shape of a case's `expect`. */
export interface CaseAnswer {
  name: string
  counted: string
  recognised: string
  pending: string
  perEntry: Record<string, string>
  reasons: Record<string, string[]>
  verdicts: Record<string, CaseVerdict>
  evenPace: string
}

/** Answers one case; throws on a case that is not written as the README of the cases says. */
export function evaluateCase(input: unknown): CaseAnswer {
  const c = z.parse(Case, input)
  const asOf = day(c.asOf)
  const window = { id: 'case', first: day(c.policy.window.first), last: day(c.policy.window.last) }
  const evaluation = evaluateCycle(casePolicy(c.policy), caseDossier(c), asOf, {
    knownAt: day(c.knownAt ?? c.asOf),
    window,
    ...(c.history === undefined || c.history === null
      ? {}
      : { history: { confirmed: c.history.confirmed, before: day(c.history.before) } }),
  })
  return answer(c.name, evaluation)
}

function answer(name: string, e: Evaluation): CaseAnswer {
  const inside = e.trace.filter((t) => t.place === 'inside')
  return {
    name,
    counted: formatFixed(e.totals.counted),
    recognised: formatFixed(e.totals.recognised),
    pending: formatFixed(e.totals.pending),
    perEntry: Object.fromEntries(inside.map((t) => [t.id, formatFixed(t.counted)])),
    reasons: Object.fromEntries(inside.filter((t) => t.steps.length > 0).map((t) => [t.id, t.steps.map((s) => s.rule)])),
    verdicts: Object.fromEntries(
      e.verdicts.map((v) => {
        const has = formatFixed(v.has as Tenths)
        return [v.rule, v.is === 'met' ? { is: v.is, has } : { is: v.is, has, short: formatFixed(v.short as Tenths) }]
      }),
    ),
    evenPace: formatFixed(e.evenPace),
  }
}

function hoursOf(text: string | null | undefined, where: string): Tenths {
  const hours = parseHours(text ?? '0')
  if (hours === null) throw new RangeError(`${where}: not hours: ${text ?? ''}`)
  return hours
}

function creditsOf(text: string | null | undefined, where: string): CreditTenths | null {
  if (text === undefined || text === null) return null
  const credits = parseCredits(text)
  if (credits === null) throw new RangeError(`${where}: not credits: ${text}`)
  return credits
}

const signed = (on: string, n: number) => ({
  op: `${n}` as OpId,
  by: 'case' as PersonId,
  byName: '',
  byRole: 'admin' as const,
  recordedOn: day(on),
  recordedAt: '00:00',
  saidAt: '',
})

const ALWAYS_KNOWN = '1900-01-01'

function caseDossier(c: Case): Dossier {
  const rows = new Map<RowId, DossierRow>()
  for (const e of c.entries) rows.set(e.id as RowId, { id: e.id as RowId, kind: 'hours', facts: factsOf(e) })
  const pauses = c.teacher?.pauses ?? []
  pauses.forEach((p, n) => {
    const fact: PauseFact = {
      ...signed(ALWAYS_KNOWN, n),
      what: 'began',
      pause: 'other',
      from: p.first === null ? null : day(p.first),
      until: p.last === null ? null : day(p.last),
    }
    rows.set(`pause ${n}` as RowId, { id: `pause ${n}` as RowId, kind: 'pause', facts: [fact] })
  })
  return { subject: { kind: 'teacher', id: 'case' as PersonId }, rows }
}

function factsOf(e: z.infer<typeof CaseEntry>): HoursFact[] {
  const training = (hours: string | null | undefined, credits: string | null | undefined): Training => ({
    title: e.id,
    organiser: '',
    level: e.level as Level,
    mode: e.mode as Mode,
    tags: e.tags ?? [],
    activity: null,
    project: e.project ?? null,
    first: day(e.first),
    last: day(e.last),
    hours: hoursOf(hours, e.id),
    credits: creditsOf(credits, e.id),
    attendance: e.attendance === undefined || e.attendance === null ? null : thousandths(e.attendance),
    result: e.result ?? null,
  })
  const inTime = e.facts
    .map((f, n) => ({ f, n }))
    .sort((a, b) => (a.f.recordedOn < b.f.recordedOn ? -1 : a.f.recordedOn > b.f.recordedOn ? 1 : a.n - b.n))
  return inTime.map(({ f, n }): HoursFact => {
    const s = signed(f.recordedOn, n)
    switch (f.what) {
      case 'granted':
        return { ...s, what: 'granted', ...training(f.hours, f.credits) }
      case 'claimed':
        return { ...s, what: 'claimed', ...training(f.hours, f.credits), evidence: [], lateReason: null }
      case 'accepted':
        return { ...s, what: 'accepted', step: 'school', hours: hoursOf(f.hours, e.id), credits: creditsOf(f.credits, e.id), note: '' }
      case 'returned':
        return { ...s, what: 'returned', step: 'school', reason: '' }
      case 'withdrawn':
        return { ...s, what: 'withdrawn' }
      case 'reversed':
        return { ...s, what: 'reversed', reason: '' }
    }
  })
}
