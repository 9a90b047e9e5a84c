// Who may freeze lists of the eligible, plan, start and end rotations, and say who is appointed by whom.
import { postsOf } from '../../../src/domain/person.ts'
import { asDossier, districtFile, done, dossier, nextOp, POINT } from '../verbs/scene.ts'
import type { WhoMay } from '../verbs/who-may-nouns.ts'
import { begun, frozen, LIST, PLAN, planned } from './scene.ts'

const appointed = () => {
  const doc = dossier('tao', POINT)
  return {
    doc,
    args: { post: postsOf(asDossier(doc))[0]?.id ?? '', appointer: 'district', quota: 'pool', from: '2025-09-01', until: null, paper: '' },
  }
}

export const ROTATION_WHO = {
  'freeze-eligible-list': { may: ['du', 'an'], make: () => ({ doc: districtFile(), args: LIST }) },
  'extend-eligible-list': {
    may: ['du', 'an'],
    make: () => {
      const { doc, row } = frozen({ total: 3 })
      return { doc, args: { row, people: [{ id: 'wu', name: '吴专干' }] } }
    },
  },
  'correct-eligible-list': {
    may: ['du', 'an'],
    make: () => {
      const { doc, row } = frozen()
      return { doc, args: { row, added: [], struck: ['lin'], reason: '已退休' } }
    },
  },
  'plan-rotation': { may: ['wu', 'du', 'an'], make: () => ({ doc: dossier('tao', POINT), args: PLAN }) },
  'start-rotation': {
    may: ['wu', 'du', 'an'],
    make: () => {
      const { doc, row } = planned('tao', POINT)
      return { doc, args: { row, from: '2026-02-24' } }
    },
  },
  'end-rotation': {
    may: ['wu', 'he', 'du', 'an'],
    make: () => {
      const { doc, row } = begun('tao', POINT)
      return { doc, args: { row, to: '2026-03-01', note: '' } }
    },
  },
  'cancel-rotation': {
    may: ['wu', 'du', 'an'],
    make: () => {
      const { doc, row } = planned('tao', POINT)
      return { doc, args: { row, reason: '本人申请' } }
    },
  },
  'record-appointment': { may: ['wu', 'du', 'an'], make: appointed },
  'strike-appointment': {
    may: ['wu', 'du', 'an'],
    make: () => {
      const row = nextOp()
      const { doc, args } = appointed()
      return { doc: done('du', 'record-appointment', doc, args, { op: row }), args: { row, reason: '登记有误' } }
    },
  },
} satisfies Record<string, WhoMay>
