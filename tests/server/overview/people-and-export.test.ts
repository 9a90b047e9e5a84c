import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { readSheets } from '../../../src/server/sheets/read-sheets.ts'
import type { DistrictOverview, SchoolPeople } from '../../../src/wire/overview.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let first: SchoolId
let second: SchoolId
let qin: PersonId
let teacher: Device
let principal: Device
let auditor: Device

beforeAll(async () => {
  w = await world()
  first = await w.school('实验小学')
  second = await w.school('解放小学')
  qin = await w.teacher('覃丽莎', first)
  await w.teacher('食堂师傅', first, { category: 'worker' })
  await w.teacher('外校老师', second)
  const zhao = await w.teacher('赵校长', first)
  await w.role(zhao, '赵校长', 'principal', { kind: 'school', id: first })
  const du = await w.person('督导')
  await w.role(du, '督导', 'auditor', 'district')
  teacher = await w.device(qin)
  principal = await w.device(zhao)
  auditor = await w.device(du)
  await teacher.sync([teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ level: 'school', hours: '4.5' }))])
})
afterAll(() => w.close())

describe('everyone of a school, and the district as a workbook', () => {
  test('no stranger, no teacher and no principal of another school reads them', async () => {
    for (const path of [`/api/school/${first}/people`, '/api/district/overview.xlsx']) {
      expect((await w.app.request(path, { headers: { host: '127.0.0.1' } })).status).toBe(401)
      expect((await teacher.fetch(path)).status).toBe(404)
    }
    expect((await principal.fetch(`/api/school/${second}/people`)).status).toBe(404)
    expect((await principal.fetch('/api/district/overview.xlsx')).status).toBe(404)
  })

  test('a principal sees the people of the own school by name, and why someone is not counted', async () => {
    const answer = (await (await principal.fetch(`/api/school/${first}/people`)).json()) as SchoolPeople
    expect(answer.people.map((p) => p.name).sort()).toEqual(['覃丽莎', '赵校长', '食堂师傅'].sort())
    expect(answer.people.find((p) => p.person === qin)).toMatchObject({ waiting: 1, notCounted: [] })
    expect(answer.people.find((p) => p.name === '食堂师傅')?.notCounted).toEqual([{ by: 'category', value: 'worker' }])
  })

  test('the workbook says what the page says, to the tenth', async () => {
    const page = (await (await auditor.fetch('/api/district/overview')).json()) as DistrictOverview
    const file = await auditor.fetch('/api/district/overview.xlsx')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const read = await readSheets(new Uint8Array(await file.arrayBuffer()), '汇总.xlsx')
    if (read.is !== 'sheets') throw new Error('not a workbook')
    const rows = (read.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? ''))
    const total = rows.find((row) => row[0] === '全区合计')
    expect(total?.slice(3, 6)).toEqual([page.totals.onRoll, page.totals.counted, page.totals.notCounted].map(String))
    expect(total?.slice(11, 14)).toEqual(['0', expect.any(String) as string, '4.5'])
    expect(page.totals.hours.pending).toBe(45)
  })
})
