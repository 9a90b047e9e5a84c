// People for tests: a dossier from a few words, and policies with any rules on top of 渝中's merged pack.

import { addDays, day, type Day } from '../../../src/domain/day.ts'
import type { Dossier, DossierRow, HoursFact, Identity, PauseKind, Training } from '../../../src/domain/dossier.ts'
import { parseCredits, parseHours, type Tenths } from '../../../src/domain/hours.ts'
import type { OpId, PersonId, RowId, SchoolId } from '../../../src/domain/ids.ts'
import type { Policy, Rule, Settings } from '../../../src/domain/policy/policy.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'

export const yuzhong: Policy =
  policyFor('500103') ??
  (() => {
    throw new Error('no pack')
  })()

export const rule = (r: Omit<Rule, 'title' | 'from' | 'to' | 'source' | 'mark'> & { from?: string; to?: string | null }): Rule =>
  ({ title: r.id, from: '1900-01-01', to: null, source: { document: 'test', number: null, quote: null }, mark: 'stated', ...r }) as Rule

export const withRules = (rules: readonly Rule[], policy: Policy = yuzhong): Policy => ({
  ...policy,
  version: `test ${rules.map((r) => r.id).join(' ')}`,
  rules: [...policy.rules, ...rules],
})

export const withSetting = <K extends keyof Settings>(key: K, value: Settings[K]['value'], policy: Policy = yuzhong): Policy => ({
  ...policy,
  version: `${policy.version} ${key}=${JSON.stringify(value)}`,
  settings: { ...policy.settings, [key]: { ...policy.settings[key], value, mark: value === null ? 'to-be-confirmed' : 'stated' } },
})

export const JULY = [
  { id: '2021–2026', first: '2021-07-01', last: '2026-06-30' },
  { id: '2026–2031', first: '2026-07-01', last: '2031-06-30' },
]

export const h = (text: string): Tenths =>
  parseHours(text) ??
  (() => {
    throw new Error(text)
  })()

const signed = (on: Day) => ({
  op: `op ${on}` as OpId,
  by: 'p' as PersonId,
  byName: '单国庆',
  byRole: 'officer' as const,
  recordedOn: on,
  recordedAt: '09:00',
  saidAt: `${on}T09:00`,
})

export interface Given {
  id?: string
  hours?: string
  on?: string
  first?: string
  credits?: string
  recordedOn?: string
  /** 'granted' by default; 'claimed' stays pending; 'returned', 'reversed' and 'accepted' follow a claim. */
  as?: 'granted' | 'claimed' | 'accepted' | 'returned' | 'reversed' | 'passed'
  recognised?: string
  training?: Partial<Training>
}

let made = 0

export function training(g: Given): Training {
  const last = day(g.on ?? '2026-05-01')
  return {
    title: `校本研修 ${g.id ?? ''}`,
    organiser: '江岸小学',
    level: 'school',
    mode: 'school-based',
    tags: [],
    activity: null,
    project: null,
    first: g.first === undefined ? last : day(g.first),
    last,
    hours: h(g.hours ?? '4'),
    credits: g.credits === undefined ? null : parseCredits(g.credits),
    attendance: null,
    result: null,
    ...g.training,
  }
}

export function hoursRow(g: Given): DossierRow {
  const id = (g.id ?? `e${String((made += 1)).padStart(5, '0')}`) as RowId
  const t = training(g)
  const on = day(g.recordedOn ?? t.last)
  const claimed: HoursFact = { ...signed(on), what: 'claimed', ...t, evidence: [], lateReason: null }
  const accepted: HoursFact = {
    ...signed(addDays(on, 1)),
    op: `op ${id} accepted` as OpId,
    what: 'accepted',
    step: 'school',
    hours: g.recognised === undefined ? t.hours : h(g.recognised),
    credits: null,
    note: '',
  }
  const facts: Record<NonNullable<Given['as']>, HoursFact[]> = {
    granted: [{ ...signed(on), what: 'granted', ...t }],
    claimed: [claimed],
    accepted: [claimed, accepted],
    passed: [claimed, { ...signed(on), what: 'passed', hours: t.hours, credits: t.credits, note: '' }],
    returned: [claimed, { ...signed(on), what: 'returned', step: 'school', reason: '请补证明' }],
    reversed: [claimed, accepted, { ...signed(addDays(on, 2)), what: 'reversed', reason: '重复' }],
  }
  return { id, kind: 'hours', facts: facts[g.as ?? 'granted'] }
}

export interface Who {
  id?: string
  name?: string
  entries?: readonly Given[]
  pauses?: readonly { from: string | null; to: string | null; kind?: PauseKind }[]
  identity?: Partial<Identity>
  school?: string | null
  left?: string
}

export function teacher(who: Who = {}): Dossier {
  const rows = new Map<RowId, DossierRow>()
  const put = (row: DossierRow): void => void rows.set(row.id, row)
  const known = signed(day('2021-01-01'))
  put({
    id: 'person' as RowId,
    kind: 'person',
    facts: [
      {
        ...known,
        what: 'identified',
        name: who.name ?? '覃丽莎',
        initials: ['qls', 'tls'],
        staffNumber: 'JS100001',
        sex: 'female',
        subject: '语文',
        stage: 'primary',
        employment: 'permanent',
        category: 'full-time',
        workedSince: day('2005-08-01'),
        ...who.identity,
      },
    ],
  })
  if (who.school !== null) {
    put({
      id: 'post' as RowId,
      kind: 'post',
      facts: [
        { ...known, what: 'started', school: (who.school ?? 'jiang-an') as SchoolId, post: 'home', from: day('2006-02-01') },
        ...(who.left === undefined ? [] : [{ ...known, what: 'ended' as const, to: day(who.left), reason: 'retired' as const, note: '' }]),
      ],
    })
  }
  ;(who.pauses ?? []).forEach((p, n) =>
    put({
      id: `pause${n}` as RowId,
      kind: 'pause',
      facts: [
        {
          ...known,
          what: 'began',
          pause: p.kind ?? 'maternity',
          from: p.from === null ? null : day(p.from),
          until: p.to === null ? null : day(p.to),
        },
      ],
    }),
  )
  for (const g of who.entries ?? []) put(hoursRow(g))
  return { subject: { kind: 'teacher', id: (who.id ?? 'p-qin') as PersonId }, rows }
}
