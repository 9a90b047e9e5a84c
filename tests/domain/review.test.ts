// What waits for whom at a school: one training together, who is missing, what differs from the notice, and what can be taken back.

import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import type { Document } from '../../src/domain/document.ts'
import type { ActivityInfo } from '../../src/domain/reference.ts'
import {
  activityOf,
  groupClaims,
  mismatchOf,
  ownDecisions,
  submissionsOf,
  turnOf,
  type Submission,
  type Wanted,
} from '../../src/domain/review.ts'
import type { Tenths } from '../../src/domain/hours.ts'
import type { RowId, SchoolId } from '../../src/domain/ids.ts'
import { accept, asDossier, atSchool, baseOf, CENTRAL, done, id, POINT, REFERENCE, TODAY, withClaim, type Who } from './verbs/scene.ts'

const ROW = '00000000-0000-7000-8000-00000000aaaa' as RowId
const NOTICE: ActivityInfo = {
  id: ROW,
  at: atSchool(CENTRAL),
  title: '9月校本研修·作业设计',
  titles: [],
  organiser: '中心校',
  level: 'school',
  mode: 'school-based',
  tags: [],
  project: null,
  first: day('2026-03-05'),
  last: day('2026-03-05'),
  hours: 40 as Tenths,
  way: 'claims',
}
const ON = { first: '2026-03-05', last: '2026-03-05' }
const EVERYTHING: Wanted = { activities: [NOTICE], since: day('2026-03-09') }
const HERE: ReadonlySet<SchoolId> = new Set([CENTRAL, POINT])

const handed = (doc: Document): Submission[] => submissionsOf(asDossier(doc), TODAY, EVERYTHING)
const claimOf = (who: Who, training: Readonly<Record<string, unknown>>, at: SchoolId = CENTRAL): { doc: Document; row: string } =>
  withClaim(who, at, training)

describe('claims of one training', () => {
  it('stand together when they name the activity, or write its title with other marks near its days', () => {
    const named = handed(claimOf('tao', { ...ON, activity: ROW, title: '随便写的' }).doc)
    const retyped = handed(claimOf('lin', { first: '2026-03-06', last: '2026-03-06', title: '9月校本研修（作业设计）' }).doc)
    const other = handed(claimOf('wei', { ...ON, title: '国培网络研修', level: 'district' }).doc)
    const groups = groupClaims([...named, ...retyped, ...other], [], [{ info: NOTICE, people: [] }])
    expect(groups.map((g) => g.claims.map((c) => c.name))).toEqual([['陶老师', '林老师'], ['魏专干']])
    expect(groups[0]?.title).toBe(NOTICE.title)
  })

  it('are not taken for the same title of another term', () => {
    const [old] = handed(claimOf('tao', { first: '2025-09-05', last: '2025-09-05', title: NOTICE.title }).doc)
    expect(activityOf(old?.entry.training ?? never(), [NOTICE])).toBeNull()
  })

  it('written differently come together once the officer joined the titles', () => {
    const [claim] = handed(claimOf('tao', { ...ON, title: '作业设计培训' }).doc)
    const training = claim?.entry.training ?? never()
    expect(activityOf(training, [NOTICE])).toBeNull()
    expect(activityOf(training, [{ ...NOTICE, titles: ['作业设计培训'] }])?.id).toBe(ROW)
  })

  it('of no activity stand together by title, level and day', () => {
    const a = handed(claimOf('tao', { ...ON, title: '区语文教研 活动', level: 'district' }).doc)
    const b = handed(claimOf('lin', { ...ON, title: '区语文教研活动', level: 'district' }).doc)
    const c = handed(claimOf('wei', { first: '2026-03-06', last: '2026-03-06', title: '区语文教研活动', level: 'district' }).doc)
    expect(groupClaims([...a, ...b, ...c], [], []).map((g) => g.claims.length)).toEqual([2, 1])
  })

  it('say who was expected, who handed in anything and who is missing', () => {
    const waiting = handed(claimOf('tao', { ...ON, activity: ROW }).doc)
    const { doc, row } = claimOf('lin', { ...ON, activity: ROW })
    const settled = handed(done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }))
    const [group] = groupClaims(waiting, [...waiting, ...settled], [{ info: NOTICE, people: [id('tao'), id('lin'), id('wei')] }])
    expect(group?.reported).toEqual([id('tao'), id('lin')])
    expect(group?.missing).toEqual([id('wei')])
  })

  it('come in the order of who has waited longest', () => {
    const late = handed(claimOf('tao', { ...ON, title: '乙' }).doc)
    const early = handed(claimOf('lin', { ...ON, title: '甲' }).doc).map((s) => ({ ...s, since: day('2026-03-01') }))
    expect(groupClaims([...late, ...early], [], []).map((g) => g.title)).toEqual(['甲', '乙'])
  })
})

