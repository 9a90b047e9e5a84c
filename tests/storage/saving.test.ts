import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId, RowId } from '../../src/domain/ids.ts'
import type { Day } from '../../src/domain/day.ts'
import { act } from '../../src/storage/act.ts'
import { actGroup } from '../../src/storage/act-group.ts'
import { actMany } from '../../src/storage/act-many.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { forgetDraft, keepDraft, readDraft } from '../../src/storage/drafts.ts'
import { KeepingFailed } from '../../src/storage/keeping-failed.ts'
import { readMirror } from '../../src/storage/mirror.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { isMeant, worksAt } from '../../src/storage/people.ts'
import { closePhone, read, write, type Phone } from '../../src/storage/phone.ts'
import { openKept } from '../../src/storage/recover.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { writeMeta } from '../../src/storage/meta.ts'
import { CENTRAL, CLAIM, id, atSchool, TRAINING } from '../domain/verbs/scene.ts'
import { chance, device, dossierOf, dossiers, fill, handset, keyOf, openFor, type Handset } from './people.ts'

const today = '2026-03-10' as Day
let hand: Handset
let phone: Phone

beforeEach(async () => {
  hand = handset()
  phone = await openFor('tao', hand)
  await fill(phone, [dossiers.tao])
})
afterEach(() => {
  closePhone(phone)
})

const claim = (title: string) => act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: { ...CLAIM, title } })
const view = async (of: Phone = phone) => {
  const found = await dossierView(of, id('tao'), today)
  if (found === null) throw new Error('no dossier')
  return found
}

async function saved(doing: ReturnType<typeof act>): Promise<RowId> {
  const acted = await doing
  if (acted.is !== 'saved') throw new Error(JSON.stringify(acted))
  return acted.op as string as RowId
}

test('what a teacher saved is still there, numbered and unsent, after the app was killed and opened again', async () => {
  await saved(claim('统编教材'))
  await saved(claim('课堂评价'))
  closePhone(phone)
  phone = await openFor('tao', hand)
  const { entries } = await view()
  // Both may have been saved in one millisecond: which comes first is then chance.
  expect(entries.map((one) => [one.entry.training.title, one.local]).sort()).toEqual(
    [
      ['统编教材', 'on-this-phone'],
      ['课堂评价', 'on-this-phone'],
    ].sort(),
  )
  const ops = await read(phone, (database) => database.outbox.orderBy('n').toArray())
  expect(ops.map((op) => [op.n, op.sig, op.state])).toEqual([
    [1, null, 'pending'],
    [2, null, 'pending'],
  ])
})

test('a connection that the system killed is opened again and the save goes through', async () => {
  phone.database.backendDB().close()
  await saved(claim('统编教材'))
  phone.database.backendDB().close()
  expect((await view()).entries).toHaveLength(1)
})

test('a phone that cannot keep anything says so, and stores nothing', async () => {
  const broken = new Error('Connection to Indexed Database server lost')
  broken.name = 'UnknownError'
  phone.database.outbox.hook('creating', () => {
    throw broken
  })
  expect(await claim('统编教材')).toEqual({ is: 'failed', reason: 'storage-dead' })
  expect((await read(phone, outboxView)).pending).toEqual([])
})

test('two people who share a phone never see each other’s records', async () => {
  await saved(claim('陶老师的'))
  const other = await openFor('lin', hand, device(2))
  await fill(other, [dossiers.lin])
  expect(await dossierView(other, id('tao'), today)).toBeNull()
  expect((await read(other, outboxView)).pending).toEqual([])
  closePhone(other)
  expect((await view()).entries).toHaveLength(1)
})

test('a refusal by the rules comes back at once with its field, and nothing is stored', async () => {
  const acted = await act(phone, {
    verb: 'claim-hours',
    subject: dossierOf('tao'),
    args: { ...CLAIM, first: '2026-01-09', last: '2026-01-08' },
  })
  expect(acted).toEqual({ is: 'refused', code: 'claim.end-before-start', field: 'last' })
  expect((await read(phone, outboxView)).pending).toEqual([])
})

test('claiming, amending and withdrawing offline is one chain, each op on what the one before left', async () => {
  const row = await saved(claim('统编教材'))
  const { evidence, lateReason } = CLAIM
  await saved(
    act(phone, {
      verb: 'amend-claim',
      subject: dossierOf('tao'),
      args: { row, ...TRAINING, title: '统编教材研修(上)', evidence, lateReason },
    }),
  )
  expect((await view()).entries[0]?.entry.training.title).toBe('统编教材研修(上)')
  await saved(act(phone, { verb: 'withdraw-claim', subject: dossierOf('tao'), args: { row } }))
  expect((await view()).entries[0]?.entry.state).toBe('withdrawn')
  const ops = await read(phone, (database) => database.outbox.orderBy('n').toArray())
  expect(ops.map((op) => op.content.after)).toEqual([null, ops[0]?.op, ops[1]?.op])
  expect(ops[0]?.content.base).toBeNull()
  expect(ops[1]?.content.base).not.toBe(ops[2]?.content.base)
})

