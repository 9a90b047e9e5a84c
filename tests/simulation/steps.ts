// What people, phones and the district do in a simulation: one step at a time, each chosen by chance from what could happen to
// a real phone. A step that does not fit (nothing to accept, no right) is tried all the same: the verb says no, nothing is kept.

import { sql } from 'kysely'
import type { Day } from '../../src/domain/day.ts'
import { decidedFields, type EntryState } from '../../src/domain/entry.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { VerbName } from '../../src/domain/verbs/register.ts'
import { actMany } from '../../src/storage/act-many.ts'
import { dossierView, type EntryView } from '../../src/storage/dossier-view.ts'
import { WRITER } from '../../src/storage/database.ts'
import { takeLease } from '../../src/storage/lease.ts'
import { writeMeta } from '../../src/storage/meta.ts'
import { noteOpened } from '../../src/storage/opened.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { read, write } from '../../src/storage/phone.ts'
import { chooseFor, markSeen } from '../../src/storage/refusals.ts'
import { revoke } from '../../src/storage/revoke.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import { dossierOf, fileOf, todayIn } from '../journeys/phones.ts'
import type { Cast, Member } from './cast.ts'
import { activityPaper, amendPaper, claimPaper, recordPaper } from './paper.ts'
import { addPoison } from './poison.ts'
import type { SimPhone, Surroundings } from './sim-phone.ts'
import type { StorageFault } from './storage-faults.ts'

export interface Story extends Surroundings {
  readonly cast: Cast
  /** One more when a phone was set up as a copy of another. */
  readonly phones: SimPhone[]
  /** The server came back from a backup once. */
  restored: boolean
  copied: boolean
}

const OWN = { claim: 8, amend: 3, withdraw: 2, 'ask-correction': 2 }
const DESK = { look: 3, accept: 8, return: 3, revoke: 2, reverse: 1, 'answer-correction': 2, roster: 3, record: 2, open: 2 }
const PHONE = {
  sync: 22,
  'sync-by-hand': 3,
  restart: 2,
  'storage-trouble': 3,
  'clock-jump': 1,
  'lose-storage': 0.4,
  poison: 0.6,
  choose: 2,
  copy: 0.3,
  'newer-code': 0.5,
  'other-tab-syncs': 1,
}
const DISTRICT = { time: 5, 'end-role': 1.2, 'give-role': 1.5, transfer: 1.2, 'late-arrival': 1, 'revoke-device': 0.2 }
const FAULTS: readonly StorageFault[] = ['lost', 'aborted', 'full', 'killed-before', 'killed-after', 'killed-before', 'killed-after']

export async function step(story: Story): Promise<void> {
  const { chance, figures, phones, cast } = story
  const phone = chance.pick(phones)
  if (phone === null) return
  const member = cast.phones.find((one) => one.id === phone.person)
  const desk = member !== undefined && member.does !== 'teacher'
  const kind = chance.weighted({ own: member?.does === 'district' ? 1 : desk ? 8 : 26, desk: desk ? 26 : 2, phone: 34, district: 9 })
  const name =
    kind === 'own'
      ? chance.weighted(OWN)
      : kind === 'desk'
        ? chance.weighted(DESK)
        : kind === 'phone'
          ? chance.weighted(PHONE)
          : chance.weighted(DISTRICT)
  figures.add('steps')
  figures.add(`step.${name}`)
  phone.whileUnderWay = meanwhile(story, phone)
  inWhoseHand(story, phone)
  story.w.now += chance.below(90_000)
  if (kind === 'own') return own(story, phone, name as keyof typeof OWN)
  if (kind === 'desk') return atDesk(story, phone, name as keyof typeof DESK)
  if (kind === 'phone') return inHand(story, phone, name as keyof typeof PHONE)
  return inDistrict(story, name as keyof typeof DISTRICT)
}

/** What else happens while a request is under way: another tab, another act, another person, or somebody at another desk. */
function meanwhile({ chance, phones, figures }: Story, phone: SimPhone): () => Promise<void> {
  const other = chance.pick([...phone.handset.people].filter((one) => one !== phone))
  const elsewhere = chance.pick(phones.filter((one) => one.handset !== phone.handset))
  const what = chance.below(6)
  if (what < 2)
    return async () => {
      await phone.syncOtherTab()
    }
  if (what === 2 && other !== null) {
    return () => {
      figures.add('fault.another-person-signs-in-meanwhile')
      other.takeUp()
      return Promise.resolve()
    }
  }
  if (what === 3 && elsewhere !== null) {
    return async () => {
      elsewhere.whileUnderWay = null
      await elsewhere.sync()
    }
  }
  return () => phone.actNow('claim-hours', dossierOf(phone.person), claimPaper(chance))
}

