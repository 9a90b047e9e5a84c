// Six ways in which a server comes back from the past. In each, nothing confirmed is lost, nothing counts twice, and in the end every
// phone is what a fresh phone gets and what lies in the database.

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { GENERATION_FILE, marksOf, readMarks, writeMarks } from '../../src/server/backup/generation-file.ts'
import { rowsFrom } from '../../src/server/store/database.ts'
import { actMany } from '../../src/storage/act-many.ts'
import type { RowId } from '../../src/domain/ids.ts'
import { allAgree, everybodySyncs, rollUpOf } from './comparing.ts'
import { dossierOf, fileOf, schoolBased } from './phones.ts'
import { storyPhone } from './phone.ts'
import { DAY, HOUR, keepingDevices, restoreScene, type Scene } from './restore-scene.ts'

let s: Scene
beforeEach(async () => {
  s = await restoreScene()
})
afterEach(() => s.close())

const minuteByMinute = async (): Promise<void> => writeMarks(s.folder, await marksOf(s.w.db))

/** A year's ordinary work in miniature: a claim accepted, one returned, mended and accepted, one waiting, and a roster for everyone. */
async function work(title: string): Promise<void> {
  const { qin, li, wu } = s
  const plain = await s.claims(qin, `${title}·听课`)
  const mended = await s.claims(qin, `${title}·讲座`)
  await s.claims(li, `${title}·磨课`)
  await everybodySyncs(qin, li, wu)
  await s.accepts(wu, qin, plain)
  await s.does(wu, 'return-claim', dossierOf(qin.person), { row: mended, reason: '请写清日期' })
  await everybodySyncs(wu, qin, li)
  await s.does(qin, 'amend-claim', dossierOf(qin.person), { ...amended(`${title}·讲座(改)`), row: mended })
  await everybodySyncs(qin, wu)
  await s.accepts(wu, qin, mended)
  const grants = (row: RowId) =>
    [qin, li].map(
      ({ person }) =>
        ({
          verb: 'grant-hours',
          subject: dossierOf(person),
          args: { activity: row, hours: null, attendance: null, result: null },
        }) as const,
    )
  const registered = await actMany(
    wu.phone.phone,
    { verb: 'register-activity', subject: fileOf(s.school), args: schoolBased({ title: `${title}·校本` }) },
    grants,
  )
  expect(registered.is).toBe('saved')
  await everybodySyncs(wu, qin, li)
}
const amended = (title: string): Record<string, unknown> => ({
  title,
  organiser: '教导处',
  level: 'school',
  mode: 'school-based',
  tags: [],
  activity: null,
  project: null,
  first: '2026-09-12',
  last: '2026-09-12',
  hours: '4',
  credits: null,
  attendance: null,
  result: null,
  evidence: [],
  lateReason: null,
})
const known = async (): Promise<unknown> => ({
  qin: await s.sees(s.wu, s.qin),
  li: await s.sees(s.wu, s.li),
  total: await rollUpOf(s.w, s.school, s.wu),
})

test('an hour older: whoever connects first after it, the officer’s decisions wait for the claims they are about, and all of it is back', async () => {
  await work('备份前')
  const file = join(s.folder, 'hourly.gz')
  await s.yantu('backup', file)
  s.w.now += HOUR
  await work('备份后')
  const before = await known()
  await keepingDevices(s, async () => {
    await s.yantu('restore', file, '--confirm')
  })
  expect((await s.wu.phone.sync()).outcome.is).toBe('synced')
  expect([await s.refusals(s.wu), (await s.waiting(s.wu)) > 0]).toEqual([[], true])
  await everybodySyncs(s.wu, s.li, s.qin)
  expect(await known()).toEqual(before)
  expect([await s.refusals(s.wu), await s.refusals(s.qin), await s.refusals(s.li)]).toEqual([[], [], []])
  await allAgree(s.w, s.qin, s.li, s.wu, s.chen)
})

test('a day older: a role given since the backup comes back with the phone that gave it, and what was decided in it after that', async () => {
  const { w, li, qin, chen, wu } = s
  const night = await s.night()
  w.now += DAY
  await s.does(chen, 'grant-role', fileOf(s.school), {
    person: li.person,
    personName: li.name,
    role: 'officer',
    from: '2026-09-21',
    to: null,
  })
  const row = await s.claims(qin, '新专干审的')
  await everybodySyncs(chen, qin, li)
  await s.accepts(li, qin, row)
  await work('那一天')
  const before = await known()
  await keepingDevices(s, async () => {
    await s.yantu('restore', night, '--confirm')
  })
  await li.phone.sync()
  expect(await s.refusals(li)).toEqual([])
  await everybodySyncs(li, wu, qin, chen)
  expect(await known()).toEqual(before)
  await allAgree(w, qin, li, wu, chen)
})

test('the database lost: the night’s folder brings back what was, and the phones what came after', async () => {
  await work('备份前')
  await minuteByMinute()
  const night = await s.night()
  s.w.now += 7 * HOUR
  await work('备份后')
  const before = await known()
  await minuteByMinute()
  const generation = await s.generation()
  await keepingDevices(s, async () => {
    await s.loseDatabase()
    expect(await s.yantu('restore', night, '--confirm')).toMatchObject({ generation: generation + 1 })
  })
  await everybodySyncs(s.qin, s.wu, s.li)
  expect(await known()).toEqual(before)
  await allAgree(s.w, s.qin, s.li, s.wu, s.chen)
})

