// Who is signed in on this phone, in which roles, and the ways in and out. Remembered on the phone, so that the app opens
// without a network; the cookie only matters for the server. A 401 wipes nothing: `sync.signedOut` says to sign in again.
// 退出 leaves the records of that person in their own database: not shown, not lost, never sent under another name.

import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DistrictId, PersonId } from '../../domain/ids.ts'
import type { Account } from '../../storage/device.ts'
import { closePhone, type Phone } from '../../storage/phone.ts'
import { openKept } from '../../storage/recover.ts'
import { nounWordsAtHand } from '../text/words-at-hand.ts'
import { allVerbsAtHand } from '../../storage/verbs-at-hand.ts'
import { queueOf } from '../../storage/to-send.ts'
import { askFor, tell } from '../../sync/ask.ts'
import { Empty, JoinAnswer, SessionInfo, SignedIn, SignInAnswer } from '../../wire/session.ts'
import { deviceStore, surroundings } from '../composables/device.ts'
import { askToPersist } from '../composables/persist.ts'
import { setPhone } from '../composables/phone.ts'
import { ownDevice, signerWith } from '../composables/own-device.ts'
import { enter, type NotIn } from '../composables/way-in.ts'
import { reportFailure } from '../shell/failure.ts'
import { rolesOfSession, standInRole, type RoleInHand, type StandIn } from './roles.ts'
import { useSync } from './sync.ts'

export type SessionState = 'starting' | 'signed-out' | 'signed-in'
export type WayIn = { readonly is: 'signed-in' } | { readonly is: 'name-needed' } | NotIn

const AFTER_FIRST_PAGE_MS = 4_000
const ROLE_NOTE = 'yantu.role.'
const STAND_IN_NOTE = 'yantu.stand-in.'
const standInFrom = (note: string | null): StandIn | null => (note === null ? null : (JSON.parse(note) as StandIn))

