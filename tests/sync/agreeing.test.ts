import { beforeEach, expect, test } from 'vitest'
import type { Day } from '../../src/domain/day.ts'
import type { RowId } from '../../src/domain/ids.ts'
import { actMany } from '../../src/storage/act-many.ts'
import { act } from '../../src/storage/act.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { takeLease } from '../../src/storage/lease.ts'
import { readMeta, writeMeta } from '../../src/storage/meta.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { closePhone, read, write, type Phone } from '../../src/storage/phone.ts'
import { chooseFor, markSeen } from '../../src/storage/refusals.ts'
import { rememberedOf } from '../../src/storage/remembered.ts'
import { recount } from '../../src/storage/standings.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { toSend } from '../../src/storage/to-send.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import type { SyncCore } from '../../src/sync/core.ts'
import { syncOnce } from '../../src/sync/sync-once.ts'
import { baseOf, CLAIM, id, TRAINING, type Who } from '../domain/verbs/scene.ts'
import { device, dossierOf, dossiers, handset, keyOf, openFor, standing, type Handset } from '../storage/people.ts'
import { StandIn } from './stand-in.ts'

const today = '2026-03-10' as Day
let hand: Handset
let far: StandIn
let phone: Phone
let core: SyncCore

const coreFor = (who: Who, of: Phone, tab = 'tab-1'): SyncCore => ({
  phone: of,
  transport: far.transportFor(who),
  signer: { device: of.owner.device, sign: (text) => Promise.resolve(`sig${text.length}`) },
  build: 'test',
  tab,
  batch: newBatchSize(),
  inHand: () => Promise.resolve(true),
})

beforeEach(async () => {
  hand = handset()
  far = new StandIn(hand.clock)
  for (const who of ['tao', 'lin', 'wu'] as const) far.keep(dossiers[who])
  far.scopes.set('tao', [keyOf('tao')])
  far.scopes.set('wu', [keyOf('lin'), keyOf('tao'), keyOf('wu')])
  phone = await openFor('tao', hand)
  core = coreFor('tao', phone)
  return () => {
    closePhone(phone)
  }
})

const outcome = async (of: SyncCore = core) => (await syncOnce(of)).outcome
const entries = async (of: Phone = phone) => (await dossierView(of, id('tao'), today))?.entries ?? []
const shown = async () => (await entries()).map((one) => [one.entry.state, one.local])
const queue = () => read(phone, outboxView)

async function saved(
  verb: 'claim-hours' | 'amend-claim' | 'withdraw-claim' | 'accept-claim',
  args: Record<string, unknown>,
  of: Phone = phone,
  who: Who = 'tao',
): Promise<RowId> {
  const acted = await act(of, { verb, subject: dossierOf(who), args })
  if (acted.is !== 'saved') throw new Error(JSON.stringify(acted))
  return acted.op as string as RowId
}
const claim = (title = '统编教材') => saved('claim-hours', { ...CLAIM, title })
const amend = (row: RowId) => saved('amend-claim', { row, ...TRAINING, title: '改过', evidence: [], lateReason: null })

test('the first sync brings the dossier, the reference and the standing; a second one moves nothing', async () => {
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect((await allStandings(phone)).map((one) => one.name)).toEqual(['陶老师'])
  far.requests.length = 0
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(far.requests).toHaveLength(1)
  expect(far.requests[0]).toMatchObject({ want: [], ops: [], reference: expect.any(String) })
  expect(JSON.stringify(far.requests[0]).length).toBeLessThan(1_000)
})

test('a claim saved offline goes from 只在本机 to 已到服务器, and is never gone from sight in between', async () => {
  await outcome()
  await claim()
  expect(await shown()).toEqual([['pending-school', 'on-this-phone']])
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(await shown()).toEqual([['pending-school', 'at-server']])
  expect((await queue()).pending).toEqual([])
})

test('a teacher who loses the answer and sends again is counted once', async () => {
  await outcome()
  await claim()
  far.troubles.push('answer-lost')
  expect(await outcome()).toEqual({ is: 'not-connected', why: 'unreachable' })
  expect(await shown()).toEqual([['pending-school', 'on-this-phone']])
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(far.applied).toBe(1)
  expect(await shown()).toEqual([['pending-school', 'at-server']])
})

test('a chain made offline arrives in order and takes effect whole', async () => {
  await outcome()
  const row = await claim()
  await amend(row)
  await saved('withdraw-claim', { row })
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(far.applied).toBe(3)
  expect(await shown()).toEqual([['withdrawn', 'at-server']])
})

test('one act in two dossiers arrives whole in one synchronisation, whichever of them the server takes first', async () => {
  for (const [mentee, mentor] of [
    ['tao', 'lin'],
    ['lin', 'tao'],
  ] as const) {
    const hers = await openFor('wu', handset())
    const both = coreFor('wu', hers)
    await outcome(both)
    const pair = { programme: null, subject: null, from: '2026-03-01', until: null }
    const acted = await actMany(
      hers,
      {
        verb: 'begin-mentoring',
        subject: dossierOf(mentee),
        args: { side: 'mentee', other: id(mentor), otherName: mentor, pair: null, ...pair },
      },
      (first) => [
        {
          verb: 'begin-mentoring',
          subject: dossierOf(mentor),
          args: { side: 'mentor', other: id(mentee), otherName: mentee, pair: first, ...pair },
        },
      ],
    )
    expect(acted).toMatchObject({ is: 'saved', skipped: [] })
    expect(await outcome(both)).toEqual({ is: 'all-synced' })
    closePhone(hers)
  }
})