/** Two people share one phone: mostly whoever does something has signed in; sometimes an app left open goes on under the other's session. */
function inWhoseHand({ chance, figures }: Story, phone: SimPhone): void {
  if (phone.handset.inHand === phone) return
  if (chance.oneIn(3)) return figures.add('fault.left-open-while-another-is-signed-in')
  figures.add('fault.another-person-on-the-same-phone')
  phone.takeUp()
}

async function entry(story: Story, phone: SimPhone, person: PersonId, fits: (view: EntryView) => boolean): Promise<EntryView | null> {
  const views = (await dossierView(phone.phone, person, todayIn(story.w)))?.entries ?? []
  // Now and then one that does not fit, as a page opened long ago would offer.
  return story.chance.pick(story.chance.oneIn(12) ? views : views.filter(fits))
}

const inState =
  (...states: EntryState[]) =>
  ({ entry: { state } }: EntryView): boolean =>
    states.indexOf(state) >= 0
const WAITS = inState('pending-school', 'pending-district')

async function own(story: Story, phone: SimPhone, name: keyof typeof OWN): Promise<void> {
  const { chance } = story
  const mine = dossierOf(phone.person)
  if (name === 'claim') return void (await phone.act('claim-hours', mine, claimPaper(chance)))
  const fits =
    name === 'amend'
      ? inState('pending-school', 'returned-school', 'returned-district')
      : name === 'withdraw'
        ? inState('pending-school', 'returned-school')
        : inState('recognised')
  const row = (await entry(story, phone, phone.person, fits))?.entry.id
  if (row === undefined) return
  if (name === 'amend') await phone.act('amend-claim', mine, amendPaper(chance, row))
  else if (name === 'withdraw') await phone.act('withdraw-claim', mine, { row })
  else await phone.act('request-correction', mine, { row, reason: '证书上是 6 学时' })
}

async function atDesk(story: Story, phone: SimPhone, name: keyof typeof DESK): Promise<void> {
  const { chance, cast } = story
  if (name === 'open') return noteOpened(phone.phone, dossierOf((chance.pick(cast.teachers) as Member).id))
  if (name === 'roster') return roster(story, phone)
  const known = (await allStandings(phone.phone)).map((one) => one.person)
  const person = chance.pick(chance.oneIn(10) ? known : known.filter((id) => id !== phone.person))
  if (person === null) return
  const subject = dossierOf(person)
  if (name === 'record') return void (await phone.act('record-for', subject, recordPaper(chance)))
  const fits =
    name === 'reverse' || name === 'revoke'
      ? inState('recognised', 'pending-district')
      : name === 'answer-correction'
        ? (view: EntryView) => view.entry.openRequest !== null
        : WAITS
  const found = (await entry(story, phone, person, fits))?.entry
  if (found === undefined) return
  const row = found.id
  if (name === 'look') return void phone.pages.set(row, shortHash(decidedFields(found)))
  const seen = chance.oneIn(3) ? phone.pages.get(row) : undefined
  const more = seen === undefined ? {} : { seen }
  const decide = async (verb: VerbName, args: Record<string, unknown>): Promise<void> =>
    void (await phone.act(verb, subject, { row, ...args }, more))
  if (name === 'accept') return decide('accept-claim', { hours: chance.pick(['2', '4']), credits: null, note: '' })
  if (name === 'return') return decide('return-claim', { reason: '请补证书' })
  if (name === 'reverse') return decide('reverse-entry', { reason: '重复登记' })
  if (name === 'answer-correction')
    return decide('answer-correction', {
      request: found.openRequest?.op ?? phone.device,
      hours: chance.pick([null, '6']),
      reason: '已核对',
    })
  const undone = await phone.mortal(() => revoke(phone.phone, subject, row))
  if (undone?.is === 'saved') phone.told([undone.op])
}

async function roster({ chance, cast }: Story, phone: SimPhone): Promise<void> {
  const school = chance.pick(cast.schools)
  if (school === null) return
  const people = cast.teachers.filter(() => chance.oneIn(2)).map(({ id }) => id)
  const done = await phone.mortal(() =>
    actMany(phone.phone, { verb: 'register-activity', subject: fileOf(school), args: activityPaper(chance) }, (activity) =>
      people.map((id) => ({
        verb: 'grant-hours',
        subject: dossierOf(id),
        args: { activity, hours: null, attendance: null, result: null },
      })),
    ),
  )
  if (done?.is === 'saved') phone.told([done.op, ...done.ops])
}