describe('against the notice', () => {
  it('other hours or days are said, the same ones are not', () => {
    const [same] = handed(claimOf('tao', { ...ON, activity: ROW }).doc)
    const [more] = handed(claimOf('lin', { ...ON, activity: ROW, hours: '8' }).doc)
    expect(mismatchOf(same?.entry.training ?? never(), NOTICE)).toBeNull()
    expect(mismatchOf(more?.entry.training ?? never(), NOTICE)).toEqual({ hours: true, days: false })
    expect(mismatchOf(more?.entry.training ?? never(), null)).toBeNull()
  })
})

describe('whose turn it is', () => {
  const turn = (doc: Document, me: Who, schools = HERE): string => {
    const [s] = handed(doc)
    return turnOf(s ?? never(), asDossier(doc), REFERENCE, id(me), schools, TODAY).is
  }
  it("is the officer's for their school and for the 教学点 below it", () => {
    expect(turn(claimOf('tao', {}).doc, 'wu')).toBe('mine')
    expect(turn(claimOf('lin', {}, POINT).doc, 'wu')).toBe('mine')
  })
  it("is never one's own: another officer decides", () => {
    const { doc } = claimOf('wu', {})
    const [s] = handed(doc)
    const own = turnOf(s ?? never(), asDossier(doc), REFERENCE, id('wu'), HERE, TODAY)
    expect(own.is === 'own' && own.desk.people.map((p) => p.name)).toEqual(['魏专干'])
  })
  it("is the district's where the district alone decides, and after the school passed it on", () => {
    expect(turn(claimOf('tao', { level: 'nation' }).doc, 'wu')).toBe('district')
    const { doc, row } = claimOf('lin', { level: 'district' })
    expect(turn(done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }), 'wu')).toBe('district')
  })
})

describe('what an officer decided', () => {
  const { doc, row } = claimOf('tao', {})
  const passed = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row), minute: '10:00' })
  it('can be taken back within a day, by the one who decided', () => {
    expect(ownDecisions(handed(passed), id('wu'), TODAY, '11:00')).toHaveLength(1)
    expect(ownDecisions(handed(passed), id('wei'), TODAY, '11:00')).toHaveLength(0)
  })
  it('can no longer be taken back after 24 hours', () => {
    const all = submissionsOf(asDossier(passed), day('2026-03-11'), { ...EVERYTHING, since: day('2026-03-10') })
    expect(ownDecisions(all, id('wu'), day('2026-03-11'), '10:01')).toHaveLength(0)
    expect(ownDecisions(all, id('wu'), day('2026-03-11'), '09:59')).toHaveLength(1)
  })
})

describe('a long dossier', () => {
  it('is not read through: what is settled and old is left out', () => {
    const { doc, row } = claimOf('tao', {})
    const settled = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) })
    expect(submissionsOf(asDossier(settled), day('2026-06-01'), { activities: [], since: day('2026-05-31') })).toEqual([])
  })
})

function never(): never {
  throw new Error('nothing was handed in')
}
