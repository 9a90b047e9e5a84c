// Each teacher is told the studios they host or belong to, of the district and of any school, and nobody else's; a school is told the
// district's in which its own teachers are, and of the members of other schools only how many.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { OwnStudio } from '../../../src/domain/studios/own-studios.ts'
import type { SchoolStudio } from '../../../src/domain/studios/school-studios.ts'
import { world, type Device, type World } from '../../journeys/world.ts'

let w: World
let school: SchoolId
let other: SchoolId
let point: SchoolId
let officers: readonly Device[]
const people: Record<string, { id: PersonId; device: Device }> = {}
const own = async (name: string, query = ''): Promise<readonly OwnStudio[]> => {
  const response = await people[name]?.device.fetch(`/api/reports/own-studios${query}`)
  return ((await response?.json()) as { answer: OwnStudio[] }).answer
}
const named = (name: string) => ({ person: people[name]?.id ?? '', name })

beforeAll(async () => {
  w = await world()
  school = await w.school('江岸小学')
  other = await w.school('沙湾小学')
  point = await w.school('山背小学')
  for (const [name, at] of [
    ['覃丽莎', school],
    ['韦刚', other],
    ['陶静', other],
  ] as const) {
    const id = await w.teacher(name, at)
    people[name] = { id, device: await w.device(id) }
  }
  officers = await Promise.all(
    [school, other, point].map(async (at) => {
      const id = await w.teacher('专干', at)
      await w.role(id, '专干', 'officer', { kind: 'school', id: at })
      return w.device(id)
    }),
  )
  const officer = await w.person('李敏')
  await w.role(officer, '李敏', 'district-officer', 'district')
  const district = await w.device(officer)
  const studio = (kind: string, name: string, host: string, members: string[], until: string | null) => ({
    kind,
    name,
    level: null,
    host: named(host),
    members: members.map(named),
    from: '2025-09-01',
    until,
  })
  const opened = [
    studio('yz-master', '语文名师工作室', '覃丽莎', ['韦刚'], null),
    studio('yz-head-teacher', '班主任工作室', '韦刚', [], '2026-06-30'),
  ].map((args) => district.op({ kind: 'district', id: w.district }, 'open-studio', args))
  expect((await district.sync(opened)).results.map((r) => r.result.is)).toEqual(['applied', 'applied'])
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

test('a host and a member find their studio, whoever’s school the host is at, and who is in none finds none', async () => {
  expect(await own('覃丽莎')).toMatchObject([{ name: '语文名师工作室', as: 'host', running: true, school: null }])
  expect(await own('韦刚')).toMatchObject([
    { name: '语文名师工作室', as: 'member', running: true, host: { name: '覃丽莎' } },
    { name: '班主任工作室', as: 'host', running: false },
  ])
  expect(await own('陶静')).toEqual([])
})

test('one that is over still ran on a day before, and nobody may ask about a school', async () => {
  expect((await own('韦刚', '?asOf=2026-06-30')).map((s) => s.running)).toEqual([true, true])
  expect((await people['韦刚']?.device.fetch(`/api/reports/own-studios?school=${school}`))?.status).toBe(404)
})

test('a school sees the district’s studios its own teachers host or belong to, without the names of other schools’ members, and asks about no other school', async () => {
  const [own, theirs, nobodys] = officers
  const ask = async (device: Device | undefined, at: SchoolId) => {
    const response = await device?.fetch(`/api/reports/school-studios?school=${at}`)
    return response?.status === 200 ? ((await response.json()) as { answer: SchoolStudio[] }).answer : response?.status
  }
  const seen = await ask(own, school)
  expect(seen).toMatchObject([{ name: '语文名师工作室', hosts: true, ours: [], others: 1 }])
  expect(JSON.stringify(seen)).not.toContain('韦刚')
  expect(await ask(theirs, other)).toMatchObject([
    { name: '语文名师工作室', hostName: '覃丽莎', hosts: false, ours: [{ name: '韦刚' }], others: 0 },
    { name: '班主任工作室', hosts: true, running: false },
  ])
  expect(await ask(nobodys, point)).toEqual([])
  expect([await ask(own, other), await ask(people['覃丽莎']?.device, school)]).toEqual([404, 404])
})
