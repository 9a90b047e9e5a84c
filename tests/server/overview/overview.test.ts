import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../../src/domain/day.ts'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { withServer } from '../../../src/server/door/door.ts'
import { overviewSource } from '../../../src/server/overview/kept-overview.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../../src/server/reference/reference.ts'
import type { Tx } from '../../../src/server/store/database.ts'
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

const overview = async (device: Device, query = ''): Promise<DistrictOverview> =>
  (await device.fetch(`/api/district/overview${query}`)).json() as Promise<DistrictOverview>
const rollUp = async (device: Device, school: SchoolId, query = ''): Promise<SchoolOverview> =>
  (await device.fetch(`/api/school/${school}/roll-up${query}`)).json() as Promise<SchoolOverview>
const homePost = async (person: PersonId): Promise<string> =>
  (await sql<{ row_id: string }>`select row_id from posting where person = ${person} and kind = 'home'`.execute(w.db)).rows[0]?.row_id ?? ''
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
    expect(page.schools.map((s) => [s.name, s.onRoll])).toEqual(
      expect.arrayContaining([
        ['实验小学', 3],
        ['解放小学', 1],
      ]),
    )
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

  test('read twice at the same moment, out of an older and a newer picture, it keeps the newer one', async () => {
    const kept = overviewSource()
    const references = referenceSource(districtRules)
    const inPicture = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      withServer(w.db, { district: w.district, person: '' }, work, { snapshot: true })
    const on = '2026-09-20' as Day
    const read = async (tx: Tx) => kept.read(tx, await references.read(tx, w.district), on)
    const onRoll = (await inPicture(read)).totals.onRoll
    for (let n = 1; n <= 4; n += 1) {
      await inPicture(async (old) => {
        // From here on it sees nothing new.
        const before = await references.read(old, w.district)
        await w.teacher(`新来${String(n)}`, second)
        await inPicture(async (fresh) => {
          const at = await references.read(fresh, w.district)
          await Promise.all([kept.read(fresh, at, on), kept.read(old, before, on)])
        })
      })
      expect((await inPicture(read)).totals.onRoll).toBe(onRoll + n)
    }
    for (const { id } of (await sql<{ id: string }>`select id from person where name like '新来%'`.execute(w.db)).rows) {
      await w.act({ kind: 'teacher', id: id as PersonId }, 'end-post', {
        row: await homePost(id as PersonId),
        to: '2015-09-01',
        reason: 'mistake',
        note: '',
      })
    }
  })

  test('the standings a report began with are the ones it ends with, whatever is pushed and read meanwhile', async () => {
    const kept = overviewSource()
    const references = referenceSource(districtRules)
    const read = () =>
      withServer(w.db, { district: w.district, person: '' }, async (tx) => kept.standings(tx, await references.read(tx, w.district)), {
        snapshot: true,
      })
    const begun = await read()
    const name = begun.get(qin)?.name
    await w.act({ kind: 'teacher', id: qin }, 'correct-person', { changes: { name: '秦改名' }, reason: '改名' })
    expect((await read()).get(qin)?.name).toBe('秦改名')
    expect(begun.get(qin)?.name).toBe(name)
    await w.act({ kind: 'teacher', id: qin }, 'correct-person', { changes: { name }, reason: '改回' })
  })

  test('a page kept by the server agrees with one made anew, also after someone moved', async () => {
    const before = await overview(district)
    const anew = (await (
      await w.otherServer().request('/api/district/overview', { headers: { host: '127.0.0.1', 'test-device': district.id } })
    ).json()) as DistrictOverview
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