test('a captive portal, a timeout, a busy server or an ended session lose nothing and say what is wrong', async () => {
  await outcome()
  await claim()
  far.troubles.push('portal', 'timeout', 'busy', 'signed-out', 'request-lost')
  expect(await outcome()).toEqual({ is: 'not-connected', why: 'not-ours' })
  expect(await outcome()).toEqual({ is: 'not-connected', why: 'timed-out' })
  expect(await outcome()).toEqual({ is: 'busy', retryAfterMs: 30_000 })
  expect(await outcome()).toEqual({ is: 'signed-out' })
  expect(await outcome()).toEqual({ is: 'not-connected', why: 'unreachable' })
  expect((await queue()).pending).toHaveLength(1)
  expect(await outcome()).toEqual({ is: 'all-synced' })
})

test('too much at once is halved until it passes, and grows again', async () => {
  await outcome()
  for (let i = 0; i < 5; i += 1) await claim(`第${i}次`)
  far.requests.length = 0
  far.troubles.push('too-large')
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(far.requests.map((one) => one.ops.length)).toEqual([5, 2, 3])
})

test('a refusal stops being shown as if it had happened, stays with its reason, and waits for its author', async () => {
  await outcome()
  const row = await claim()
  far.results.set(row, { is: 'refused', code: 'claim.unknown-level', field: 'level' })
  expect(await outcome()).toEqual({ is: 'synced', waiting: 0, refused: 1 })
  expect(await shown()).toEqual([])
  expect((await queue()).refusals).toMatchObject([
    { op: row, verb: 'claim-hours', result: { code: 'claim.unknown-level', field: 'level' }, seen: false },
  ])
  await markSeen(phone, [row])
  expect(await outcome()).toEqual({ is: 'all-synced' })
  const again = await act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: { ...CLAIM, replaces: row }, replaces: row })
  expect(again.is).toBe('saved')
  expect((await queue()).refusals).toEqual([])
})

test('a refusal put aside is kept as a draft with what had been filled in', async () => {
  await outcome()
  const row = await claim()
  far.results.set(row, { is: 'refused', code: 'claim.unknown-level', field: 'level' })
  await outcome()
  await chooseFor(phone, row, 'draft')
  const draft = await read(phone, (database) => database.drafts.get(`refused:${row}`))
  expect(draft?.value).toMatchObject({ verb: 'claim-hours', replaces: row, args: { title: '统编教材' } })
})

test('an op whose document fails on the server blocks nobody and stays on the phone', async () => {
  await outcome()
  const poison = await claim('坏的')
  await claim('好的')
  far.failing.add(poison)
  expect(await outcome()).toEqual({ is: 'synced', waiting: 1, refused: 0 })
  far.failing.clear()
  expect(await outcome()).toEqual({ is: 'all-synced' })
})

test('a decision on a claim that was changed meanwhile comes back as overtaken', async () => {
  await outcome()
  const row = await claim()
  await outcome()
  const officer = await openFor('wu', { ...handset(), clock: hand.clock }, device(2))
  const officers = coreFor('wu', officer)
  await outcome(officers)
  await saved('accept-claim', { row, hours: '4', credits: null, note: '' }, officer)
  await amend(row)
  await outcome()
  expect(await outcome(officers)).toEqual({ is: 'synced', waiting: 0, refused: 1 })
  expect((await read(officer, outboxView)).refusals).toMatchObject([{ result: { is: 'stale' } }])
  expect((await entries(officer))[0]?.entry.training.title).toBe('改过')
  closePhone(officer)
})

test('a document out of scope is dropped with its standing, but not before its ops are answered', async () => {
  const officer = await openFor('wu', { ...handset(), clock: hand.clock }, device(2))
  const officers = coreFor('wu', officer)
  await outcome()
  await outcome(officers)
  const row = await claim()
  await outcome()
  await outcome(officers)
  const op = await saved('accept-claim', { row, hours: '4', credits: null, note: '' }, officer)
  far.scopes.set('wu', [keyOf('wu')])
  far.failing.add(op)
  const first = await syncOnce(officers)
  expect([first.dropped, first.kept]).toEqual([[keyOf('lin')], [keyOf('tao')]])
  expect(await entries(officer)).toHaveLength(1)
  far.failing.clear()
  expect((await syncOnce(officers)).dropped).toEqual([keyOf('tao')])
  expect((await allStandings(officer)).map((one) => one.key)).toEqual([keyOf('wu')])
  closePhone(officer)
})

