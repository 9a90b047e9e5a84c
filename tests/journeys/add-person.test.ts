// A school's officer adds one person by hand: the page's own act, through the real server. Online, checked against who is there.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SchoolId } from '../../src/domain/ids.ts'
import { addPerson } from '../../src/app/school/add-person.ts'
import type { NewPerson } from '../../src/app/school/one-row-roster.ts'
import { day } from '../../src/domain/day.ts'
import { world, type Device, type World } from './world.ts'

let w: World
let school: SchoolId
let elsewhere: SchoolId
let officer: Device
let teacher: Device

beforeAll(async () => {
  w = await world()
  school = await w.school('解放小学')
  elsewhere = await w.school('人民小学')
  const wang = await w.teacher('王晓琴', school)
  await w.role(wang, '王晓琴', 'officer', { kind: 'school', id: school })
  officer = await w.device(wang)
  teacher = await w.device(await w.teacher('覃丽莎', school))
})
afterAll(() => w.close())

const from = (device: Device): void => {
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body = null }: RequestInit = {}) => device.fetch(path, { method, body }))
}
beforeEach(() => {
  from(officer)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const person = (more: Partial<NewPerson> = {}): NewPerson => ({
  name: '尉迟文静',
  phone: '13812340001',
  staffNumber: '',
  subject: '语文',
  stage: 'primary',
  employment: 'permanent',
  category: 'full-time',
  from: day('2026-09-01'),
  ...more,
})
const names = async (): Promise<string[]> =>
  ((await (await officer.fetch(`/api/school/${school}/people`)).json()) as { people: { name: string }[] }).people.map((p) => p.name)

describe('adding one person', () => {
  test('a teacher, and an officer for another school, add nobody', async () => {
    const before = await names()
    from(teacher)
    expect(await addPerson(person(), school, null)).toMatchObject({ is: 'no', said: { status: 404 } })
    from(officer)
    expect(await addPerson(person(), elsewhere, null)).toMatchObject({ is: 'no', said: { status: 404 } })
    expect(await names()).toEqual(before)
  })

  test('the newcomer is on the roll at once, can be let in, and is not added twice', async () => {
    expect(await addPerson(person(), school, null)).toEqual({ is: 'added', notes: [] })
    expect(await names()).toContain('尉迟文静')
    const invited = (await (
      await officer.fetch('/api/invites', { method: 'POST', body: JSON.stringify({ of: 'school', school }) })
    ).json()) as { slips: { name: string }[] }
    expect(invited.slips.map((s) => s.name)).toContain('尉迟文静')
    expect(await addPerson(person(), school, null)).toEqual({ is: 'there', changes: [] })
  })

  test('what was left out is said: a phone number that is none', async () => {
    const added = await addPerson(person({ name: '上官婉', phone: '1381234' }), school, null)
    expect(added).toMatchObject({ is: 'added', notes: [expect.stringContaining('不是 11 位手机号')] })
  })

  test('a namesake is asked about, never guessed', async () => {
    const asked = await addPerson(person({ name: '覃丽莎', phone: '13812340002' }), school, null)
    if (asked.is !== 'asked') throw new Error(asked.is)
    expect(
      await addPerson(person({ name: '覃丽莎', phone: '13812340002' }), school, {
        batch: asked.batch,
        row: { row: asked.line.row, is: 'new' },
      }),
    ).toEqual({ is: 'added', notes: [] })
    expect((await names()).filter((n) => n === '覃丽莎')).toHaveLength(2)
  })

  test('a namesake at another school is asked about: the same person is moved by the district and gets no second dossier', async () => {
    await w.teacher('曾老师', elsewhere)
    const newcomer = person({ name: '曾老师', phone: '13812340009' })
    const asked = await addPerson(newcomer, school, null)
    if (asked.is !== 'asked') throw new Error(asked.is)
    expect(asked.line).toMatchObject({ mayBeNew: true, candidates: [{ name: '曾老师', school: '人民小学' }] })
    const candidate = asked.line.candidates[0]?.person ?? ''
    const same = await addPerson(newcomer, school, { batch: asked.batch, row: { row: asked.line.row, is: 'same', person: candidate } })
    expect(same).toMatchObject({
      is: 'findings',
      findings: [expect.objectContaining({ words: expect.stringContaining('区里') as string })],
    })
    expect(await names()).not.toContain('曾老师')
    const again = await addPerson(newcomer, school, null)
    if (again.is !== 'asked') throw new Error(again.is)
    expect(await addPerson(newcomer, school, { batch: again.batch, row: { row: again.line.row, is: 'new' } })).toMatchObject({
      is: 'added',
    })
    expect(await names()).toContain('曾老师')
  })

  test('a day that does not exist, an ID number for a staff number and an invisible name are said to be wrong, and nobody is added', async () => {
    const before = await names()
    for (const wrong of [{ from: '2026-02-30' as never }, { staffNumber: '500103199003070012' }, { name: '\u200b' }]) {
      expect(await addPerson(person({ name: '某某', phone: '', ...wrong }), school, null)).toMatchObject({ is: 'findings' })
    }
    expect(await names()).toEqual(before)
    expect(w.failures).toEqual([])
  })
})
