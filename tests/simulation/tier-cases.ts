// What the verbs of titles need in the matrix: a title waiting, one awarded, a duty done.

import { dossier, done, school, type Case, type Place } from './matrix-cases.ts'

let subjects = 0
/** Each time another subject, so that no title is there already. */
const said = (): Record<string, unknown> => ({
  rung: 'yz-backbone',
  level: 'district',
  as: 'held',
  subject: `学科${String((subjects += 1))}`,
  programme: null,
})
const award = (): Record<string, unknown> => ({ row: null, ...said(), from: '2026-01-01', until: null, deed: '', evidence: '' })
const lesson = (): Record<string, unknown> => ({
  kind: 'lesson',
  title: `示范课${String((subjects += 1))}`,
  first: '2026-09-01',
  last: '2026-09-01',
  place: '',
})
const awarded = (p: Place): Promise<string> => done(p.district, dossier(p), 'award-title', award())

export const tierCases: readonly Case[] = [
  { verb: 'nominate-title', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: { ...said(), note: '' } }) },
  { verb: 'award-title', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: award() }) },
  {
    verb: 'decline-title',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await done(p.officer, dossier(p), 'nominate-title', { ...said(), note: '' }), reason: '名额已满' },
    }),
  },
  {
    verb: 'renew-title',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await awarded(p), from: '2026-09-01', until: '2029-08-31', deed: '' } }),
  },
  {
    verb: 'end-title',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await awarded(p), to: '2026-09-19', reason: 'expired', note: '' } }),
  },
  {
    verb: 'correct-title',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await awarded(p), changes: { deed: '渝中教〔2026〕2号' }, reason: '文号写错' },
    }),
  },
  { verb: 'record-duty', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: lesson() }) },
  {
    verb: 'strike-duty',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await done(p.officer, dossier(p), 'record-duty', lesson()), reason: '重复' },
    }),
  },
  {
    verb: 'record-pupils',
    kind: 'school',
    ready: (p) => Promise.resolve({ subject: school(p), args: { count: (subjects += 1), asOf: '2026-09-01' } }),
  },
]
