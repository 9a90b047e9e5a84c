// Rotations and lists for the tests: people of the scene who are planned, gone and back, and a list of the eligible.
import type { Document } from '../../../src/domain/document.ts'
import type { OpId, SchoolId } from '../../../src/domain/ids.ts'
import { districtFile, done, dossier, nextOp, OTHER, type Who } from '../verbs/scene.ts'

export const PLAN = { way: 'leader-rotation', host: OTHER, first: '2026-02-20', until: '2026-07-10', relation: 'stays', note: '' } as const
export const LIST = {
  first: '2025-09-01',
  last: '2026-08-31',
  definition: '在同一所学校连续任教满六年',
  source: '区教委〔2025〕8号',
  total: 2,
  people: [
    { id: 'tao', name: '陶老师' },
    { id: 'lin', name: '林老师' },
  ],
}

export interface InRow {
  readonly doc: Document
  readonly row: OpId
}

export function planned(who: Who, at: SchoolId, over: Readonly<Record<string, unknown>> = {}): InRow {
  const row = nextOp()
  return { doc: done('du', 'plan-rotation', dossier(who, at), { ...PLAN, ...over }, { op: row }), row }
}

export function begun(who: Who, at: SchoolId, from = '2026-02-24', over: Readonly<Record<string, unknown>> = {}): InRow {
  const { doc, row } = planned(who, at, over)
  return { doc: done('du', 'start-rotation', doc, { row, from }), row }
}

export function frozen(over: Readonly<Record<string, unknown>> = {}): InRow {
  const row = nextOp()
  return { doc: done('du', 'freeze-eligible-list', districtFile(), { ...LIST, ...over }, { op: row }), row }
}