async function inHand(story: Story, phone: SimPhone, name: keyof typeof PHONE): Promise<void> {
  const { chance } = story
  switch (name) {
    case 'sync':
      return void (await phone.sync())
    case 'sync-by-hand':
      return void (await phone.sync('all'))
    case 'restart':
      return phone.restart()
    case 'storage-trouble':
      phone.planStorageFault(chance.pick(FAULTS) ?? 'lost', chance.below(14))
      if (chance.oneIn(3)) await phone.act('claim-hours', dossierOf(phone.person), claimPaper(chance))
      else await phone.sync()
      return
    case 'clock-jump':
      phone.skew = chance.oneIn(5) ? (chance.below(3) - 1) * 500 * 86_400_000 : (chance.below(7) - 3) * 86_400_000
      return
    case 'lose-storage':
      return phone.loseStorage()
    case 'poison':
      return addPoison(phone, chance)
    case 'copy':
      return copied(story, phone)
    case 'newer-code':
      return newerCode(story, phone)
    // Whoever holds the lease is frozen in the background; correctness does not hang on it.
    case 'other-tab-syncs':
      story.figures.add('fault.lease-holder-frozen')
      await takeLease(phone.phone, 'frozen', true)
      return void (await phone.sync())
    case 'choose': {
      const view = await read(phone.phone, outboxView)
      const refusal = chance.pick(view.refusals)
      if (refusal !== null) await chooseFor(phone.phone, refusal.op, chance.oneIn(2) ? 'draft' : 'given-up')
      await markSeen(
        phone.phone,
        view.adjustments.map((one) => one.op),
      )
    }
  }
}

/** 整机换机: from here on two phones go by one device. Once a run. */
async function copied(story: Story, phone: SimPhone): Promise<void> {
  if (story.copied) return
  story.copied = true
  story.figures.add('fault.profile-copied')
  story.phones.push(await phone.copy())
}

/** A newer release wrote here, then the old one is opened on it: it looks and writes nothing, until the update comes. */
async function newerCode({ figures, chance }: Story, phone: SimPhone): Promise<void> {
  figures.add('fault.older-code-on-newer-database')
  await write(phone.phone, (database) => writeMeta(database, 'minWriter', WRITER + 1))
  await phone.restart()
  const acted = await phone.act('claim-hours', dossierOf(phone.person), claimPaper(chance))
  const synced = await phone.sync()
  if (acted?.is === 'saved') throw new Error('older code wrote into a newer database')
  if (synced !== null && synced.outcome.is !== 'storage' && synced.outcome.is !== 'signed-out')
    throw new Error(`older code synchronised a newer database: ${synced.outcome.is}`)
  await phone.phone.database.meta.put({ key: 'minWriter', value: WRITER })
  await phone.restart()
}

async function inDistrict(story: Story, name: keyof typeof DISTRICT): Promise<void> {
  const { w, chance, cast, net } = story
  const school = chance.pick(cast.schools) as SchoolId
  const who = chance.pick(cast.teachers) as Member
  const today: Day = todayIn(w)
  switch (name) {
    case 'time':
      w.now += chance.oneIn(40) ? longAway(story) : (chance.pick([600_000, 3_600_000, 6 * 3_600_000, 86_400_000]) ?? 0)
      return
    case 'late-arrival':
      return net.deliverLate()
    case 'give-role':
      return w.role(who.id, who.name, chance.oneIn(4) ? 'principal' : 'officer', { kind: 'school', id: school })
    case 'transfer':
      await tried(() => w.act(dossierOf(who.id), 'start-post', { school, kind: chance.oneIn(3) ? 'rotation' : 'home', from: today }))
      return
    case 'revoke-device':
      return signedOff(story)
    case 'end-role': {
      const held = await sql<{
        row: string
        at: string
      }>`select row_id as row, at_id as at from membership where at_kind = 'school' and to_day is null order by row_id`.execute(w.db)
      const role = chance.pick(held.rows)
      const yesterday = new Date(w.now + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
      if (role !== null) await tried(() => w.act(fileOf(role.at as SchoolId), 'end-role', { row: role.row, to: yesterday }))
    }
  }
}

/** Nobody opens the app for 200 days. */
function longAway({ figures }: Story): number {
  figures.add('fault.200-days-away')
  return 200 * 86_400_000
}

/** A phone that was reported lost is found again and signed in anew: a new device, the same storage. */
async function signedOff({ server, chance, phones }: Story): Promise<void> {
  const phone = chance.pick(phones)
  if (phone === null) return
  const { device } = phone
  await server.revoke(device)
  // A copy goes by the same device and is signed off with it.
  for (const one of phones.filter((other) => other.device === device)) {
    await one.sync()
    await one.signInAgain()
  }
}

/** The administrator is refused now and then (a post that overlaps); that is an answer too. */
async function tried(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    if (!(thrown instanceof Error) || !/"is":"refused"/.test(thrown.message)) throw thrown
  }
}
