// A teacher’s phone is set up as a copy of the old one (整机换机), and both go on being used: the server notices, the copy gets a device
// of its own, and nothing that was said to be saved on either is lost or counts twice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId } from '../../src/domain/ids.ts'
import { act } from '../../src/storage/act.ts'
import { conditionOf } from '../../src/storage/condition.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { queueOf } from '../../src/storage/to-send.ts'
import { dossierOf, todayIn } from './phones.ts'
import { storyPhone, type StoryPhone } from './phone.ts'
import { claim, world, type World } from './world.ts'

let w: World
let qin: PersonId
let old: StoryPhone
let copy: StoryPhone

beforeAll(async () => {
  w = await world()
  qin = await w.teacher('覃丽莎', await w.school('实验小学'))
  old = await storyPhone(w, qin, '覃丽莎')
  expect((await old.sync()).outcome).toEqual({ is: 'all-synced' })
  await saves(old, '换机之前就登记的')
  copy = await old.copied()
})
afterAll(async () => {
  old.close()
  copy.close()
  await w.close()
})

const saves = async (phone: StoryPhone, title: string): Promise<void> => {
  expect((await act(phone.phone, { verb: 'claim-hours', subject: dossierOf(qin), args: claim({ title }) })).is).toBe('saved')
}
const titles = async (phone: StoryPhone): Promise<string[]> =>
  ((await dossierView(phone.phone, qin, todayIn(w)))?.entries ?? []).map((one) => one.entry.training.title).sort()
const ALL = ['旧手机上登记的', '新手机上登记的', '新手机上又登记的', '换机之前就登记的'].sort()

test('each goes on recording; the one that comes second is given a device of its own and everything of it arrives', async () => {
  await saves(old, '旧手机上登记的')
  await saves(copy, '新手机上登记的')
  await saves(copy, '新手机上又登记的')
  expect((await old.sync()).outcome).toEqual({ is: 'all-synced' })
  expect((await copy.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(await queueOf(copy.phone)).toMatchObject({ waiting: 0, refused: 0, unseen: 0 })
  expect(await titles(copy)).toEqual(ALL)
  expect((await old.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(await titles(old)).toEqual(ALL)
})

test('its owner is told that it happened and that nothing is lost', async () => {
  expect((await conditionOf(copy.phone)).incidents.map((one) => one.is)).toEqual(['renewed'])
  expect((await conditionOf(old.phone)).incidents).toEqual([])
})

test('the district can see that it happened, and nothing was stored twice', async () => {
  const { rows } = await sql<{ kind: string; person: string }>`select distinct kind, person from security_event`.execute(w.db)
  expect(rows).toEqual([{ kind: 'op.cloned-device', person: qin }])
  const stored = await sql<{
    n: number
    ops: number
  }>`select count(*) as n, count(distinct op) as ops from op_log where actor = ${qin}`.execute(w.db)
  expect(stored.rows[0]).toEqual({ n: 4, ops: 4 })
})

test('afterwards both go on as two phones', async () => {
  await saves(old, '后来一')
  await saves(copy, '后来二')
  expect((await old.sync()).outcome).toEqual({ is: 'all-synced' })
  expect((await copy.sync()).outcome).toEqual({ is: 'all-synced' })
  expect((await old.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(await titles(old)).toEqual([...ALL, '后来一', '后来二'].sort())
  expect(await titles(copy)).toEqual(await titles(old))
  expect(w.failures).toEqual([])
})
