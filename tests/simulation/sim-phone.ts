// A real phone in a simulation: the app's own store and sync core, which can be killed at any point and opened again on what
// was on the disk by then. It remembers every save it was told is safe, which is what the promises are about.

import type { Subject } from '../../src/domain/document.ts'
import type { DistrictId, PersonId } from '../../src/domain/ids.ts'
import type { VerbName } from '../../src/domain/verbs/register.ts'
import { act, type Acted, type ActInput } from '../../src/storage/act.ts'
import type { Clock, Random } from '../../src/storage/clock.ts'
import { databaseName } from '../../src/storage/database.ts'
import { openDevice, type DeviceKeys } from '../../src/storage/device.ts'
import { KeepingFailed, type KeepingReason } from '../../src/storage/keeping-failed.ts'
import { bePatient, type Patience } from '../../src/storage/opening.ts'
import { closePhone, type Notes, type Phone } from '../../src/storage/phone.ts'
import { openKept } from '../../src/storage/recover.ts'
import { publicKeyText, signText } from '../../src/storage/sign.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import type { BatchSize, SyncCore } from '../../src/sync/core.ts'
import { syncOnce, type Synced } from '../../src/sync/sync-once.ts'
import { layDown, takeDump } from '../corpus/dump.ts'
import type { World } from '../journeys/world.ts'
import type { Figures } from './figures.ts'
import type { Network } from './network.ts'
import type { Chance } from './random.ts'
import type { SimServer } from './server.ts'
import { firstOpening, letGo, PATIENT, SOON, type OpeningFault } from './opening-faults.ts'
import { endLife, newLife, newStorage, type Life, type Storage, type StorageFault } from './storage-faults.ts'

export interface Surroundings {
  readonly w: World
  readonly server: SimServer
  readonly net: Network
  readonly chance: Chance
  readonly figures: Figures
}

/** One phone as a thing: its storage, its notes, and who has signed in on it last, whose session all its requests go under. */
export interface Handset {
  storage: Storage
  readonly notes: Map<string, string>
  inHand: SimPhone | null
  readonly people: Set<SimPhone>
}
export const newHandset = (): Handset => ({ storage: newStorage(), notes: new Map(), inHand: null, people: new Set() })

const KILLED = Symbol('killed')
/** Thrown away with everything it was doing. */
const never = new Promise<never>(() => undefined)

function opened<T>(what: T | null): T {
  if (what === null) throw new Error('sign in first')
  return what
}

export class SimPhone {
  readonly person: PersonId
  readonly name: string
  /** How far its clock is off the server's, ms. */
  skew = 0
  /** Ops of which a person was told: saved. */
  readonly saved = new Set<string>()
  /** Ops put into its outbox by nobody honest: they may stay unanswered, but block nobody. */
  readonly poison = new Set<string>()
  /** The storage was thrown away once: refusals shown before are not known any more. */
  wiped = false
  /** What pages opened some time ago showed: row → hash of what was seen. */
  readonly pages = new Map<string, string>()
  lastAnswer = ''
  whileUnderWay: (() => Promise<void>) | null = null
  readonly #around: Surroundings
  readonly handset: Handset
  #phone: Phone | null = null
  #keys: DeviceKeys | null = null
  #life: Life = newLife()
  #kill: (() => void) | null = null
  #tab = 0
  #batch: BatchSize = newBatchSize()

  constructor(around: Surroundings, person: PersonId, name: string, handset: Handset = newHandset()) {
    this.#around = around
    this.handset = handset
    handset.people.add(this)
    this.person = person
    this.name = name
  }