test('a document that differs is fetched again, that one only, and the incident is remembered', async () => {
  const officer = await openFor('wu', { ...handset(), clock: hand.clock }, device(2))
  const officers = coreFor('wu', officer)
  await outcome(officers)
  await write(officer, async (database) => {
    const record = await database.documents.get(keyOf('lin'))
    if (record === undefined) throw new Error('not held')
    await database.documents.put({ ...record, text: record.text.split('\n').slice(1).join('\n'), digest: 'damaged' })
    await recount(officer, database, [keyOf('lin')])
  })
  far.requests.length = 0
  expect((await syncOnce(officers, 'all')).outcome).toEqual({ is: 'all-synced' })
  expect(far.requests.flatMap((one) => one.want)).toEqual([dossierOf('lin')])
  expect(await read(officer, (database) => readMeta(database, 'incidents'))).toMatchObject([{ is: 'unequal', key: keyOf('lin') }])
  expect((await allStandings(officer)).map((one) => one.name).sort()).toEqual(['吴专干', '林老师', '陶老师'])
  closePhone(officer)
})

test('a server restored from a backup gets everything back that it had confirmed, and all agree again', async () => {
  await outcome()
  await claim('备份以后')
  await outcome()
  far.generation = 2
  far.results.clear()
  far.keep(dossiers.tao)
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect((await entries()).map((one) => [one.entry.training.title, one.local])).toEqual([['备份以后', 'at-server']])
  expect(far.documents.get(keyOf('tao'))?.rows.size).toBe(dossiers.tao.rows.size + 1)
})

test('a phone whose clock was a year ahead when it met the restored server waits no longer for others than every other phone', async () => {
  const DAY = 86_400_000
  far = new StandIn(standing())
  far.keep(dossiers.tao)
  far.scopes.set('tao', [keyOf('tao')])
  core = coreFor('tao', phone)
  await outcome()
  await claim('备份以后')
  await outcome()
  hand.clock.ms += 400 * DAY
  far.generation = 2
  far.results.clear()
  far.keep(dossiers.tao)
  far.troubles.push('none', 'request-lost')
  await outcome()
  // Its clock is right again: it says that the server knew this once, for ninety days and no longer.
  hand.clock.ms = far.clock.ms + 80 * DAY
  far.clock.ms += 80 * DAY
  const op = (await queue()).pending[0]?.op ?? ''
  const { ops: signed } = await toSend(phone, 10, new Set())
  await settleOffset()
  expect(await rememberedOf(phone, signed)).toEqual({ confirmed: [op] })
  hand.clock.ms += 20 * DAY
  far.clock.ms += 20 * DAY
  await settleOffset()
  expect(await rememberedOf(phone, signed)).toEqual({})
})

/** As every answer of the server does. */
const settleOffset = () => write(phone, (database) => writeMeta(database, 'offset', far.clock.ms - hand.clock.ms))

test('two tabs do not sync at once, a tab that died lets go after ninety seconds, and the button waits for neither', async () => {
  expect(await takeLease(phone, 'tab-2')).toBe(true)
  expect(await outcome()).toEqual({ is: 'elsewhere' })
  expect((await syncOnce(coreFor('tao', phone, 'tab-3'), 'all')).outcome).toEqual({ is: 'all-synced' })
  expect(await takeLease(phone, 'tab-2')).toBe(true)
  hand.clock.ms += 90_001
  expect(await outcome()).toEqual({ is: 'all-synced' })
})

test('when somebody else signed in meanwhile, nothing of theirs is kept here and nothing of ours is lost', async () => {
  await outcome()
  await claim()
  let asked = 0
  const changed = { ...core, inHand: () => Promise.resolve((asked += 1) < 2) }
  expect(await outcome(changed)).toEqual({ is: 'signed-out' })
  expect((await queue()).pending).toHaveLength(1)
})

test('a new sign-in signs the waiting ops again under the new device', async () => {
  await outcome()
  await claim()
  far.troubles.push('signed-out')
  await outcome()
  closePhone(phone)
  phone = await openFor('tao', hand, device(7))
  core = coreFor('tao', phone)
  far.requests.length = 0
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(far.requests[0]?.ops[0]?.transport).toMatchObject({ device: device(7), n: 1 })
})

test('somebody else’s decision arrives and is shown', async () => {
  await outcome()
  const row = await claim()
  await outcome()
  const document = far.documents.get(keyOf('tao'))
  if (document === undefined) throw new Error('not there')
  far.elsewhere('wu', 'accept-claim', dossierOf('tao'), { row, hours: '3', credits: null, note: '' }, baseOf(document, row))
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect((await entries()).map((one) => [one.entry.state, one.entry.recognised])).toEqual([['recognised', 30]])
})

test('settled ops are forgotten only after 35 days and two newer backups; refusals never', async () => {
  await outcome()
  await claim()
  const refused = await claim('被拒的')
  far.results.set(refused, { is: 'refused', code: 'claim.unknown-level', field: 'level' })
  await outcome()
  const states = async () => (await read(phone, (database) => database.outbox.toArray())).map((op) => op.state).sort()
  hand.clock.ms += 36 * 86_400_000
  far.backedUpThrough = '5'
  await outcome()
  expect(await states()).toEqual(['refused', 'settled'])
  far.backedUpThrough = '9'
  await outcome()
  expect(await states()).toEqual(['refused'])
})
