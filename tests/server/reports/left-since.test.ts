// A school that asks for a past day, about somebody who has moved on since: they count there on that day, and what the next school did, asked
// or has waiting is not shown. Nor are the places other schools may propose for.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { HistoryAnswer } from '../../../src/domain/history/history-report.ts'
import type { ProgrammeReport } from '../../../src/domain/programmes/project-report.ts'
import type { TierReport } from '../../../src/domain/tiers/tier-report.ts'
import type { SchoolYearReview } from '../../../src/domain/year-review/school-report.ts'
import { claim, START, world, type Device, type World } from '../../journeys/world.ts'

const DAY = 86_400_000
const SAID = { rung: 'yz-backbone', level: 'district', as: 'held', subject: '语文', programme: '三名工程', note: '' }

let w: World
let old: SchoolId
let next: SchoolId
let tao: PersonId
let oldOfficer: Device
let nextOfficer: Device
let district: Device
let hers: Device

async function ask<T>(device: Device, name: string, query: string): Promise<T> {
  const response = await device.fetch(`/api/reports/${name}?${query}`)
  if (response.status !== 200) throw new Error(`${name}: ${String(response.status)}`)
  return ((await response.json()) as { answer: T }).answer
}
async function does(device: Device, subject: Parameters<Device['op']>[0], verb: string, args: Record<string, unknown>): Promise<string> {
  const op = device.op(subject, verb, args)
  const { results } = await device.sync([op])
  expect([verb, results[0]?.result]).toEqual([verb, { is: 'applied' }])
  return op.content.op
}

beforeAll(async () => {
  w = await world()
  old = await w.school('江岸小学')
  next = await w.school('石桥小学')
  tao = await w.teacher('陶静', old)
  const officerOf = async (name: string, school: SchoolId): Promise<Device> => {
    const id = await w.teacher(name, school)
    await w.role(id, name, 'officer', { kind: 'school', id: school })
    return w.device(id)
  }
  oldOfficer = await officerOf('吴敏', old)
  nextOfficer = await officerOf('魏勇', next)
  const du = await w.person('杜敏')
  await w.role(du, '杜敏', 'district-officer', 'district')
  district = await w.device(du)
  hers = await w.device(tao)
  const dossier = { kind: 'teacher' as const, id: tao as string }
  const file = { kind: 'district' as const, id: w.district as string }
  const project = (title: string): Promise<string> =>
    does(district, file, 'open-project', {
      title,
      programme: null,
      from: '2026-07-20',
      until: '2026-12-20',
      places: 5,
      quotas: [
        { school: old, places: 2 },
        { school: next, places: 3 },
      ],
      first: [next],
    })
  const [before, after] = [await project('暑期骨干研修'), await project('秋季骨干研修')]
  await does(oldOfficer, dossier, 'propose-place', { project: before, title: '暑期骨干研修' })
  const opening = {
    year: 2020,
    first: '2020-01-01',
    last: '2020-12-31',
    level: 'district',
    mode: 'face-to-face',
    hours: '10',
    credits: null,
    source: 'paper',
    words: '台账',
    batch: null,
  }
  await does(district, dossier, 'record-opening', opening)
  await does(hers, dossier, 'object-history', { opening: null, again: null, reason: '少了 2019 年' })
  await w.act(dossier, 'start-post', { school: next, kind: 'home', from: '2026-10-01' })
  w.now = START + 60 * DAY
  await does(nextOfficer, dossier, 'propose-place', { project: after, title: '秋季骨干研修' })
  await does(nextOfficer, dossier, 'nominate-title', SAID)
  await does(
    hers,
    dossier,
    'claim-hours',
    claim({ level: 'school', mode: 'school-based', first: '2026-07-20', last: '2026-07-20', lateReason: '忘了' }),
  )
}, 60_000)
afterAll(async () => {
  expect(w.failures).toEqual([])
  await w.close()
})

const then = (school: SchoolId): string => `school=${school}&asOf=2026-09-30`
const now = (school: SchoolId): string => `school=${school}`

describe('of somebody who has left since', () => {
  test('the school of then sees the place it proposed, and neither the next school’s nor anybody’s quota but its own', async () => {
    const { projects } = await ask<ProgrammeReport>(oldOfficer, 'programmes', then(old))
    expect(projects.flatMap((p) => p.proposed.map((one) => [p.project.title, one.name]))).toEqual([['暑期骨干研修', '陶静']])
    expect(projects.map((p) => [p.project.quotas, p.project.first])).toEqual([
      [[{ school: old, places: 2 }], []],
      [[{ school: old, places: 2 }], []],
    ])
    const theirs = await ask<ProgrammeReport>(nextOfficer, 'programmes', now(next))
    expect(theirs.projects.flatMap((p) => p.proposed.map(() => p.project.title)).sort()).toEqual(['暑期骨干研修', '秋季骨干研修'].sort())
    expect(theirs.projects[0]?.project).toMatchObject({ quotas: [{ school: next, places: 3 }], first: [next] })
    expect((await ask<ProgrammeReport>(district, 'programmes', '')).projects[0]?.project.quotas).toHaveLength(2)
  })

  test('it does not see for which title the next school nominated them, though they are on its roll that day', async () => {
    const tiers = await ask<TierReport>(oldOfficer, 'tiers', then(old))
    expect([tiers.onRoll, tiers.waiting]).toEqual([2, []])
    expect((await ask<TierReport>(nextOfficer, 'tiers', now(next))).waiting).toMatchObject([{ name: '陶静' }])
    expect((await ask<TierReport>(district, 'tiers', 'asOf=2026-09-30')).waiting).toMatchObject([{ name: '陶静', school: old }])
  })

  test('it sees the objection made while they were there, and none made later', async () => {
    expect((await ask<HistoryAnswer>(oldOfficer, 'history', then(old))).objections).toMatchObject([{ reason: '少了 2019 年' }])
    await does(hers, { kind: 'teacher', id: tao }, 'object-history', { opening: await openingRow(), again: null, reason: '十学时不对' })
    expect((await ask<HistoryAnswer>(oldOfficer, 'history', then(old))).objections.map((o) => o.reason)).toEqual(['少了 2019 年'])
    expect((await ask<HistoryAnswer>(nextOfficer, 'history', now(next))).objections.map((o) => o.reason)).toContain('十学时不对')
  })

  test('its year review counts them in the figures, and lists nothing of what waits at the next school', async () => {
    const year = 'first=2026-01-01&last=2026-12-31'
    const own = await ask<SchoolYearReview>(oldOfficer, 'year-review', `${then(old)}&${year}`)
    expect(own.figures.people.map((p) => p[1])).toContain('陶静')
    expect(own.missing.find((m) => m.person === tao)).toMatchObject({ nothing: true, pending: 0, requests: 0 })
    const theirs = await ask<SchoolYearReview>(nextOfficer, 'year-review', `${now(next)}&${year}`)
    expect(theirs.missing.find((m) => m.person === tao)).toMatchObject({ pending: 1 })
  })

  test('and neither school may ask about the other', async () => {
    for (const name of ['programmes', 'tiers', 'history'])
      for (const [device, school] of [
        [oldOfficer, next],
        [nextOfficer, old],
      ] as const)
        expect((await device.fetch(`/api/reports/${name}?${then(school)}`)).status).toBe(404)
  })
})

async function openingRow(): Promise<string> {
  const { documents } = await hers.sync([], { want: [{ kind: 'teacher', id: tao }] })
  const row = (documents[0] as { rows: { id: string; kind: string }[] } | undefined)?.rows.find((r) => r.kind === 'opening')
  if (row === undefined) throw new Error('no balance')
  return row.id
}
