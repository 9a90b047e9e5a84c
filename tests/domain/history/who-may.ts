// Who may use the verbs of history: officers and the district record, reverse and answer; only the person objects; both confirm.
import type { Document } from '../../../src/domain/document.ts'
import { historyFields, openingsOf } from '../../../src/domain/history/history.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { done, dossier, nextOp, POINT, type Who } from '../verbs/scene.ts'
import type { WhoMay } from '../verbs/who-may-nouns.ts'

export const OPENING = {
  year: 2025,
  first: '2025-01-01',
  last: '2025-12-31',
  level: 'district',
  mode: 'face-to-face',
  hours: '40',
  credits: '5',
  source: 'import',
  words: '旧系统导出',
  batch: null,
} as const

export const seenIn = (doc: Document): string => shortHash(historyFields(openingsOf(doc)))

export function withOpening(
  more: Readonly<Record<string, unknown>> = {},
  doc: Document = dossier('tao', POINT),
  who: Who = 'du',
): { doc: Document; row: string } {
  const row = nextOp()
  return { doc: done(who, 'record-opening', doc, { ...OPENING, ...more }, { op: row }), row }
}
export function withObjection(): { doc: Document; row: string; opening: string } {
  const opening = withOpening()
  const row = nextOp()
  return {
    doc: done('tao', 'object-history', opening.doc, { opening: opening.row, again: null, reason: '少了一次' }, { op: row }),
    row,
    opening: opening.row,
  }
}

export const HISTORY_WHO = {
  'record-opening': { may: ['wu', 'du', 'an'], make: () => ({ doc: dossier('tao', POINT), args: OPENING }) },
  'reverse-opening': {
    may: ['wu', 'du', 'an'],
    make: () => {
      const { doc, row } = withOpening()
      return { doc, args: { row, reason: '重复' } }
    },
  },
  'confirm-history': {
    may: ['tao', 'wu', 'du'],
    make: () => {
      const { doc } = withOpening()
      return { doc, args: { seen: seenIn(doc), originalSeen: true } }
    },
  },
  'object-history': {
    may: ['tao'],
    make: () => {
      const { doc, row } = withOpening()
      return { doc, args: { opening: row, again: null, reason: '少了' } }
    },
  },
  'answer-objection': {
    may: ['wu', 'du'],
    make: () => {
      const { doc, row } = withObjection()
      return { doc, args: { row, amount: { hours: '44', credits: null }, reason: '已核对' } }
    },
  },
} satisfies Record<string, WhoMay>
