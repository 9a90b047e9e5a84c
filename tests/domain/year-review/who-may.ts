// Who may open, publish, sign, hand in, sample, accept, return and reopen a year review, and who speaks about a teacher's line.
import { CENTRAL, dossier, POINT, schoolFile } from '../verbs/scene.ts'
import type { Situation, WhoMay } from '../verbs/who-may-nouns.ts'
import {
  accepted,
  DIGEST,
  HANDED,
  handedIn,
  LINE,
  objected,
  opened,
  PUBLIC,
  published,
  sampled,
  SAMPLE,
  shown,
  signed,
  YEAR,
  YES,
  review,
  type InHand,
} from './scene.ts'

const on = (at: InHand, args: Record<string, unknown>): Situation => ({ doc: at.doc, args: { row: at.row, ...args } })

export const YEAR_REVIEW_WHO = {
  'open-year-review': { may: ['wu', 'du'], make: () => ({ doc: schoolFile(CENTRAL), args: YEAR }) },
  'check-year-review': { may: ['wu', 'du'], make: () => on(opened(), { left: 2, note: '' }) },
  'publish-year-review': { may: ['wu', 'du'], make: () => on(opened(), { ...PUBLIC, digest: DIGEST }) },
  'sign-year-review': { may: ['wu', 'zhou', 'du'], make: () => on(published(), { digest: DIGEST, paper: '周校长' }) },
  'hand-in-year-review': { may: ['wu', 'zhou', 'du'], make: () => on(signed(), HANDED) },
  'sample-year-review': { may: ['du'], make: () => on(handedIn(), SAMPLE) },
  'check-sampled': {
    may: ['du'],
    make: () => {
      const at = sampled()
      return on(at, { digest: DIGEST, person: review(at).sample?.persons[0], agrees: true, note: '' })
    },
  },
  'accept-year-review': { may: ['du'], make: () => on(handedIn(), YES) },
  'return-year-review': { may: ['du'], make: () => on(handedIn(), { digest: DIGEST, reason: '缺盖章' }) },
  'reopen-year-review': { may: ['du'], make: () => on(accepted(), { digest: DIGEST, reason: '名册有误' }) },
  'show-review-line': { may: ['wu', 'du'], make: () => ({ doc: dossier('tao', POINT), args: LINE }) },
  'check-review-line': { may: ['tao'], make: () => on(shown(), { agrees: true, reason: '' }) },
  'answer-review-line': { may: ['wu', 'zhou', 'du'], make: () => on(objected(), { reason: '已补录' }) },
} satisfies Record<string, WhoMay>
