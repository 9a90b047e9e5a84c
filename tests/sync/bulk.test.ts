// A phone that gets many dossiers at once gets them in bulk: the very texts it keeps, with what they come to beside them.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import { standingOf } from '../../src/domain/evaluate/standing.ts'
import { act } from '../../src/storage/act.ts'
import { closePhone, read, write, type Phone } from '../../src/storage/phone.ts'
import { allStandings, recount } from '../../src/storage/standings.ts'
import type { DocumentRecord, StandingRecord } from '../../src/storage/tables.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import type { SyncOutcome } from '../../src/sync/outcome.ts'
import { syncOnce } from '../../src/sync/sync-once.ts'
import { countedBy } from '../../src/wire/counted-by.ts'
import { CLAIM } from '../domain/verbs/scene.ts'
import { dossierOf, dossiers, fill, handset, keyOf, openFor, reference } from '../storage/people.ts'
import { StandIn } from './stand-in.ts'

const MANY = 12
let far: StandIn
let phone: Phone

beforeEach(async () => {
  far = serverWithMany()
  far.bulk = true
  phone = await newPhone(far)
})
afterEach(() => {
  closePhone(phone)
})

function serverWithMany(): StandIn {
  const server = new StandIn(handset().clock)
  const colleagues = Array.from({ length: MANY }, (_, n) => `colleague-${String(n)}`)
  for (const id of colleagues) server.keep({ ...dossiers.tao, subject: { kind: 'teacher', id: id as PersonId } })
  server.keep(dossiers.wu)
  server.scopes.set('wu', [...colleagues.map((id) => `teacher:${id}`), keyOf('wu')].sort())
  return server
}

const newPhone = (server: StandIn): Promise<Phone> => openFor('wu', { ...handset(), clock: server.clock })

async function synced(server: StandIn = far, on: Phone = phone): Promise<SyncOutcome> {
  const { outcome } = await syncOnce({
    phone: on,
    transport: server.transportFor('wu'),
    signer: { device: on.owner.device, sign: (text) => Promise.resolve(`sig${text.length}`) },
    build: 'test',
    tab: 'tab-1',
    batch: newBatchSize(),
    inHand: () => Promise.resolve(true),
  })
  return outcome
}

const kept = (on: Phone = phone): Promise<{ documents: DocumentRecord[]; standings: StandingRecord[] }> =>
  read(on, async (database) => ({ documents: await database.documents.toArray(), standings: await database.standings.toArray() }))

const named = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await allStandings(phone)).map(({ key, name }) => [key, name]))

const anotherName = (dossier: Dossier) => ({ ...standingOf(reference.policy, dossier), name: '别处数的' })

test('it holds afterwards exactly what one holds that got them row by row', async () => {
  expect(await synced()).toEqual({ is: 'all-synced' })
  const old = serverWithMany()
  const other = await newPhone(old)
  expect(await synced(old, other)).toEqual({ is: 'all-synced' })
  expect(await kept()).toEqual(await kept(other))
  expect((await kept()).standings).toHaveLength(MANY + 1)
  closePhone(other)
})

test('it asks for bulk only where the server said it can, and for more than one', async () => {
  far.page = 6
  await synced()
  expect(far.requests.map(({ want, bulk }) => [want.length, bulk ?? false])).toEqual([
    [0, false],
    [13, true],
    [7, true],
    [1, false],
  ])
  const old = serverWithMany()
  const other = await newPhone(old)
  await synced(old, other)
  expect(old.requests.filter(({ bulk }) => bulk !== undefined)).toEqual([])
  closePhone(other)
})

test('a standing that came along is taken where it was counted as it would be here, and counted here where not', async () => {
  far.standingOf = anotherName
  await synced()
  expect(new Set(Object.values(await named()))).toEqual(new Set(['别处数的']))
  closePhone(phone)
  far = serverWithMany()
  far.bulk = true
  far.standingOf = anotherName
  far.counted = countedBy({ ...reference.policy, rules: [] })
  phone = await newPhone(far)
  expect(await synced()).toEqual({ is: 'all-synced' })
  expect(new Set(Object.values(await named()))).toEqual(new Set(['陶老师', '吴专干']))
})

test('where something of one’s own lies over a dossier it is counted here, whatever came along', async () => {
  await fill(phone, [dossiers.wu, dossiers.tao])
  await act(phone, { verb: 'claim-hours', subject: dossierOf('wu'), args: CLAIM })
  const sent = {
    by: countedBy(reference.policy),
    texts: new Map(([dossiers.wu, dossiers.tao] as Dossier[]).map((d) => [`teacher:${d.subject.id}`, JSON.stringify(anotherName(d))])),
  }
  await write(phone, (database) => recount(phone, database, sent.texts.keys(), new Map(), sent))
  expect(await named()).toEqual({ [keyOf('wu')]: '吴专干', [keyOf('tao')]: '别处数的' })
  expect((await allStandings(phone)).find(({ key }) => key === keyOf('wu'))?.waiting.school).toBe(1)
})

test('of bytes spoilt on the way nothing is believed: found unequal, counted here, and fetched once more', async () => {
  let spoilt = 0
  far.standingOf = anotherName
  far.spoil = (text) => {
    far.spoil = (again) => again
    spoilt += 1
    // One character of the first dossier's text, which stays as long as it was.
    const at = text.indexOf('"name":"陶老师"', text.indexOf('\n'))
    return `${text.slice(0, at)}"name":"掏老师"${text.slice(at + '"name":"陶老师"'.length)}`
  }
  expect(await synced()).toMatchObject({ is: 'synced' })
  expect(spoilt).toBe(1)
  expect(await synced()).toEqual({ is: 'all-synced' })
  expect(far.requests.map(({ want }) => want.length)).toEqual([0, MANY + 1, 1])
  const { documents } = await kept()
  expect(documents.filter(({ text }) => text.includes('掏老师'))).toEqual([])
  // Fetched alone, row by row, and so counted here.
  expect(Object.values(await named()).filter((name) => name !== '别处数的')).toEqual(['陶老师'])
})

test('a text that belongs to somebody else is not kept under this name', async () => {
  far.spoil = (text) => {
    far.spoil = (again) => again
    return text.replace('\nteacher:colleague-0\n', '\nteacher:colleague-x\n')
  }
  expect(await synced()).toMatchObject({ is: 'synced' })
  expect(await synced()).toEqual({ is: 'all-synced' })
  expect(far.requests.map(({ want }) => want.length)).toEqual([0, MANY + 1, 1])
  const first = (await kept()).documents.find(({ key }) => key === 'teacher:colleague-0')
  expect(first?.text).toContain('陶老师')
})

test('an answer with less behind it than it says, or more, is none, and nothing of it is kept', async () => {
  for (const spoil of [(text: string) => text.slice(0, -1), (text: string) => `${text}x`]) {
    const server = serverWithMany()
    server.bulk = true
    server.spoil = spoil
    const other = await newPhone(server)
    expect(await synced(server, other)).toEqual({ is: 'not-connected', why: 'not-ours' })
    expect((await kept(other)).documents).toEqual([])
    server.spoil = (text) => text
    expect(await synced(server, other)).toEqual({ is: 'all-synced' })
    closePhone(other)
  }
})
