// The phone of a school's officer, set up anew in a real browser: the app's own sync and storage against the real server.
// Runs in Chromium only; each step is asked for by itself, so that what is measured is not what is counted.
import type { DistrictId, PersonId } from '../../src/domain/ids.ts'
import { rollUpSchool } from '../../src/domain/roll-up.ts'
import { systemClock, systemRandom, todayOf } from '../../src/storage/clock.ts'
import { closePhone, openPhone, read, type Phone } from '../../src/storage/phone.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { systemHash } from '../../src/storage/system-hash.ts'
import { baseReference } from '../../src/storage/visible.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import type { SyncCore } from '../../src/sync/core.ts'
import { fetchTransport } from '../../src/sync/fetch-transport.ts'
import { syncOnce } from '../../src/sync/sync-once.ts'

export interface FirstSync {
  readonly ms: number
  readonly outcome: string
  readonly requests: number
  /** On the wire, headers and all. */
  readonly bytes: number
}

export interface Kept {
  readonly documents: number
  readonly entries: number
  readonly standings: number
}

export interface SecondSync {
  readonly rows: number
  readonly requests: number
}

export interface Opened {
  readonly openMs: number
  readonly standingsMs: number
}

let core: SyncCore | null = null
let requests = 0
let last = ''

const open = (person: string, district: string): Promise<Phone> =>
  openPhone(
    { person: person as PersonId, name: '覃静', district: district as DistrictId, device: 'bench' },
    { clock: systemClock, random: systemRandom, notes: localStorage, hash: systemHash },
  )

/** The bench's server is told by a header who asks. */
function speakAs(device: string): void {
  const plain = window.fetch.bind(window)
  window.fetch = (path, init) =>
    plain(path, { ...init, headers: { ...(init?.headers as Record<string, string> | undefined), 'test-device': device } })
}

export async function measureFirstSync(person: string, district: string, device: string): Promise<FirstSync> {
  speakAs(device)
  const phone = await open(person, district)
  core = {
    phone,
    signer: { device: 'bench', sign: () => Promise.reject(new Error('nothing to sign')) },
    build: 'bench',
    tab: 'bench',
    batch: newBatchSize(),
    inHand: () => Promise.resolve(true),
    newDevice: () => Promise.reject(new Error('no other device is needed')),
    transport: {
      async post(path: string, body: string) {
        requests += 1
        const carried = await fetchTransport.post(path, body)
        last = carried.is === 'answered' ? carried.text : ''
        return carried
      },
    },
  }
  const began = performance.now()
  const { outcome } = await syncOnce(core)
  const ms = performance.now() - began
  const carried = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  return { ms, outcome: outcome.is, requests, bytes: carried.reduce((sum, one) => sum + one.transferSize, 0) }
}

/** What the phone holds now. */
export function kept(): Promise<Kept> {
  return read(inHand().phone, async (database) => {
    const documents = await database.documents.toArray()
    const entries = documents.reduce((sum, { text }) => sum + text.split('\n').filter((line) => line.slice(37, 43) === 'hours ').length, 0)
    return { documents: documents.length, entries, standings: await database.standings.count() }
  })
}

export async function secondSync(): Promise<SecondSync> {
  requests = 0
  await syncOnce(inHand())
  const answer = JSON.parse(last) as { rows: unknown[]; documents: unknown[] }
  return { rows: answer.rows.length + answer.documents.length, requests }
}

/** As when the app is opened again: nothing parsed is remembered. */
export async function openAgain(person: string, district: string): Promise<Opened> {
  closePhone(inHand().phone)
  const began = performance.now()
  const phone = await open(person, district)
  const opened = performance.now()
  const reference = await read(phone, (database) => baseReference(phone, database))
  if (reference === null) throw new Error('nothing was kept')
  rollUpSchool(reference.value.policy, await allStandings(phone), todayOf(systemClock), null)
  return { openMs: opened - began, standingsMs: performance.now() - opened }
}

function inHand(): SyncCore {
  if (core === null) throw new Error('sync first')
  return core
}
