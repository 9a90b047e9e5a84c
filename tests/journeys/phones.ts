// Whole phones in a world: the real storage on an IndexedDB of their own, the real sync core, and the real server behind a
// network that can be switched off. What a person sees is read as the pages read it.

import type { Day } from '../../src/domain/day.ts'
import type { Subject } from '../../src/domain/document.ts'
import { decidedFields } from '../../src/domain/entry.ts'
import type { OpId, PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import { rollUpSchool, type SchoolRollUp } from '../../src/domain/roll-up.ts'
import { act, type ActInput } from '../../src/storage/act.ts'
import { actMany, type Follower } from '../../src/storage/act-many.ts'
import { dossierView, type EntryView } from '../../src/storage/dossier-view.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { openPhone, read, type Phone } from '../../src/storage/phone.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { visibleReference } from '../../src/storage/visible.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import type { SyncCore } from '../../src/sync/core.ts'
import { syncOnce } from '../../src/sync/sync-once.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import { chance, handset, type Handset } from '../storage/people.ts'
import type { Device, World } from './world.ts'

export interface PhoneInHand {
  readonly phone: Phone
  readonly device: Device
  online: boolean
  /** One attempt to agree with the server; what it came to. */
  sync(): Promise<string>
  /** Does something; throws unless it was saved. */
  does(verb: string, subject: Subject, args: Record<string, unknown>): Promise<OpId>
  tries(verb: string, subject: Subject, args: Record<string, unknown>): Promise<{ readonly is: string; readonly code?: string }>
  /** An activity and its roster in one act: everyone given gets the hours. */
  registers(school: SchoolId, activity: Record<string, unknown>, people: readonly PersonId[]): Promise<RowId>
  entries(person: PersonId): Promise<readonly EntryView[]>
  refusals(): Promise<readonly string[]>
  rollUp(school: SchoolId | null): Promise<SchoolRollUp>
  /** The app is closed and opened again: same storage, fresh memory. */
  restart(): Promise<void>
}

export const dossierOf = (id: PersonId): Subject => ({ kind: 'teacher', id })
export const fileOf = (id: SchoolId): Subject => ({ kind: 'school', id })

/** The day in 重庆 at the world's clock. */
export const todayIn = (w: World): Day => new Date(w.now + 8 * 3_600_000).toISOString().slice(0, 10) as Day

/** Hash of what a decision about the entry is made on, as a page shows it. */
export const seen = (view: EntryView): string => shortHash(decidedFields(view.entry))

export async function phoneOf(w: World, person: PersonId, name: string): Promise<PhoneInHand> {
  const device = await w.device(person)
  const hand: Handset = { ...handset(), clock: { ms: w.now, now: () => w.now, zone: () => 480 } }
  const open = (): Promise<Phone> => openPhone({ person, name, district: w.district, device: device.id }, { clock: hand.clock, random: chance, notes: hand.notes, engine: hand.engine })
  let phone = await open()
  const core = (): SyncCore => ({
    phone, build: 'test', tab: 'tab', batch: newBatchSize(), inHand: () => Promise.resolve(true),
    signer: { device: device.id, sign: (text) => Promise.resolve(device.sign(text)) },
    transport: {
      post: async (path, body) => {
        if (!mine.online) return { is: 'unreachable' }
        const answer = await device.fetch(path, { method: 'POST', body })
        return { is: 'answered', status: answer.status, text: await answer.text(), retryAfterMs: null }
      },
    },
  })
  const acting = (verb: string, subject: Subject, args: Record<string, unknown>): ActInput => ({ verb, subject, args }) as ActInput
  const mine: PhoneInHand = {
    get phone() { return phone },
    device, online: true,
    sync: async () => (await syncOnce(core())).outcome.is,
    tries: (verb, subject, args) => act(phone, acting(verb, subject, args)),
    async does(verb, subject, args) {
      const acted = await act(phone, acting(verb, subject, args))
      if (acted.is !== 'saved') throw new Error(`${verb}: ${JSON.stringify(acted)}`)
      return acted.op
    },
    async registers(school, activity, people) {
      const grants = (row: RowId): Follower[] => people.map((id) => acting('grant-hours', dossierOf(id), { activity: row, hours: null, attendance: null, result: null }))
      const acted = await actMany(phone, acting('register-activity', fileOf(school), activity), grants)
      if (acted.is !== 'saved' || acted.skipped.length > 0) throw new Error(JSON.stringify(acted))
      return acted.op as string as RowId
    },
    entries: async (id) => (await dossierView(phone, id, todayIn(w)))?.entries ?? [],
    refusals: async () => (await read(phone, outboxView)).refusals.map((one) => (one.result.is === 'refused' ? one.result.code : one.result.is)),
    async rollUp(school) {
      const reference = await read(phone, (database) => visibleReference(phone, database))
      if (reference === null) throw new Error('no reference yet')
      return rollUpSchool(reference.value.policy, await allStandings(phone), todayIn(w), school)
    },
    async restart() {
      phone.database.close()
      phone = await open()
    },
  }
  return mine
}

/** 校本研修 as the officer fills it in. */
export const schoolBased = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: '9月校本研修·作业设计', organiser: '教导处', level: 'school', mode: 'school-based', tags: [], project: null,
  first: '2026-09-18', last: '2026-09-18', hours: '4', way: 'roster', expected: [], absent: [], ...more,
})
