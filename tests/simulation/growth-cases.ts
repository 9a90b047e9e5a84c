// What the verbs of studios, mentoring, programmes, projects and appraisal facts need in the matrix.

import { district, dossier, done, school, type Case, type Place } from './matrix-cases.ts'

let n = 0
const next = (): string => String((n += 1))
/** Each time another year, so that nothing is there already. */
const year = (): string => String(1900 + (n += 1))
const workshop = (p: Place): Record<string, unknown> => ({
  kind: 'yz-workshop',
  name: `工作坊${next()}`,
  level: 'school',
  host: { person: p.teacher, name: '某人' },
  members: [],
  from: '2026-01-01',
  until: null,
})
const studio = (): Record<string, unknown> => ({
  kind: 'yz-master',
  name: `工作室${next()}`,
  level: null,
  host: { person: 'p', name: '某人' },
  members: [],
  from: '2026-01-01',
  until: null,
})
const pair = (p: Place): Record<string, unknown> => {
  const at = year()
  return {
    side: 'mentee',
    other: p.own.person === p.teacher ? p.officer.person : p.own.person,
    otherName: '某人',
    pair: null,
    programme: null,
    subject: null,
    from: `${at}-01-01`,
    until: `${at}-12-31`,
  }
}
const member = (): Record<string, unknown> => {
  const at = year()
  return { programme: 'yz-thousand', from: `${at}-01-01`, until: `${at}-12-31`, place: '' }
}
const project = (): Record<string, unknown> => ({
  title: `项目${next()}`,
  programme: null,
  from: '2026-09-01',
  until: '2026-09-30',
  places: 5,
  quotas: [],
  first: [],
})
const proposed = (p: Place): Record<string, unknown> => ({ project: p.w.uuid(), title: '研修' })
const annual = (): Record<string, unknown> => {
  const at = year()
  return { item: 'ethics-pledge', period: `${at}-${String(Number(at) + 1)}`, on: `${at}-09-10`, result: null, count: null }
}

/** Colleagues made at the teaching point, one each time: they are in the scope of whoever has a role there. */
export const madeAtPoint: string[] = []
async function atPoint(p: Place): Promise<string> {
  const person = await p.w.teacher('同伴', p.point)
  madeAtPoint.push(person)
  return person
}

export const growthCases: readonly Case[] = [
  { verb: 'open-studio', kind: 'school', ready: (p) => Promise.resolve({ subject: school(p), args: workshop(p) }) },
  {
    verb: 'change-studio',
    kind: 'school',
    ready: async (p) => ({
      subject: school(p),
      args: { row: await done(p.officer, school(p), 'open-studio', workshop(p)), changes: { name: `改名${next()}` }, reason: '改名' },
    }),
  },
  {
    verb: 'close-studio',
    kind: 'school',
    ready: async (p) => ({
      subject: school(p),
      args: { row: await done(p.officer, school(p), 'open-studio', workshop(p)), to: '2026-09-01', reason: '期满' },
    }),
  },
  { verb: 'open-studio', kind: 'district', ready: (p) => Promise.resolve({ subject: district(p), args: studio() }) },
  {
    verb: 'change-studio',
    kind: 'district',
    ready: async (p) => ({
      subject: district(p),
      args: { row: await done(p.district, district(p), 'open-studio', studio()), changes: { name: `改名${next()}` }, reason: '改名' },
    }),
  },
  {
    verb: 'close-studio',
    kind: 'district',
    ready: async (p) => ({
      subject: district(p),
      args: { row: await done(p.district, district(p), 'open-studio', studio()), to: '2026-09-01', reason: '期满' },
    }),
  },
  {
    verb: 'begin-mentoring',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { ...pair(p), other: await atPoint(p) } }),
  },
  {
    verb: 'end-mentoring',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: {
        row: await done(p.officer, dossier(p), 'begin-mentoring', { ...pair(p), other: await atPoint(p) }),
        to: '2199-12-31',
        reason: 'finished',
      },
    }),
  },
  { verb: 'join-programme', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: member() }) },
  {
    verb: 'leave-programme',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await done(p.district, dossier(p), 'join-programme', member()), to: '2199-12-31', reason: 'finished' },
    }),
  },
  { verb: 'open-project', kind: 'district', ready: (p) => Promise.resolve({ subject: district(p), args: project() }) },
  {
    verb: 'change-project',
    kind: 'district',
    ready: async (p) => ({
      subject: district(p),
      args: { row: await done(p.district, district(p), 'open-project', project()), changes: { title: `改${next()}` }, reason: '改名' },
    }),
  },
  {
    verb: 'close-project',
    kind: 'district',
    ready: async (p) => ({
      subject: district(p),
      args: { row: await done(p.district, district(p), 'open-project', project()), reason: '结束' },
    }),
  },
  { verb: 'propose-place', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: proposed(p) }) },
  {
    verb: 'decide-place',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await done(p.officer, dossier(p), 'propose-place', proposed(p)), give: true, reason: null },
    }),
  },
  { verb: 'record-appraisal', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: annual() }) },
  {
    verb: 'strike-appraisal',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { row: await done(p.officer, dossier(p), 'record-appraisal', annual()), reason: '登错人' },
    }),
  },
]
