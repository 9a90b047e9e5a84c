// Who is signed in on this phone, in which roles, and the ways in and out. Remembered on the phone, so that the app opens
// without a network; the cookie only matters for the server. A 401 wipes nothing: `sync.signedOut` says to sign in again.
// 退出 leaves the records of that person in their own database: not shown, not lost, never sent under another name.

import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { DistrictId, PersonId } from '../../domain/ids.ts'
import type { Account } from '../../storage/device.ts'
import type { Tried } from '../../storage/lock.ts'
import { closePhone, type Phone } from '../../storage/phone.ts'
import { KeepingFailed, type KeepingReason } from '../../storage/keeping-failed.ts'
import { readMirror } from '../../storage/mirror.ts'
import { readMeta } from '../../storage/meta.ts'
import { openKept } from '../../storage/recover.ts'
import { forgetInHand, noteInHand, whoWasInHand } from '../../storage/rescue-notes.ts'
import { nounWordsAtHand } from '../text/words-at-hand.ts'
import { allVerbsAtHand } from '../../storage/verbs-at-hand.ts'
import { queueOf } from '../../storage/to-send.ts'
import { askFor, tell } from '../../sync/ask.ts'
import { speakFor } from '../../sync/speaking-for.ts'
import { JoinAnswer, SessionInfo, SignedIn, SignInAnswer } from '../../wire/session.ts'
import { deviceStore, surroundings } from '../composables/device.ts'
import { useLive } from '../composables/live.ts'
import { askToPersist } from '../composables/persist.ts'
import { setPhone } from '../composables/phone.ts'
import { ownDevice, signerWith } from '../composables/own-device.ts'
import { enter, type NotIn } from '../composables/way-in.ts'
import { reportFailure } from '../shell/failure.ts'
import { useRoleChoice } from './role-choice.ts'
import { sameRoles } from './roles.ts'
import { useSync } from './sync.ts'
import { forgetLeft, noteLeft, tellLeft } from './who-left.ts'

export type SessionState = 'starting' | 'signed-out' | 'signed-in'
export type WayIn = { readonly is: 'signed-in' } | { readonly is: 'name-needed' } | NotIn
/** 'unknown': nobody who was in on this phone is meant by what was typed. */
export type Unlocked = Tried | { readonly is: 'unknown' }

const AFTER_FIRST_PAGE_MS = 4_000

