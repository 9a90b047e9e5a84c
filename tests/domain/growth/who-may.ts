// Who may open studios, make pairs, take people into programmes, give places in projects, and record appraisal facts.
import { CENTRAL, districtFile, done, dossier, id, nextOp, POINT, schoolFile } from '../verbs/scene.ts'
import type { WhoMay } from '../verbs/who-may-nouns.ts'

export const WORKSHOP = {
  kind: 'yz-workshop',
  name: '语文名优教师工作坊',
  level: 'school',
  host: { person: id('lin'), name: '林老师' },
  members: [{ person: id('tao'), name: '陶老师' }],
  from: '2025-09-01',
  until: null,
} as const
export const PAIR = {
  side: 'mentee',
  other: id('lin'),
  otherName: '林老师',
  pair: null,
  programme: '青蓝工程',
  subject: '语文',
  from: '2025-09-01',
  until: '2026-08-31',
} as const
export const PROJECT = {
  title: '骨干教师高级研修',
  programme: null,
  from: '2026-03-01',
  until: '2026-03-31',
  places: 10,
  quotas: [{ school: CENTRAL, places: 2 }],
  first: [POINT],
} as const
export const PLEDGE = { item: 'ethics-pledge', period: '2025-2026', on: '2025-09-10', result: null, count: null } as const
const MEMBER = { programme: 'yz-thousand', from: '2025-09-01', until: null, place: '' }

const made = (verb: string, args: unknown, where = () => dossier('tao', POINT)) => {
  const row = nextOp()
  return { doc: done('du', verb, where(), args, { op: row }), row }
}
const workshop = () => made('open-studio', WORKSHOP, () => schoolFile(CENTRAL))
const project = () => made('open-project', PROJECT, districtFile)

export const OF_GROWTH = {
  'open-studio': { may: ['wu', 'zhou', 'du'], make: () => ({ doc: schoolFile(CENTRAL), args: WORKSHOP }) },
  'change-studio': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = workshop()
      return { doc, args: { row, changes: { members: [] }, reason: '调整成员' } }
    },
  },
  'close-studio': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = workshop()
      return { doc, args: { row, to: '2026-02-28', reason: '周期已满' } }
    },
  },
  'begin-mentoring': { may: ['wu', 'zhou', 'du'], make: () => ({ doc: dossier('tao', POINT), args: PAIR }) },
  'end-mentoring': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = made('begin-mentoring', PAIR)
      return { doc, args: { row, to: '2026-02-28', reason: 'finished' } }
    },
  },
  'join-programme': { may: ['du'], make: () => ({ doc: dossier('tao', POINT), args: MEMBER }) },
  'leave-programme': {
    may: ['du'],
    make: () => {
      const { doc, row } = made('join-programme', MEMBER)
      return { doc, args: { row, to: '2026-02-28', reason: 'finished' } }
    },
  },
  'open-project': { may: ['du'], make: () => ({ doc: districtFile(), args: PROJECT }) },
  'change-project': {
    may: ['du'],
    make: () => {
      const { doc, row } = project()
      return { doc, args: { row, changes: { places: 12 }, reason: '追加名额' } }
    },
  },
  'close-project': {
    may: ['du'],
    make: () => {
      const { doc, row } = project()
      return { doc, args: { row, reason: '提名结束' } }
    },
  },
  'propose-place': {
    may: ['wu', 'zhou', 'du'],
    make: () => ({ doc: dossier('tao', POINT), args: { project: nextOp(), title: '骨干教师高级研修' } }),
  },
  'decide-place': {
    may: ['du'],
    make: () => {
      const { doc, row } = made('propose-place', { project: nextOp(), title: '骨干教师高级研修' })
      return { doc, args: { row, give: true, reason: null } }
    },
  },
  'record-appraisal': { may: ['wu', 'zhou', 'du'], make: () => ({ doc: dossier('tao', POINT), args: PLEDGE }) },
  'strike-appraisal': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = made('record-appraisal', PLEDGE)
      return { doc, args: { row, reason: '登错人' } }
    },
  },
} satisfies Record<string, WhoMay>
