// Phones for tests: each with an IndexedDB of its own, a clock that stands until it is moved, and notes like localStorage.
// 陶老师 and 林老师 teach at the 中心校, 吴专干 is its officer; the dossiers are as the server would send them.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Document, Subject } from '../../src/domain/document.ts'
import { subjectKey } from '../../src/domain/document.ts'
import type { DistrictId } from '../../src/domain/ids.ts'
import { policyFor } from '../../src/domain/policy/packs/policy-for.ts'
import type { Reference } from '../../src/domain/reference.ts'
import type { Clock, Random } from '../../src/storage/clock.ts'
import { packDocument } from '../../src/storage/packed.ts'
import { openPhone, write, type Notes, type Phone } from '../../src/storage/phone.ts'
import { recount } from '../../src/storage/standings.ts'
import { canonical, shortHash } from '../../src/wire/canonical.ts'
import { rowText } from '../../src/wire/document-text.ts'
import { CENTRAL, DISTRICT, dossier, id, NAMES, REFERENCE, type Who } from '../domain/verbs/scene.ts'

const policy = policyFor('500103')
if (policy === null) throw new Error('no pack for 渝中')
export const reference: Reference = { ...REFERENCE, policy }
export const referenceWire = { hash: shortHash(reference), content: canonical(reference) }

export const dossiers: Readonly<Record<'tao' | 'lin' | 'wu', Document>> = {
  tao: dossier('tao', CENTRAL),
  lin: dossier('lin', CENTRAL),
  wu: dossier('wu', CENTRAL),
}
export const dossierOf = (who: Who): Subject => ({ kind: 'teacher', id: id(who) })
export const keyOf = (who: Who): string => subjectKey(dossierOf(who))

export interface TestClock extends Clock {
  ms: number
}
/** 2026-03-10 09:00 in 重庆. */
export const standing = (): TestClock => {
  const clock: TestClock = { ms: Date.UTC(2026, 2, 10, 1), now: () => clock.ms, zone: () => 480 }
  return clock
}

let seed = 1
/** Never the same twice, and the same again in the next run. */
export const chance: Random = (bytes) => {
  for (let i = 0; i < bytes.length; i += 1) {
    // Whole 32 bits: a product that outgrows 53 of them falls into a short circle, and ids come twice.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    bytes[i] = seed >>> 24
  }
}

export function notes(): Notes {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      kept.set(key, text)
    },
    removeItem: (key) => {
      kept.delete(key)
    },
  }
}

/** What of a phone outlives the app: its storage, its clock, its notes. */
export interface Handset {
  readonly engine: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange }
  readonly clock: TestClock
  readonly notes: Notes
}
export const handset = (): Handset => ({ engine: { indexedDB: new IDBFactory(), IDBKeyRange }, clock: standing(), notes: notes() })

export const device = (n: number): string => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`

export const openFor = (who: Who, hand: Handset, deviceId = device(1)): Promise<Phone> =>
  openPhone(
    { person: id(who), name: NAMES[who], district: DISTRICT as DistrictId, device: deviceId },
    { clock: hand.clock, random: chance, notes: hand.notes, engine: hand.engine },
  )

/** Puts documents and the reference on the phone as a sync would have. */
export async function fill(phone: Phone, documents: readonly Document[]): Promise<void> {
  await write(phone, async (database) => {
    await database.reference.put({ key: 'current', ...referenceWire })
    for (const one of documents) await database.documents.put(packDocument(one.subject, [...one.rows.values()].map(rowText)))
    await recount(
      phone,
      database,
      documents.map((one) => subjectKey(one.subject)),
    )
  })
}