export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('starting')
  const account = shallowRef<Account | null>(null)
  const info = computed<SessionInfo | null>(() => account.value?.session ?? null)
  const person = computed<PersonId | null>(() => (info.value === null ? null : (info.value.person as PersonId)))
  const { standIn, roles, role, chooseRole, standInFor, recall } = useRoleChoice(account)
  /** Set when the browser had thrown the records away: how many unsent ones came back from the second copy. */
  const lost = shallowRef<{ readonly recovered: number } | null>(null)
  /** True when newer code wrote here: reading only until the update. */
  const readOnly = ref(false)
  /** Why this phone's storage does not open; null when it does. */
  const trouble = ref<KeepingReason | null>(null)
  /** Set when the browser threw away even who was here: how many unsent ops come back when they sign in again. */
  const wiped = shallowRef<{ readonly unsent: number } | null>(null)
  const inHand = (): PersonId | null => person.value
  let phone: Phone | null = null
  let starting: Promise<void> | null = null

  /** Once, before the first page: opens who is in hand; needs no network. */
  function start(): Promise<void> {
    starting ??= open()
    return starting
  }
  async function open(): Promise<void> {
    try {
      const current = await deviceStore().current()
      const before = whoWasInHand(surroundings.notes)
      wiped.value = current === null && before !== null ? { unsent: readMirror(surroundings.notes, before).length } : null
      if (current === null) state.value = 'signed-out'
      else await hold(current)
      if (current !== null) refresh().catch(reportFailure)
      tellLeft(inHand).catch(reportFailure)
      window.addEventListener('online', () => {
        tellLeft(inHand).catch(reportFailure)
      })
    } catch (thrown) {
      if (!(thrown instanceof KeepingFailed)) throw thrown
      trouble.value = thrown.reason
    }
  }
  /** Once more, from the page that says why it did not open. */
  async function startAgain(): Promise<void> {
    const before = trouble.value
    trouble.value = null
    if (before !== null) starting = null
    await start()
  }

  async function hold(next: Account): Promise<void> {
    letGo()
    const { session } = next
    const keys = await deviceStore().keysOf(next.device)
    const owner = {
      person: session.person as PersonId,
      name: session.name,
      district: session.district.id as DistrictId,
      device: next.device,
    }
    const opened = await openKept(owner, surroundings)
    phone = opened.phone
    noteInHand(surroundings.notes, owner)
    wiped.value = null
    readOnly.value = phone.readOnly || phone.tooOld
    lost.value = phone.emptied ? { recovered: opened.recovered } : null
    account.value = next
    recall(next)
    setPhone(phone)
    speakFor(person.value)
    state.value = 'signed-in'
    // After the first page stands, so that it did not wait; not being reached is no harm yet.
    setTimeout(() => {
      Promise.all([allVerbsAtHand(), nounWordsAtHand()]).catch(() => {
        /* Not reached: asked for again when needed. */
      })
    }, AFTER_FIRST_PAGE_MS)
    const stillInHand = async (): Promise<boolean> => (await deviceStore().current())?.key === next.key
    if (keys !== null && !phone.readOnly) {
      useSync().attach(phone, {
        signer: signerWith(keys),
        inHand: stillInHand,
        newDevice: async () => ((await stillInHand()) ? ownDevice(next.key, keys.device) : null),
      })
    }
    const driven = phone.onSaved
    phone.onSaved = () => {
      driven?.()
      askToPersist()
    }
  }
  function letGo(): void {
    useSync().detach()
    setPhone(null)
    speakFor(null)
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

  // What the last synchronisation said: a role given or ended meanwhile is here without the app being opened anew.
  const told = useLive((held) => readMeta(held.database, 'roles'), undefined)
  watch(told, (now) => {
    if (now !== undefined && info.value !== null && !sameRoles(now, info.value.roles)) refresh().catch(reportFailure)
  })

  async function signIn(who: string, password: string, name?: string): Promise<WayIn> {
    const said = await enter('/api/sign-in', SignInAnswer, { who, password, ...(name === undefined ? {} : { name }) }, who)
    if (said.is !== 'answer') {
      if (said.is === 'problem' && said.code === 'account.wrong')
        for (const one of await leftHere(who)) await deviceStore().dropLockOf(one.key, password)
      return said
    }
    if (said.answer.is === 'name-needed') return { is: 'name-needed' }
    return cameIn(said.answer.session, said.device, who, password)
  }
  const leftHere = async (who: string): Promise<Account[]> => (await deviceStore().accounts()).filter((one) => one.who === who)
  /** Where the server cannot be reached: who left this phone opens what lies on it again, with their password. `of`: the account they tapped. */
  async function unlock(who: string, password: string, of: string | null): Promise<Unlocked> {
    const meant = of === null ? (await leftHere(who)).map((one) => one.key) : [of]
    const [key, ...others] = meant
    // A number that several share, and nobody tapped: who is meant is not known.
    if (key === undefined || others.length > 0) return { is: 'unknown' }
    const tried = await deviceStore().unlock(key, password)
    const opened = tried.is === 'opened' ? await deviceStore().current() : null
    if (opened !== null) await hold(opened)
    return tried
  }
  /** Whom a code greets, before anything is set. */
  const greet = (code: string) => tell('/api/join', { code }, JoinAnswer)
  async function join(code: string, password?: string): Promise<WayIn> {
    const said = await enter('/api/join/finish', SignedIn, { code, ...(password === undefined ? {} : { password }) }, null)
    return said.is === 'answer' ? cameIn(said.answer.session, said.device, null, password) : said
  }
  /** 建立本区; the answers are those of FirstRunRequest without the device. */
  async function firstRun(answers: Readonly<Record<string, unknown>> & { readonly password: string }): Promise<WayIn> {
    const said = await enter('/api/first-run', SignedIn, answers, null)
    return said.is === 'answer' ? cameIn(said.answer.session, said.device, null, answers.password) : said
  }
  async function cameIn(session: SessionInfo, device: string, who: string | null, password?: string): Promise<WayIn> {
    forgetLeft()
    const entered = await deviceStore().cameIn(session, device, who)
    if (password !== undefined) await deviceStore().keepLock(entered.key, password)
    await hold(entered)
    return { is: 'signed-in' }
  }
  /** A new password opens this phone too, from now on. */
  const changedPassword = async (password: string): Promise<void> => {
    if (account.value !== null) await deviceStore().keepLock(account.value.key, password)
  }

  /** How many ops are only on this phone, to be said before 退出. */
  const unsent = async (): Promise<number> => (phone === null ? 0 : (await queueOf(phone)).waiting)
  /** 退出, also 退出并换人: the server is told where it can be reached; nothing on the phone is deleted. */
  async function signOut(): Promise<void> {
    const leaving = person.value
    await deviceStore().putDown()
    forgetInHand(surroundings.notes)
    letGo()
    account.value = null
    lost.value = null
    state.value = 'signed-out'
    if (leaving !== null) noteLeft(leaving)
    await tellLeft(inHand)
  }

  return {
    standIn,
    standInFor,
    state,
    info,
    person,
    roles,
    role,
    lost,
    readOnly,
    trouble,
    wiped,
    start,
    startAgain,
    refresh,
    signIn,
    unlock,
    changedPassword,
    greet,
    join,
    firstRun,
    unsent,
    signOut,
    chooseRole,
  }
})