test('saving updates the standing in the same breath', async () => {
  const waiting = async () => (await allStandings(phone))[0]?.waiting.school
  expect(await waiting()).toBe(0)
  await saved(claim('统编教材'))
  expect(await waiting()).toBe(1)
})

test('an officer offline registers an activity and grants it to everyone there, in one act', async () => {
  const officer = await openFor('wu', hand, device(3))
  await fill(officer, [dossiers.tao, dossiers.lin, dossiers.wu])
  const { title, organiser, tags, project, first, last, hours } = TRAINING
  const acted = await actMany(
    officer,
    {
      verb: 'register-activity',
      subject: atSchool(CENTRAL),
      args: {
        title,
        organiser,
        level: 'school',
        mode: 'school-based',
        tags,
        project,
        first,
        last,
        hours,
        way: 'roster',
        expected: [],
        absent: [],
      },
    },
    (activity) =>
      (['tao', 'lin'] as const).map((who) => ({
        verb: 'grant-hours',
        subject: dossierOf(who),
        args: { activity, hours: null, attendance: null, result: null },
      })),
  )
  if (acted.is !== 'saved') throw new Error(JSON.stringify(acted))
  expect(acted.ops).toHaveLength(2)
  const lin = await dossierView(officer, id('lin'), today)
  expect(lin?.entries.map((one) => [one.entry.training.title, one.entry.state, one.entry.training.activity])).toEqual([
    [title, 'recognised', acted.op],
  ])
  const ops = await read(officer, (database) => database.outbox.orderBy('n').toArray())
  expect(ops.map((op) => [op.n, op.content.after])).toEqual([
    [1, null],
    [2, acted.op],
    [3, acted.op],
  ])
  closePhone(officer)
})

test('a group accepted with one tap is one save; a claim of one’s own in it is left out and named', async () => {
  await saved(claim('统编教材'))
  const officer = await openFor('wu', hand, device(3))
  const visible = (await view()).dossier
  await fill(officer, [visible, dossiers.wu])
  const row = (await view()).entries[0]?.entry.id
  const own = await saved(act(officer, { verb: 'claim-hours', subject: dossierOf('wu'), args: { ...CLAIM } }))
  const yes = { hours: '4', credits: null, note: '' }
  const acted = await actGroup(officer, [
    { verb: 'accept-claim', subject: dossierOf('tao'), args: { row, ...yes } },
    { verb: 'accept-claim', subject: dossierOf('wu'), args: { row: own, ...yes } },
  ])
  if (acted.is !== 'saved') throw new Error(JSON.stringify(acted))
  expect(acted.ops).toHaveLength(1)
  expect(acted.skipped.map((one) => one.why)).toEqual([{ is: 'refused', code: 'claim.own-decision', field: null }])
  closePhone(officer)
})

test('what a wiped database had not sent comes back under the same ids', async () => {
  const row = await saved(claim('统编教材'))
  const wiped = { ...handset(), notes: hand.notes }
  const { owner } = phone
  const opened = await openKept(
    { ...owner, device: device(9) },
    { clock: wiped.clock, random: chance, notes: wiped.notes, engine: wiped.engine },
  )
  expect([opened.phone.emptied, opened.recovered]).toEqual([true, 1])
  await fill(opened.phone, [dossiers.tao])
  expect((await view(opened.phone)).entries.map((one) => one.entry.id)).toEqual([row])
  closePhone(opened.phone)
})

test('the second copy holds at most fifty thousand characters, the oldest ops first', async () => {
  for (let i = 0; i < 4; i += 1)
    await saved(act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: { ...CLAIM, title: `第${i}次` } }))
  expect(readMirror(hand.notes, phone.owner).map((one) => one.content.args['title'])).toEqual(['第0次', '第1次', '第2次', '第3次'])
})

test('an op too large for the second copy does not keep the ones after it out of it', async () => {
  const first = await saved(claim('统编教材'))
  await write(phone, async (database) => {
    const record = await database.outbox.get(first)
    if (record !== undefined)
      await database.outbox.put({ ...record, content: { ...record.content, args: { ...record.content.args, title: '长'.repeat(60_000) } } })
  })
  await saved(act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: { ...CLAIM, title: '后来的' } }))
  expect(readMirror(hand.notes, phone.owner).map((one) => one.content.args['title'])).toEqual(['后来的'])
})

