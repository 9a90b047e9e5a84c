// 吴敏 decides offline on the last days of her role; her phone connects when 郑洁 has taken over. What she decided is there as a
// proposal, 郑洁 decides with one tap, and nobody sees more than before.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { day } from '../../src/domain/day.ts'
import { openProposals } from '../../src/domain/proposals.ts'
import type { PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import type { Submission } from '../../src/domain/review.ts'
import { following, proposalsIn } from '../../src/app/school/review-acts.ts'
import { rowsFrom } from '../../src/server/store/database.ts'
import { act } from '../../src/storage/act.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { read } from '../../src/storage/phone.ts'
import { chooseFor, markSeen } from '../../src/storage/refusals.ts'
import { allAgree, everybodySyncs, rollUpOf, type Held } from './comparing.ts'
import { dossierOf, todayIn } from './phones.ts'
import { storyPhone } from './phone.ts'
import { claim, world, type World } from './world.ts'

const DAY = 86_400_000
let w: World
let school: SchoolId
let qin: Held
let wu: Held
let zheng: Held
const rows: RowId[] = []

async function held(name: string): Promise<Held> {
  const person = await w.teacher(name, school)
  return { person, name, phone: await storyPhone(w, person, name) }
}
const roleRow = async (person: PersonId): Promise<string> =>
  (await rowsFrom(w.db, sql<{ row: string }>`select row_id as "row" from membership where person = ${person}`))[0]?.row ?? ''
async function does({ phone }: Held, input: Record<string, unknown>): Promise<void> {
  expect(await act(phone.phone, input as unknown as Parameters<typeof act>[1])).toMatchObject({ is: 'saved' })
}
const submissions = async ({ phone }: Held): Promise<Submission[]> =>
  ((await dossierView(phone.phone, qin.person, todayIn(w)))?.entries ?? []).map(({ entry }) => ({
    person: qin.person,
    name: qin.name,
    school,
    entry,
    since: todayIn(w),
  }))
const outbox = ({ phone }: Held) => read(phone.phone, outboxView)

beforeAll(async () => {
  w = await world()
  school = await w.school('实验小学')
  qin = await held('覃丽莎')
  wu = await held('吴敏')
  zheng = await held('郑洁')
  await w.role(wu.person, wu.name, 'officer', { kind: 'school', id: school })
  await everybodySyncs(qin, wu)
  for (const title of ['听课', '讲座', '磨课']) {
    const acted = await act(qin.phone.phone, {
      verb: 'claim-hours',
      subject: dossierOf(qin.person),
      args: claim({ title, level: 'school', mode: 'school-based' }),
    } as Parameters<typeof act>[1])
    if (acted.is === 'saved') rows.push(acted.op as string as RowId)
  }
  await everybodySyncs(qin, wu)
  // On the bus home, without a network.
  await does(wu, {
    verb: 'accept-claim',
    subject: dossierOf(qin.person),
    args: { row: rows[0], hours: '3', credits: null, note: '只听了半天' },
  })
  await does(wu, { verb: 'return-claim', subject: dossierOf(qin.person), args: { row: rows[1], reason: '没有签到' } })
  await does(wu, { verb: 'accept-claim', subject: dossierOf(qin.person), args: { row: rows[2], hours: '4', credits: null, note: '' } })
  await w.act({ kind: 'school', id: school }, 'end-role', { row: await roleRow(wu.person), to: '2026-09-20' })
  w.now += 2 * DAY
  await w.role(zheng.person, zheng.name, 'officer', { kind: 'school', id: school }, { from: day('2026-09-21') })
  await zheng.phone.sync()
  // The third was mended and decided by the successor before the bus arrived.
  const [, , third] = await submissions(zheng)
  expect(third).toBeDefined()
  await does(zheng, { verb: 'return-claim', subject: dossierOf(qin.person), args: { row: rows[2], reason: '请写清地点' } })
  await zheng.phone.sync()
})
afterAll(async () => {
  for (const { phone } of [qin, wu, zheng]) phone.close()
  await w.close()
})

test('the former officer is told what became of it, holds no dossier any more, and nothing was recognised', async () => {
  await wu.phone.sync()
  const { adjustments, refusals, pending } = await outbox(wu)
  expect(adjustments.map(({ verb, result }) => `${verb} ${result.as['state'] ?? ''}`).sort()).toEqual([
    'accept-claim proposed',
    'return-claim proposed',
  ])
  expect(refusals.map(({ result }) => (result.is === 'refused' ? result.code : result.is))).toEqual(['decision.moved-on'])
  expect(pending).toEqual([])
  const held = await read(wu.phone.phone, (database) => database.documents.toCollection().primaryKeys())
  expect(held).toEqual([`teacher:${wu.person}`])
  await qin.phone.sync()
  expect((await submissions(qin)).map(({ entry }) => entry.recognised)).toEqual([null, null, null])
})

test('the successor sees who proposed what, and one tap decides as proposed', async () => {
  await zheng.phone.sync()
  const seen = proposalsIn(await submissions(zheng))
  expect(seen.map(({ submission, fact }) => `${submission.entry.training.title} ${fact.byName} ${fact.proposal.act}`).sort()).toEqual([
    '听课 吴敏 accept',
    '讲座 吴敏 return',
  ])
  for (const { submission, fact } of seen) {
    const input = following(submission, fact)
    expect(input).not.toBeNull()
    await does(zheng, { ...input })
  }
  await everybodySyncs(zheng, qin)
  const now = await submissions(zheng)
  expect(now.map(({ entry }) => `${entry.training.title} ${entry.state} ${String(entry.recognised)}`).sort()).toEqual([
    '听课 recognised 30',
    '磨课 returned-school null',
    '讲座 returned-school null',
  ])
  expect(now.flatMap(({ entry }) => openProposals(entry.facts))).toEqual([])
  expect(now.find(({ entry }) => entry.recognised === 30)?.entry.decision?.byName).toBe('郑洁')
  expect((await rollUpOf(w, school, zheng))['hours']).toMatchObject({ counted: 30 })
})

test('all of them agree with the database, and only what was in her hands could be proposed on', async () => {
  const stranger = await w.teacher('外校专干', await w.school('解放小学'))
  await w.role(
    stranger,
    '外校专干',
    'officer',
    { kind: 'school', id: await w.school('三小') },
    { from: day('2026-01-01'), to: day('2026-09-20') },
  )
  const device = await w.device(stranger)
  w.now -= 2 * DAY
  const op = device.op({ kind: 'teacher', id: qin.person }, 'accept-claim', { row: rows[1], hours: '4', credits: null, note: '' })
  w.now += 2 * DAY
  expect((await device.sync([op])).results[0]?.result).toEqual({ is: 'refused', code: 'verb.not-allowed', field: null })
  const answers = await outbox(wu)
  await markSeen(
    wu.phone.phone,
    answers.adjustments.map((one) => one.op),
  )
  for (const one of answers.refusals) await chooseFor(wu.phone.phone, one.op, 'given-up')
  await allAgree(w, qin, wu, zheng)
})
