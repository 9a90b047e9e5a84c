// What people do with a phone in a story, in few words: act, register, sync, look. The network can be switched off.
// What a person sees is read as the pages read it.

import type { Day } from '../../src/domain/day.ts'
import type { Subject } from '../../src/domain/document.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { OpId, PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import { rollUpSchool, type SchoolRollUp } from '../../src/domain/roll-up.ts'
import { act, type ActInput } from '../../src/storage/act.ts'
import { actMany, type Follower } from '../../src/storage/act-many.ts'
import { dossierView, type EntryView } from '../../src/storage/dossier-view.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { read } from '../../src/storage/phone.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { visibleReference } from '../../src/storage/visible.ts'
import { storyPhone } from './phone.ts'
import type { World } from './world.ts'

export interface PhoneInHand {
  online: boolean
  /** One attempt to agree with the server; what it came to. */
  sync(): Promise<string>
  /** Does something; throws unless it was saved. */
  does(verb: string, subject: Subject, args: Record<string, unknown>): Promise<OpId>
  tries(verb: string, subject: Subject, args: Record<string, unknown>): Promise<{ readonly is: string; readonly code?: string }>
  /** An activity and its roster in one act: everyone given gets the hours. */
  registers(school: SchoolId, activity: Record<string, unknown>, people: readonly PersonId[]): Promise<RowId>
  /** Whether this phone has the dossier. */
  holds(person: PersonId): Promise<boolean>
  entries(person: PersonId): Promise<readonly EntryView[]>
  /** The dossier as this phone has it; null where it holds none. */
  dossier(person: PersonId): Promise<Dossier | null>
  refusals(): Promise<readonly string[]>
  rollUp(school: SchoolId | null): Promise<SchoolRollUp>
  /** The app is closed and opened again: same storage, fresh memory. */
  restart(): Promise<void>
}

export const dossierOf = (id: PersonId): Subject => ({ kind: 'teacher', id })
export const fileOf = (id: SchoolId): Subject => ({ kind: 'school', id })

/** The day in 重庆 at the world's clock. */
export const todayIn = (w: World): Day => new Date(w.now + 8 * 3_600_000).toISOString().slice(0, 10) as Day

export async function phoneOf(w: World, person: PersonId, name: string): Promise<PhoneInHand> {
  const story = await storyPhone(w, person, name)
  const acting = (verb: string, subject: Subject, args: Record<string, unknown>): ActInput => ({ verb, subject, args }) as ActInput
  const mine: PhoneInHand = {
    online: true,
    async sync() {
      if (!mine.online) story.network.push('request-lost')
      return (await story.sync()).outcome.is
    },
    tries: (verb, subject, args) => act(story.phone, acting(verb, subject, args)),
    async does(verb, subject, args) {
      const acted = await act(story.phone, acting(verb, subject, args))
      if (acted.is !== 'saved') throw new Error(`${verb}: ${JSON.stringify(acted)}`)
      return acted.op
    },
    async registers(school, activity, people) {
      const grants = (row: RowId): Follower[] =>
        people.map((id) => acting('grant-hours', dossierOf(id), { activity: row, hours: null, attendance: null, result: null }))
      const acted = await actMany(story.phone, acting('register-activity', fileOf(school), activity), grants)
      if (acted.is !== 'saved' || acted.skipped.length > 0) throw new Error(JSON.stringify(acted))
      return acted.op as string as RowId
    },
    holds: async (id) => (await dossierView(story.phone, id, todayIn(w))) !== null,
    dossier: async (id) => (await dossierView(story.phone, id, todayIn(w)))?.dossier ?? null,
    entries: async (id) => (await dossierView(story.phone, id, todayIn(w)))?.entries ?? [],
    refusals: async () =>
      (await read(story.phone, outboxView)).refusals.map((one) => (one.result.is === 'refused' ? one.result.code : one.result.is)),
    async rollUp(school) {
      const reference = await read(story.phone, (database) => visibleReference(story.phone, database))
      if (reference === null) throw new Error('no reference yet')
      return rollUpSchool(reference.value.policy, await allStandings(story.phone), todayIn(w), school)
    },
    restart: () => story.reopen(),
  }
  return mine
}

/** 校本研修 as the officer fills it in. */
export const schoolBased = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: '9月校本研修·作业设计',
  organiser: '教导处',
  level: 'school',
  mode: 'school-based',
  tags: [],
  project: null,
  first: '2026-09-18',
  last: '2026-09-18',
  hours: '4',
  way: 'roster',
  expected: [],
  absent: [],
  ...more,
})
