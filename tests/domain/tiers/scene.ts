// Titles for the tests of tiers: 渝中's ladders, someone nominated, someone awarded.

import type { Document } from '../../../src/domain/document.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { done, dossier, nextOp, type Who } from '../verbs/scene.ts'

/** 区级骨干教师 in Chinese. */
export const SAID = { rung: 'yz-backbone', level: 'district', as: 'held', subject: '语文', programme: null } as const
export const AWARD = { ...SAID, from: '2024-09-01', until: null, deed: '渝中教〔2024〕18号', evidence: '' } as const

export function nominated(who: Who, at: SchoolId, said: Readonly<Record<string, unknown>> = {}): { doc: Document; row: string } {
  const row = nextOp()
  return { doc: done('wu', 'nominate-title', dossier(who, at), { ...SAID, note: '', ...said }, { op: row }), row }
}

export function awarded(who: Who, at: SchoolId, award: Readonly<Record<string, unknown>> = {}): { doc: Document; row: string } {
  const row = nextOp()
  return { doc: done('du', 'award-title', dossier(who, at), { row: null, ...AWARD, ...award }, { op: row }), row }
}
