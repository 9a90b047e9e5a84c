// What goes wrong with phones is seen by the district, by nobody else: a copied profile, a document that differed, numbers left out.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { BackupSeen } from '../../../src/server/overview/events.ts'
import { BACKUP_TROUBLES, EVENT_KINDS, DistrictEvents } from '../../../src/wire/events.ts'
import { backupTroubleWords, eventWords } from '../../../src/app/text/events.ts'
import { storyPhone, type StoryPhone } from '../../journeys/phone.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let school: SchoolId
let qin: PersonId
let phone: StoryPhone
let officer: Device
let district: Device
let backups: BackupSeen = () => Promise.resolve({ last: null, trouble: null })

beforeAll(async () => {
  w = await world({ overrides: { backups: () => backups() } })
  school = await w.school('实验小学')
  qin = await w.teacher('覃丽莎', school)
  phone = await storyPhone(w, qin, '覃丽莎')
  expect((await phone.sync()).outcome).toEqual({ is: 'all-synced' })
  const wang = await w.teacher('王建国', school)
  await w.role(wang, '王建国', 'officer', { kind: 'school', id: school })
  officer = await w.device(wang)
  const liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  district = await w.device(liu)
})
afterAll(async () => {
  phone.close()
  await w.close()
})

const seen = async (): Promise<string[]> =>
  DistrictEvents.parse(await (await district.fetch('/api/district/events')).json()).events.map(
    ({ kind, name, times }) => `${kind} ${name} ${String(times)}`,
  )

test('a teacher and an officer of a school are not shown anything of it', async () => {
  const teacher = await w.device(qin)
  for (const one of [teacher, officer]) expect((await one.fetch('/api/district/events')).status).toBe(404)
  expect(await seen()).toEqual([])
})

test('how the night’s backup went is told to the district, in words, by a server that makes them', async () => {
  const ask = async () => DistrictEvents.parse(await (await district.fetch('/api/district/events')).json()).backup
  expect(await ask()).toEqual({ last: null, trouble: null })
  backups = () => Promise.resolve({ last: Date.UTC(2026, 8, 20, 18, 30), trouble: 'no-room' })
  expect(await ask()).toEqual({ last: '2026-09-21 02:30', trouble: 'no-room' })
  for (const trouble of BACKUP_TROUBLES) expect(backupTroubleWords(trouble)).toMatch(/管理服务器的人/)
  expect(backupTroubleWords('of a newer server')).toBe(backupTroubleWords('failed'))
})

test('a backup disk that does not answer holds no line to the database', async () => {
  let answer: () => void = () => undefined
  const asked = new Promise<void>((looks) => {
    backups = () =>
      new Promise((resolve) => {
        answer = () => resolve({ last: null, trouble: null })
        looks()
      })
  })
  const answered = district.fetch('/api/district/events')
  await asked
  const held = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`.execute(w.db)
  answer()
  backups = () => Promise.resolve({ last: null, trouble: null })
  expect((await answered).status).toBe(200)
  expect(held.rows).toEqual([{ n: 0 }])
})

test('a document that differed on a phone is fetched again and told once, though the phone finds it twice', async () => {
  const key = `teacher:${qin}`
  for (let i = 0; i < 2; i += 1) {
    const held = await phone.phone.database.documents.get(key)
    await phone.phone.database.documents.update(key, { text: held?.text.replace('覃丽莎', '覃丽沙') ?? '', digest: '0000000000000000' })
    await phone.sync('all')
    expect((await phone.sync('all')).outcome).toEqual({ is: 'all-synced' })
    expect((await phone.phone.database.documents.get(key))?.text).toContain('覃丽莎')
  }
  expect(await seen()).toEqual(['document.unequal 覃丽莎 1'])
})

test('nobody can have it noted of a document out of their reach', async () => {
  const teacher = await w.device(qin)
  await teacher.sync([], {
    unequal: [
      { kind: 'teacher', id: officer.person },
      { kind: 'school', id: school },
    ],
  })
  expect(await seen()).toEqual(['document.unequal 覃丽莎 1'])
})

test('a copied profile stands beside it, with whose phone it is', async () => {
  const device = await w.device(qin)
  const ops = [1, 2].map(() => device.op({ kind: 'teacher', id: qin }, 'claim-hours', claim()))
  device.n = 0
  const copy = device.op({ kind: 'teacher', id: qin }, 'claim-hours', claim())
  await device.sync(ops)
  await device.sync([copy])
  expect(await seen()).toEqual(['document.unequal 覃丽莎 1', 'op.cloned-device 覃丽莎 1'])
})

test('each kind is said in a sentence', () => {
  for (const kind of EVENT_KINDS) expect(eventWords(kind)).toMatch(/[\u4e00-\u9fff]{6,}/)
  expect(eventWords('of-next-year')).toBe('of-next-year')
  expect(w.failures).toEqual([])
})