export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('starting')
  const account = shallowRef<Account | null>(null)
  const info = computed<SessionInfo | null>(() => account.value?.session ?? null)
  const person = computed<PersonId | null>(() => (info.value === null ? null : (info.value.person as PersonId)))
  /** A school a district officer acts for; null for everybody else and most of the time. */
  const standIn = shallowRef<StandIn | null>(null)
  const roles = computed<readonly RoleInHand[]>(() => {
    const own = info.value === null ? [] : rolesOfSession(info.value)
    return standIn.value === null ? own : [...own, ...standInRole(standIn.value, own)]
  })
  const chosen = ref<string | null>(null)
  /** The role in whose area the person is; null when signed out or without any. */
  const role = computed<RoleInHand | null>(() => roles.value.find((one) => one.key === chosen.value) ?? roles.value[0] ?? null)
  /** Set when the browser had thrown the records away: how many unsent ones came back from the second copy. */
  const lost = shallowRef<{ readonly recovered: number } | null>(null)
  /** True when newer code wrote here: reading only until the update. */
  const readOnly = ref(false)
  let phone: Phone | null = null
  let starting: Promise<void> | null = null

  /** Once, before the first page: opens who is in hand; needs no network. */
  function start(): Promise<void> {
    starting ??= open()
    return starting
  }
  async function open(): Promise<void> {
    const current = await deviceStore().current()
    if (current === null) state.value = 'signed-out'
    else await hold(current)
    if (current !== null) refresh().catch(reportFailure)
  }

  async function hold(next: Account): Promise<void> {
    letGo()
    const { session } = next
    const keys = await deviceStore().keysOf(next.device)
    const owner = { person: session.person as PersonId, name: session.name, district: session.district.id as DistrictId, device: next.device }
    const opened = await openKept(owner, surroundings)
    phone = opened.phone
    readOnly.value = phone.readOnly || phone.tooOld
    lost.value = phone.emptied ? { recovered: opened.recovered } : null
    account.value = next
    chosen.value = surroundings.notes.getItem(ROLE_NOTE + next.key)
    standIn.value = standInFrom(surroundings.notes.getItem(STAND_IN_NOTE + next.key))
    setPhone(phone)
    state.value = 'signed-in'
    // After the first page stands, so that it did not wait; not being reached is no harm yet.
    setTimeout(() => { Promise.all([allVerbsAtHand(), nounWordsAtHand()]).catch(() => { /* Not reached: asked for again when needed. */ }) }, AFTER_FIRST_PAGE_MS)
    const inHand = async (): Promise<boolean> => (await deviceStore().current())?.key === next.key
    if (keys !== null && !phone.readOnly) {
      useSync().attach(phone, { signer: signerWith(keys), inHand, newDevice: async () => ((await inHand()) ? ownDevice(next.key, keys.device) : null) })
    }
    const driven = phone.onSaved
    phone.onSaved = () => { driven?.(); askToPersist() }
  }
  function letGo(): void {
    useSync().detach()
    setPhone(null)
    if (phone !== null) closePhone(phone)
    phone = null
  }

  /** Asks the server who this is now (name, roles, school). No answer changes nothing. */
  async function refresh(): Promise<void> {
    const said = await askFor('/api/session', SessionInfo)
    const held = account.value
    if (said.is !== 'answer' || held === null || said.answer.person !== held.session.person) return
    await deviceStore().renew(said.answer)
    account.value = { ...held, session: said.answer }
  }

  async function signIn(who: string, password: string, name?: string): Promise<WayIn> {
    const said = await enter('/api/sign-in', SignInAnswer, { who, password, ...(name === undefined ? {} : { name }) }, who)
    if (said.is !== 'answer') return said
    if (said.answer.is === 'name-needed') return { is: 'name-needed' }
    return cameIn(said.answer.session, said.device, who)
  }
  /** Whom a code greets, before anything is set. */
  const greet = (code: string) => tell('/api/join', { code }, JoinAnswer)
  async function join(code: string, password?: string): Promise<WayIn> {
    const said = await enter('/api/join/finish', SignedIn, { code, ...(password === undefined ? {} : { password }) }, null)
    return said.is === 'answer' ? cameIn(said.answer.session, said.device, null) : said
  }
  /** 建立本区; the answers are those of FirstRunRequest without the device. */
  async function firstRun(answers: Readonly<Record<string, unknown>>): Promise<WayIn> {
    const said = await enter('/api/first-run', SignedIn, answers, null)
    return said.is === 'answer' ? cameIn(said.answer.session, said.device, null) : said
  }
  async function cameIn(session: SessionInfo, device: string, who: string | null): Promise<WayIn> {
    await hold(await deviceStore().cameIn(session, device, who))
    return { is: 'signed-in' }
  }

  /** How many ops are only on this phone, to be said before 退出. */
  const unsent = async (): Promise<number> => (phone === null ? 0 : (await queueOf(phone)).waiting)
  /** 退出, also 退出并换人: the server is told where it can be reached; nothing on the phone is deleted. */
  async function signOut(): Promise<void> {
    await deviceStore().putDown()
    letGo()
    account.value = null
    lost.value = null
    state.value = 'signed-out'
    await tell('/api/sign-out', {}, Empty)
  }

  function chooseRole(key: string): void {
    chosen.value = key
    if (account.value !== null) surroundings.notes.setItem(ROLE_NOTE + account.value.key, key)
  }

  /** Takes up (or, with null, lays down) the pages of a school in the name of the district. */
  function standInFor(next: StandIn | null): void {
    const before = role.value
    standIn.value = next
    if (account.value !== null) {
      if (next === null) surroundings.notes.removeItem(STAND_IN_NOTE + account.value.key)
      else surroundings.notes.setItem(STAND_IN_NOTE + account.value.key, JSON.stringify(next))
    }
    const to = next === null ? roles.value.find((one) => one.role === 'district-officer') : roles.value.find((one) => one.at?.id === next.school && one.role === 'stand-in')
    if (to !== undefined && (next !== null || before?.role === 'stand-in')) chooseRole(to.key)
  }

  return { standIn, standInFor, state, info, person, roles, role, lost, readOnly, start, refresh, signIn, greet, join, firstRun, unsent, signOut, chooseRole }
})
