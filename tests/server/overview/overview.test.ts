import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { DistrictOverview, SchoolOverview } from '../../../src/wire/overview.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'
import { readersOf } from '../../setup/readers.ts'

let w: World
let first: SchoolId
let second: SchoolId
let qin: PersonId
let teacher: Device
let principal: Device
let district: Device
let auditor: Device

beforeAll(async () => {
  w = await world()
  first = await w.school('实验小学')
  second = await w.school('解放小学')
  ;({ qin, teacher, principal, district, auditor } = await readersOf(w, first))
  await w.teacher('食堂师傅', first, { category: 'worker' })
  await w.teacher('外校老师', second)
})
afterAll(() => w.close())

const overview = async (device: Device, query = ''): Promise<DistrictOverview> => (await device.fetch(`/api/district/overview${query}`)).json() as Promise<DistrictOverview>
const rollUp = async (device: Device, school: SchoolId, query = ''): Promise<SchoolOverview> => (await device.fetch(`/api/school/${school}/roll-up${query}`)).json() as Promise<SchoolOverview>
const homePost = async (person: PersonId): Promise<string> => (await sql<{ row_id: string }>`select row_id from posting where person = ${person} and kind = 'home'`.execute(w.db)).rows[0]?.row_id ?? ''
const claimFour = async (): Promise<void> => {
  const { results } = await teacher.sync([teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ level: 'school', hours: '4' }))])
  expect(results[0]?.result).toEqual({ is: 'applied' })
}

describe('the district’s page and the school’s', () => {
  test('nobody without a session, no teacher and no principal reads the district; no teacher reads a school', async () => {
    const anonymous = await w.app.request('/api/district/overview', { headers: { host: '127.0.0.1' } })
    expect(anonymous.status).toBe(401)
    for (const device of [teacher, principal]) expect((await device.fetch('/api/district/overview')).status).toBe(404)
    expect((await teacher.fetch(`/api/school/${first}/roll-up`)).status).toBe(404)
    expect((await principal.fetch(`/api/school/${second}/roll-up`)).status).toBe(404)
    expect((await principal.fetch(`/api/school/${w.uuid()}/roll-up`)).status).toBe(404)
  })

  test('在册 is 应计 and 不计, and the district is the sum of its schools', async () => {
    const page = await overview(district)
    expect([page.totals.onRoll, page.totals.counted, page.totals.notCounted]).toEqual([4, 3, 1])
    expect(page.schools.map((s) => [s.name, s.onRoll])).toEqual(expect.arrayContaining([['实验小学', 3], ['解放小学', 1]]))
    expect(await overview(auditor)).toEqual(page)
  })

  test('what a teacher claims is in the principal’s and the district’s totals at once, and equal', async () => {
    await claimFour()
    const page = await overview(district)
    const school = await rollUp(principal, first)
    expect(school.hours.pending).toBe(40)
    expect(page.schools.find((s) => s.school === first)?.hours).toEqual(school.hours)
    expect(page.totals.hours).toEqual(school.hours)
    expect(await rollUp(district, first)).toEqual(school)
  })

  test('a page kept by the server agrees with one made anew, also after someone moved', async () => {
    const before = await overview(district)
    const anew = (await (await w.otherServer().request('/api/district/overview', { headers: { host: '127.0.0.1', 'test-device': district.id } })).json()) as DistrictOverview
    expect(before).toEqual(anew)
    await w.act({ kind: 'teacher', id: qin }, 'start-post', { school: second, kind: 'home', from: '2026-09-20' })
    const after = await overview(district)
    expect(after.schools.find((s) => s.school === second)?.onRoll).toBe(2)
    expect(after.totals.onRoll).toBe(before.totals.onRoll)
    expect(after.schools.find((s) => s.school === second)?.hours.pending).toBe(40)
  })

  test('as of a day before, as known before, nothing of what came later is there', async () => {
    const page = await overview(district, '?asOf=2026-09-19&knownAt=2026-09-19')
    expect(page.totals.onRoll).toBe(0)
    const today = await overview(district, '?asOf=2026-09-20&knownAt=2026-09-20')
    const now = await overview(district)
    expect(today.totals).toEqual(now.totals)
    expect((await district.fetch('/api/district/overview?asOf=2026-02-30')).status).toBe(400)
  })

  test('a school’s totals of a past day hold who has left since, for the principal as for the district, and name nobody else', async () => {
    const before = await rollUp(principal, first, '?asOf=2026-09-20')
    const zhou = await w.teacher('周退休', first)
    w.now += 86_400_000
    const post = await homePost(zhou)
    const yesterday = await rollUp(principal, first, '?asOf=2026-09-20')
    await w.act({ kind: 'teacher', id: zhou }, 'end-post', { row: post, to: '2026-09-20', reason: 'retired', note: '' })
    expect((await rollUp(principal, first)).onRoll).toBe(before.onRoll)
    const past = await rollUp(principal, first, '?asOf=2026-09-20')
    expect(past.onRoll).toBe(before.onRoll + 1)
    const { change: _one, ...was } = yesterday
    const { change: _two, ...is } = past
    expect(is).toEqual(was)
    const ofDistrict = await rollUp(district, first, '?asOf=2026-09-20')
    expect(ofDistrict).toEqual(past)
    const people = (await (await principal.fetch(`/api/school/${first}/people?asOf=2026-09-20`)).json()) as { people: { name: string }[] }
    expect(people.people.map((p) => p.name)).toContain('周退休')
    const now = (await (await principal.fetch(`/api/school/${first}/people`)).json()) as { people: { name: string }[] }
    expect(now.people.map((p) => p.name)).not.toContain('周退休')
  })

  test('a post struck as a mistake is gone from the day, and still there in what was known before', async () => {
    const wrong = await w.teacher('误登老师', first)
    const onRoll = (await rollUp(principal, first)).onRoll
    w.now += 86_400_000
    const post = await homePost(wrong)
    await w.act({ kind: 'teacher', id: wrong }, 'end-post', { row: post, to: '2026-09-21', reason: 'mistake', note: '' })
    expect((await rollUp(principal, first)).onRoll).toBe(onRoll - 1)
    expect((await rollUp(principal, first, '?asOf=2026-09-21&knownAt=2026-09-21')).onRoll).toBe(onRoll)
    expect((await rollUp(principal, first, '?asOf=2026-09-21')).onRoll).toBe(onRoll - 1)
  })
})
