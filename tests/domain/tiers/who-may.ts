// Who may nominate, award, decline, renew, end and correct titles, and record duties and pupil numbers.
import { done, dossier, nextOp, POINT, schoolFile, CENTRAL } from '../verbs/scene.ts'
import type { WhoMay } from '../verbs/who-may-nouns.ts'
import { AWARD, SAID, awarded, nominated } from './scene.ts'

const LESSON = { kind: 'lesson', title: '示范课《背影》', first: '2026-03-01', last: '2026-03-01', place: '' }

export const OF_TIERS = {
  'nominate-title': { may: ['wu', 'zhou', 'du'], make: () => ({ doc: dossier('tao', POINT), args: { ...SAID, note: '' } }) },
  'award-title': { may: ['du'], make: () => ({ doc: dossier('tao', POINT), args: { row: null, ...AWARD } }) },
  'decline-title': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = nominated('tao', POINT)
      return { doc, args: { row, reason: '名额已满' } }
    },
  },
  'renew-title': {
    may: ['du'],
    make: () => {
      const { doc, row } = awarded('tao', POINT)
      return { doc, args: { row, from: '2026-03-01', until: null, deed: '' } }
    },
  },
  'end-title': {
    may: ['du'],
    make: () => {
      const { doc, row } = awarded('tao', POINT)
      return { doc, args: { row, to: '2026-03-01', reason: 'expired', note: '' } }
    },
  },
  'correct-title': {
    may: ['du'],
    make: () => {
      const { doc, row } = awarded('tao', POINT)
      return { doc, args: { row, changes: { deed: '渝中教〔2026〕2号' }, reason: '文号写错' } }
    },
  },
  'record-duty': { may: ['wu', 'du'], make: () => ({ doc: dossier('tao', POINT), args: LESSON }) },
  'strike-duty': {
    may: ['wu', 'du'],
    make: () => {
      const row = nextOp()
      return { doc: done('wu', 'record-duty', dossier('tao', POINT), LESSON, { op: row }), args: { row, reason: '重复' } }
    },
  },
  'record-pupils': {
    may: ['wu', 'zhou', 'du', 'an'],
    make: () => ({ doc: schoolFile(CENTRAL), args: { count: 860, asOf: '2026-03-01' } }),
  },
} satisfies Record<string, WhoMay>
