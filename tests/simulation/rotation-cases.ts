// What the verbs of 交流轮岗 need in the matrix: lists of years that are far away, and stays that follow one another day after day,
// each ended before the next begins, so that nobody is at two hosts at once.

import { district, done, dossier, type Case, type Place } from './matrix-cases.ts'

let years = 2050
const year = (): { first: string; last: string } => {
  years += 1
  return { first: `${String(years)}-09-01`, last: `${String(years + 1)}-08-31` }
}
const list = (p: Place, total = 1): Record<string, unknown> => ({
  ...year(),
  definition: '区里的条件',
  source: '区教委通知',
  total,
  people: [{ id: p.teacher, name: '覃丽莎' }],
})
const frozen = (p: Place, total = 1): Promise<string> => done(p.district, district(p), 'freeze-eligible-list', list(p, total))

const far = (p: Place): Record<string, unknown> => {
  const { first, last } = year()
  return { way: 'regular', host: p.central, first, until: last, relation: 'stays', note: '' }
}

let days = 0
let before: { row: string; day: string } | null = null
/** A stay of one day, planned; whatever began before it is over. */
async function going(p: Place): Promise<{ row: string; day: string }> {
  if (before !== null) await p.district.sync([p.district.op(dossier(p), 'end-rotation', { row: before.row, to: before.day, note: '' })])
  days += 1
  const day = new Date(Date.UTC(2017, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
  before = { row: await done(p.district, dossier(p), 'plan-rotation', { ...far(p), first: day, until: day }), day }
  return before
}
async function there(p: Place): Promise<{ row: string; day: string }> {
  const { row, day } = await going(p)
  await done(p.district, dossier(p), 'start-rotation', { row, from: day })
  return { row, day }
}

async function post(p: Place): Promise<Record<string, unknown>> {
  const { documents } = await p.own.sync([], { want: [dossier(p)] })
  const row = documents.flatMap((one) => one.rows).find((one) => one.kind === 'post' && one.content.includes('"post":"home"'))
  return {
    post: row?.id ?? '',
    appointer: 'district',
    quota: 'pool',
    from: `2018-01-${String(((days += 1) % 28) + 1).padStart(2, '0')}`,
    until: null,
    paper: p.w.uuid().slice(0, 8),
  }
}

export const rotationCases: readonly Case[] = [
  { verb: 'freeze-eligible-list', kind: 'district', ready: (p) => Promise.resolve({ subject: district(p), args: list(p) }) },
  {
    verb: 'extend-eligible-list',
    kind: 'district',
    ready: async (p) => ({ subject: district(p), args: { row: await frozen(p, 2), people: [{ id: p.officer.person, name: '王专干' }] } }),
  },
  {
    verb: 'correct-eligible-list',
    kind: 'district',
    ready: async (p) => ({ subject: district(p), args: { row: await frozen(p), added: [], struck: [p.teacher], reason: '已退休' } }),
  },
  { verb: 'plan-rotation', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: far(p) }) },
  {
    verb: 'cancel-rotation',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await done(p.district, dossier(p), 'plan-rotation', far(p)), reason: '本人申请' },
    }),
  },
  {
    verb: 'start-rotation',
    kind: 'teacher',
    ready: async (p) => {
      const { row, day } = await going(p)
      return { subject: dossier(p), args: { row, from: day } }
    },
  },
  {
    verb: 'end-rotation',
    kind: 'teacher',
    ready: async (p) => {
      const { row, day } = await there(p)
      return { subject: dossier(p), args: { row, to: day, note: '' } }
    },
  },
  { verb: 'record-appointment', kind: 'teacher', ready: async (p) => ({ subject: dossier(p), args: await post(p) }) },
  {
    verb: 'strike-appointment',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await done(p.district, dossier(p), 'record-appointment', await post(p)), reason: '登记有误' },
    }),
  },
]
