// What the verbs of 年审 need in the matrix. Reviews belong to the 中心校, so whoever has a role at the teaching point alone
// is refused though the verb is open to officers and principals.

import { figuresDigest, type Figures } from '../../src/domain/year-review/figures.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import type { Subject } from '../../src/domain/document.ts'
import { done, dossier, type Case, type Place, type Ready } from './matrix-cases.ts'

export const YEAR_REVIEW_FINER: Readonly<Record<string, string>> = Object.fromEntries([
  ...['open', 'check', 'publish', 'sign', 'hand-in'].map((step) => [`${step}-year-review school officer`, 'verb.not-allowed']),
  ...['sign', 'hand-in'].map((step) => [`${step}-year-review school principal`, 'verb.not-allowed']),
])

const file = (p: Place): Subject => ({ kind: 'school', id: p.central })
let years = 2026
/** Each time an earlier year, so that its review is not there already. */
const year = (): { first: string; last: string; asOf: string } => {
  years -= 1
  return { first: `${String(years)}-01-01`, last: `${String(years)}-12-31`, asOf: `${String(years)}-12-31` }
}

interface At {
  readonly row: string
  readonly digest: string
  readonly handed: Record<string, unknown>
}
const PUBLIC = { from: '2026-09-10', to: '2026-09-15' }
const STEPS = ['opened', 'published', 'signed', 'handed-in', 'sampled', 'accepted'] as const

async function upTo(p: Place, step: (typeof STEPS)[number]): Promise<At> {
  const window = year()
  const row = await done(p.district, file(p), 'open-year-review', window)
  const handed = { schools: [p.central, p.point], people: [[p.teacher, '覃丽莎', 1, '', 'on-the-way', 40, 40, 40, [['school', 40, 40]]]] }
  const digest = figuresDigest({ ...window, ...handed } as unknown as Figures, shortHash)
  const ways: Record<Exclude<typeof step, 'opened'>, [string, Record<string, unknown>]> = {
    published: ['publish-year-review', { ...PUBLIC, digest }],
    signed: ['sign-year-review', { digest, paper: '何校长' }],
    'handed-in': ['hand-in-year-review', handed],
    sampled: ['sample-year-review', { digest, seed: '2026-09-20', size: 1 }],
    accepted: ['accept-year-review', { digest, differing: 0, note: '' }],
  }
  for (const next of STEPS.slice(1, STEPS.indexOf(step) + 1)) {
    if (next === 'opened' || (next === 'sampled' && step === 'accepted')) continue
    const [verb, args] = ways[next]
    await done(p.district, file(p), verb, { row, ...args })
  }
  return { row, digest, handed }
}
const on = async (p: Place, step: (typeof STEPS)[number], args: (at: At) => Record<string, unknown>): Promise<Ready> => {
  const at = await upTo(p, step)
  return { subject: file(p), args: { row: at.row, ...args(at) } }
}

const line = (p: Place): Record<string, unknown> => ({
  review: p.w.uuid(),
  school: p.point,
  ...year(),
  recognised: 40,
  counted: 40,
  ...PUBLIC,
})
const shown = (p: Place): Promise<string> => done(p.officer, dossier(p), 'show-review-line', line(p))

export const YEAR_REVIEW_CASES: readonly Case[] = [
  { verb: 'open-year-review', kind: 'school', ready: (p) => Promise.resolve({ subject: file(p), args: year() }) },
  { verb: 'check-year-review', kind: 'school', ready: (p) => on(p, 'opened', () => ({ left: 1, note: '一人病假' })) },
  { verb: 'publish-year-review', kind: 'school', ready: (p) => on(p, 'opened', ({ digest }) => ({ ...PUBLIC, digest })) },
  { verb: 'sign-year-review', kind: 'school', ready: (p) => on(p, 'published', ({ digest }) => ({ digest, paper: '何校长' })) },
  { verb: 'hand-in-year-review', kind: 'school', ready: (p) => on(p, 'signed', ({ handed }) => handed) },
  {
    verb: 'sample-year-review',
    kind: 'school',
    ready: (p) => on(p, 'handed-in', ({ digest }) => ({ digest, seed: '2026-09-20', size: 1 })),
  },
  {
    verb: 'check-sampled',
    kind: 'school',
    ready: (p) => on(p, 'sampled', ({ digest }) => ({ digest, person: p.teacher, agrees: true, note: '' })),
  },
  { verb: 'accept-year-review', kind: 'school', ready: (p) => on(p, 'handed-in', ({ digest }) => ({ digest, differing: 0, note: '' })) },
  { verb: 'return-year-review', kind: 'school', ready: (p) => on(p, 'handed-in', ({ digest }) => ({ digest, reason: '缺盖章' })) },
  { verb: 'reopen-year-review', kind: 'school', ready: (p) => on(p, 'accepted', ({ digest }) => ({ digest, reason: '名册有误' })) },
  { verb: 'show-review-line', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: line(p) }) },
  {
    verb: 'check-review-line',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await shown(p), agrees: true, reason: '' } }),
  },
  {
    verb: 'answer-review-line',
    kind: 'teacher',
    async ready(p) {
      const row = await shown(p)
      await done(p.own, dossier(p), 'check-review-line', { row, agrees: false, reason: '少了一次' })
      return { subject: dossier(p), args: { row, reason: '已补录' } }
    },
  },
]