test('a save is a save even where its second copy cannot be made', async () => {
  const { notes } = phone
  const broken = {
    ...phone,
    notes: {
      ...notes,
      setItem: () => {
        throw new KeepingFailed('storage-full', null)
      },
    },
  }
  const acted = await act(broken, { verb: 'claim-hours', subject: dossierOf('tao'), args: CLAIM })
  expect(acted.is).toBe('saved')
  expect((await read(phone, outboxView)).pending).toHaveLength(1)
})

test('older code on a newer database reads, and asks for the update instead of writing', async () => {
  await write(phone, (database) => writeMeta(database, 'minWriter', 999))
  closePhone(phone)
  phone = await openFor('tao', hand)
  expect(phone.readOnly).toBe(true)
  expect(await claim('统编教材')).toEqual({ is: 'failed', reason: 'read-only' })
  expect((await view()).entries).toEqual([])
})

test('the draft a claim was written in goes with the save, so that whoever is cut off right after it does not find it and save it twice', async () => {
  await keepDraft(phone, 'claim', { title: '统编教材' })
  await saved(act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: { ...CLAIM, title: '统编教材' }, draft: 'claim' }))
  closePhone(phone)
  phone = await openFor('tao', hand)
  expect([await readDraft(phone, 'claim'), (await read(phone, outboxView)).pending.length]).toEqual([null, 1])
  await keepDraft(phone, 'claim', { title: '没存下的' })
  expect(
    (
      await act(phone, {
        verb: 'claim-hours',
        subject: dossierOf('tao'),
        args: { ...CLAIM, first: '2026-03-09', last: '2026-03-01' },
        draft: 'claim',
      })
    ).is,
  ).toBe('refused')
  expect(await readDraft(phone, 'claim')).toEqual({ title: '没存下的' })
})

test('the draft an activity was written in goes with it and its hours, and stays where nothing was saved', async () => {
  const officer = await openFor('wu', handset())
  await fill(officer, [dossiers.wu, dossiers.tao, dossiers.lin])
  const { title, organiser, tags, project, first, last, hours } = TRAINING
  const register = (end: string) =>
    actMany(
      officer,
      {
        verb: 'register-activity',
        subject: atSchool(CENTRAL),
        draft: 'activity',
        args: {
          title,
          organiser,
          level: 'school',
          mode: 'school-based',
          tags,
          project,
          first,
          last: end,
          hours,
          way: 'roster',
          expected: [],
          absent: [],
        },
      },
      (activity) => [{ verb: 'grant-hours', subject: dossierOf('tao'), args: { activity, hours: null, attendance: null, result: null } }],
    )
  await keepDraft(officer, 'activity', { title })
  expect((await register('2020-01-01')).is).toBe('refused')
  expect(await readDraft(officer, 'activity')).toEqual({ title })
  expect((await register(last)).is).toBe('saved')
  expect([await readDraft(officer, 'activity'), (await read(officer, outboxView)).pending.length]).toEqual([null, 2])
  closePhone(officer)
})

test('a draft is kept until it is cleared', async () => {
  await keepDraft(phone, 'claim', { title: '打了一半' })
  expect(await readDraft(phone, 'claim')).toEqual({ title: '打了一半' })
  await forgetDraft(phone, 'claim')
  expect(await readDraft(phone, 'claim')).toBeNull()
})

test('people are found by name, initials, number and subject', async () => {
  const [tao] = await allStandings(phone)
  if (tao === undefined) throw new Error('no standing')
  expect(tao.key).toBe(keyOf('tao'))
  expect(tao.person).toBe('tao' as PersonId)
  expect(['陶', 'tj', 'j001', '语文', '陶 语'].map((typed) => isMeant(tao, typed))).toEqual([true, true, true, true, true])
  expect(isMeant(tao, '数学')).toBe(false)
  expect(worksAt(tao, CENTRAL, today)).toBe(true)
})

test('many hundreds of acts are kept in lots, between which the page hears how far it is; one that is declined is left out', async () => {
  const told: number[][] = []
  const inputs = Array.from({ length: 450 }, (_, n) => ({
    verb: 'claim-hours' as const,
    subject: dossierOf('tao'),
    args: { ...CLAIM, title: `研修 ${String(n)}`, ...(n === 300 ? { first: '2025-10-09', last: '2025-10-08' } : {}) },
  }))
  const acted = await actGroup(phone, inputs, (done, of) => void told.push([done, of]))
  expect(acted).toMatchObject({ is: 'saved', ops: { length: 449 }, skipped: [{ input: inputs[300] }] })
  expect(told).toEqual([
    [0, 450],
    [200, 450],
    [400, 450],
  ])
  expect((await view()).entries.filter((e) => e.entry.training.title.startsWith('研修 '))).toHaveLength(449)
})