  get phone(): Phone {
    return opened(this.#phone)
  }
  get device(): string {
    return opened(this.#keys).device
  }
  get saidToday(): number {
    return this.#around.w.now + this.skew
  }

  readonly clock: Clock = { now: () => this.saidToday, zone: () => 480 }
  readonly random: Random = (bytes) => {
    this.#around.chance.bytes(bytes)
  }

  async signIn(): Promise<void> {
    await this.#newKeys()
    this.handset.inHand = this
    await this.open()
  }

  async #newKeys(): Promise<void> {
    this.#keys = await openDevice(this.clock, this.random, this.handset.storage.engine(newLife())).newKeys()
    await this.#around.server.admit(this.device, this.person, await publicKeyText(opened(this.#keys)))
  }

  /** Puts this person in hand, as signing in again on a phone that knows them does. */
  takeUp(): void {
    this.handset.inHand = this
  }

  /** Another phone set up as a copy of this one, key and all. */
  async copy(): Promise<SimPhone> {
    const handset = newHandset()
    await layDown(handset.storage.factory, await takeDump(this.handset.storage.factory, databaseName(this.#around.w.district, this.person)))
    for (const [key, text] of this.handset.notes) handset.notes.set(key, text)
    const made = new SimPhone(this.#around, this.person, `${this.name}（整机复制的）`, handset)
    made.#keys = this.#keys
    for (const op of this.poison) made.poison.add(op)
    handset.inHand = made
    await made.open()
    return made
  }

  /** After its device was signed off: a new key on the same storage. */
  async signInAgain(): Promise<void> {
    closePhone(this.phone)
    await this.signIn()
  }

  sign(text: string): Promise<string> {
    return signText(opened(this.#keys), text)
  }

  get notes(): Notes {
    const { notes } = this.handset
    return {
      getItem: (key) => notes.get(key) ?? null,
      setItem: (key, text) => {
        notes.set(key, text)
      },
      removeItem: (key) => {
        notes.delete(key)
      },
    }
  }

  async open(): Promise<void> {
    this.#life = newLife()
    await this.#openHere(PATIENT)
  }

  async #openHere(patience: Patience): Promise<void> {
    const owner = { person: this.person, name: this.name, district: this.#around.w.district as DistrictId, device: this.device }
    this.#phone = (
      await openKept(owner, {
        clock: this.clock,
        random: this.random,
        notes: this.notes,
        engine: this.handset.storage.engine(this.#life),
        patience,
      })
    ).phone
    this.#tab += 1
    this.#batch = newBatchSize()
  }

  /** The page is opened anew on a browser whose openings meet this; what it says. */
  openAgainMeeting(fault: OpeningFault): Promise<KeepingReason | 'opened'> {
    closePhone(this.phone)
    this.#life = newLife()
    this.#life.opening.fault = fault
    return this.tryAgain(firstOpening(fault))
  }

  /** 再试一次, on the same page. */
  async tryAgain(patience: Patience): Promise<KeepingReason | 'opened'> {
    try {
      await this.#openHere(patience)
      return 'opened'
    } catch (thrown) {
      if (!(thrown instanceof KeepingFailed)) throw thrown
      return thrown.reason
    }
  }

  get meetsAtOpening(): boolean {
    return this.#life.opening.fault !== null
  }

  /** The other page that held up the opening is closed. */
  letGo(): void {
    bePatient(this.phone.database, PATIENT)
    letGo(this.#life.opening)
  }

  async restart(): Promise<void> {
    closePhone(this.phone)
    await this.open()
  }

  /** The browser throws everything away; the person signs in again, on a device the server does not know yet. */
  async loseStorage(): Promise<void> {
    for (const one of this.handset.people) {
      closePhone(one.phone)
      endLife(one.#life)
      one.wiped = true
    }
    this.handset.storage = newStorage()
    for (const one of this.handset.people) if (one !== this) await one.signIn()
    await this.signIn()
  }

  planStorageFault(fault: StorageFault, after: number): void {
    this.#life.plan = { in: after, fault }
  }

  /** The same for what only an end to the patience gets anybody out of: nothing else makes this life open its database again. */
  planLossThen(fault: OpeningFault, after: number): void {
    this.planStorageFault(`lost-then-${fault}`, after)
    bePatient(this.phone.database, SOON)
  }

  /** Runs something that a kill may cut short; afterwards the app has been opened again. Null when it was killed. */
  async mortal<T>(work: () => Promise<T>): Promise<T | null> {
    const life = this.#life
    const { figures } = this.#around
    const end = new Promise<typeof KILLED>((resolve) => {
      this.#kill = () => {
        closePhone(this.phone)
        endLife(life)
        resolve(KILLED)
      }
      life.happened = (fault) => {
        figures.add(`fault.storage-${fault}`)
        if (fault === 'killed-before' || fault === 'killed-after') this.#kill?.()
      }
    })
    const doing = work().catch((thrown: unknown) => {
      if (life.dead) return never
      throw thrown
    })
    const done = await Promise.race([doing, end])
    this.#kill = null
    if (life.plan !== null && !life.dead) life.plan = null
    if (done !== KILLED && !life.dead) return done
    figures.add('kills')
    await this.open()
    return null
  }

  /** One attempt to agree, as the app makes it; null when the app was killed on the way. */
  sync(digests: 'changed' | 'all' = 'changed'): Promise<Synced | null> {
    return this.mortal(() => syncOnce(this.#core(`tab ${String(this.#tab)}`), digests))
  }

  /** Another tab of the same app, by hand, while the first is at it. */
  syncOtherTab(): Promise<Synced> {
    return syncOnce(this.#core(`other ${String(this.#tab)}`), 'all')
  }

  async act(verb: VerbName, subject: Subject, args: Record<string, unknown>, more: Partial<ActInput> = {}): Promise<Acted | null> {
    const acted = await this.mortal(() => act(this.phone, { verb, subject, args, ...more }))
    if (acted?.is === 'saved') this.told([acted.op])
    return acted
  }

  /** The same where nothing can be killed: in the middle of something else. */
  async actNow(verb: VerbName, subject: Subject, args: Record<string, unknown>): Promise<void> {
    const acted = await act(this.phone, { verb, subject, args })
    if (acted.is === 'saved') this.told([acted.op])
  }

  told(ops: readonly string[]): void {
    for (const op of ops) this.saved.add(op)
    this.#around.figures.add('saved', ops.length)
  }

  #core(tab: string): SyncCore {
    const { device } = this
    const { net } = this.#around
    return {
      phone: this.phone,
      signer: { device, sign: (text) => this.sign(text) },
      build: 'simulation',
      tab,
      batch: this.#batch,
      inHand: () => Promise.resolve(this.handset.inHand === this),
      newDevice: async () => {
        this.#around.figures.add('clones-found')
        await this.#newKeys()
        return { device: this.device, sign: (text: string) => this.sign(text) }
      },
      transport: {
        post: async (path, body) => {
          // Whoever signed in last on this phone: the cookie is theirs.
          const carried = await net.post((this.handset.inHand ?? this).device, path, body, {
            inBetween: () => this.#inBetween(),
            killed: () => this.#killed(),
          })
          if (carried.is === 'answered') this.lastAnswer = carried.text
          return carried
        },
      },
    }
  }

  async #inBetween(): Promise<void> {
    const work = this.whileUnderWay
    // Once: what happens meanwhile may itself send a request.
    this.whileUnderWay = null
    if (work !== null && !this.#life.dead) await work()
  }

  #killed(): Promise<never> {
    this.#kill?.()
    return never
  }
}