test('the file outside the database lost, and the database too, after an earlier restore: no phone takes the new generation for the one it knows', async () => {
  await work('备份前')
  const file = join(s.folder, 'first.gz')
  await s.yantu('backup', file)
  await work('备份后')
  const before = await known()
  await keepingDevices(s, async () => {
    await s.yantu('restore', file, '--confirm')
  })
  await everybodySyncs(s.qin, s.wu, s.li, s.chen)
  const known2 = await s.generation()
  expect(existsSync(join(s.folder, GENERATION_FILE))).toBe(false)
  await keepingDevices(s, async () => {
    await s.loseDatabase()
    await s.yantu('restore', file, '--confirm')
  })
  expect(await s.generation()).toBeGreaterThan(known2)
  await everybodySyncs(s.wu, s.qin, s.li, s.chen)
  expect(await known()).toEqual(before)
  await allAgree(s.w, s.qin, s.li, s.wu, s.chen)
})

test('only the file lost: a start makes a new one, and nobody is told of a past that did not come back', async () => {
  await work('平常')
  await minuteByMinute()
  rmSync(join(s.folder, GENERATION_FILE))
  const { rollbackGuard } = await import('../../src/server/backup/rollback-guard.ts')
  const said: string[] = []
  const guard = rollbackGuard(s.w.db, s.folder, (line) => void said.push(line))
  await guard.keep()
  expect([guard.rolledBack(), said, (await readMarks(s.folder))?.[s.w.district]?.generation]).toEqual([false, [], 1])
  await allAgree(s.w, s.qin, s.li, s.wu, s.chen)
})

test('a phone 60 days away, with claims the server forgot and claims it never had, finds its decisions waiting for it', async () => {
  const { w, qin, wu, li } = s
  const file = join(s.folder, 'autumn.gz')
  await s.yantu('backup', file)
  await s.claims(li, '李一的')
  const decided = await s.claims(qin, '去支教前报的')
  await everybodySyncs(qin, wu, li)
  await s.accepts(wu, qin, decided)
  await everybodySyncs(wu, qin, li)
  await s.claims(qin, '山上记的')
  await keepingDevices(s, async () => {
    await s.yantu('restore', file, '--confirm')
  })
  for (let week = 0; week < 8; week += 1) {
    w.now += 7 * DAY
    await s.night()
    await li.phone.sync()
    await wu.phone.sync()
  }
  expect([await s.refusals(wu), await s.waiting(wu)]).toEqual([[], 1])
  w.now += 4 * DAY
  await everybodySyncs(qin, wu, li)
  expect(await s.sees(wu, qin)).toEqual(['去支教前报的 recognised 40', '山上记的 pending-school null'].sort())
  await allAgree(w, qin, li, wu, s.chen)
})

test('someone erased since the backup stays erased: no phone brings them back, and nobody is asked about what they had done for them', async () => {
  const { w, qin, li, wu, chen } = s
  const row = await s.claims(li, '李一的')
  await everybodySyncs(li, wu)
  const file = join(s.folder, 'before-erasure.gz')
  await s.yantu('backup', file)
  await s.accepts(wu, li, row)
  await s.claims(qin, '覃丽莎的')
  await everybodySyncs(wu, qin, li, chen)
  await s.yantu('erase', li.name, '--confirm')
  await everybodySyncs(wu, qin, chen)
  const before = await s.sees(wu, qin)
  await keepingDevices(s, async () => {
    expect(await s.yantu('restore', file, '--confirm')).toMatchObject({ erasedAgain: 1 })
  })
  // Their own phone is known by no device any more.
  await s.claims(li, '还想报')
  await sql`delete from device where person = ${li.person}`.execute(w.db)
  await li.phone.sync()
  await everybodySyncs(wu, qin, chen)
  expect(await s.sees(wu, qin)).toEqual(before)
  expect([await s.refusals(wu), await s.waiting(wu), await s.sees(wu, li)]).toEqual([[], 0, []])
  expect(
    await rowsFrom(
      w.db,
      sql`select 1 from document where subject_id = ${li.person} union all select 1 from person where id = ${li.person}`,
    ),
  ).toEqual([])
  expect((await rollUpOf(w, s.school, wu))['onRoll']).toBe(2)
  await allAgree(w, qin, wu, chen)
})

test('storage lost as well as the backup’s day: what was only on that phone is said, never waited for without an end', async () => {
  const { qin, wu, li } = s
  const file = join(s.folder, 'lost.gz')
  await s.yantu('backup', file)
  const row = await s.claims(qin, '随手机丢了')
  await everybodySyncs(qin, wu, li)
  await s.accepts(wu, qin, row)
  await everybodySyncs(wu, qin)
  await keepingDevices(s, async () => {
    await s.yantu('restore', file, '--confirm')
  })
  const fresh = await storyPhone(s.w, qin.person, qin.name)
  expect((await fresh.sync()).outcome).toEqual({ is: 'all-synced' })
  await wu.phone.sync()
  expect([await s.refusals(wu), await s.waiting(wu)]).toEqual([[], 1])
  s.w.now += 91 * DAY
  await wu.phone.sync()
  expect([await s.refusals(wu), await s.waiting(wu)]).toEqual([['accept-claim verb.not-allowed'], 0])
  fresh.close()
})
