// One seed from beginning to end: a district of its own, steps and faults by chance, then quiet, then the promises.

import { closePhone, read } from '../../src/storage/phone.ts'
import { world } from '../journeys/world.ts'
import { enter } from './cast.ts'
import { giveGround, takeGround } from './ground.ts'
import { Figures } from './figures.ts'
import { openingTrouble } from './opening-trouble.ts'
import { network } from './network.ts'
import { Problems } from './problems.ts'
import { atRest, keptSoFar } from './promises.ts'
import { chanceOf } from './random.ts'
import { backUp, restore } from './restore.ts'
import { simServer } from './server.ts'
import { SimPhone } from './sim-phone.ts'
import { step, type Story } from './steps.ts'

/** One seed in so many lives through a restored backup, a third of the run old. */
const RESTORES_EVERY = 4

/** In one seed in so many somebody without a phone uses a colleague's. */
const SHARED_EVERY = 3

/** In some seeds browsers hold up openings, so that the seeds kept as regressions stay what they were. */
const opensBadly = (seed: number): boolean => seed % 5 >= 2
const OPENING_TROUBLE_EVERY = 25

/** More than this and phones are not getting anywhere. */
const MOST_ROUNDS = 3

export interface Ran {
  readonly figures: Figures
  readonly problems: readonly string[]
}

export async function runSeed(seed: number, steps: number): Promise<Ran> {
  const chance = chanceOf(seed)
  const figures = new Figures()
  const problems = new Problems(figures)
  const ground = await takeGround()
  let well = false
  try {
    const w = await world({ ground })
    const server = simServer(w, chance)
    const net = network(server, chance, figures)
    const around = { w, server, net, chance, figures }
    const cast = await enter(w, chance)
    const phones: SimPhone[] = []
    for (const member of cast.phones) {
      const phone = new SimPhone(around, member.id, member.name)
      await phone.signIn()
      phones.push(phone)
    }
    const [first] = phones
    if (seed % SHARED_EVERY === 0 && first !== undefined) {
      const { id, name } = cast.quiet
      const guest = new SimPhone(around, id, name, first.handset)
      await guest.signIn()
      phones.push(guest)
    }
    const story: Story = { ...around, cast, phones, restored: false, copied: false }
    for (let i = 0; i < steps; i += 1) {
      await step(story)
      if (opensBadly(seed) && chance.oneIn(OPENING_TROUBLE_EVERY)) await openingTrouble(story, problems)
      if (seed % RESTORES_EVERY === 0 && i === Math.floor(steps / 3)) await backUp(w)
      if (seed % RESTORES_EVERY === 0 && i === Math.floor((steps * 2) / 3)) {
        await restore(w)
        server.restart()
        figures.add('fault.restored-older')
        story.restored = true
      }
      if (i % 10 === 9) for (const phone of phones) await keptSoFar(story, phone, problems)
    }
    await quiet(story, problems)
    await atRest(story, problems)
    for (const phone of phones) closePhone(phone.phone)
    await server.through()
    figures.add('seeds')
    well = problems.found.length === 0
    return { figures, problems: problems.found }
  } finally {
    await giveGround(ground, !well)
  }
}

/** The faults stop; every outbox must be empty within three rounds, whatever had happened. */
async function quiet(story: Story, problems: Problems): Promise<void> {
  const { net, w, phones, figures } = story
  net.on = false
  await net.deliverLate()
  const began = w.now
  for (const phone of phones) {
    phone.skew = 0
    phone.whileUnderWay = null
  }
  if (story.restored) await everybodyBack(story)
  for (const phone of phones) {
    let rounds = 0
    while ((await waiting(phone)).length > 0 && rounds < MOST_ROUNDS) {
      rounds += 1
      phone.takeUp()
      w.now += 120_000
      await phone.sync()
    }
    figures.counts.set('most-rounds', Math.max(figures.of('most-rounds'), rounds))
    // What came before it went with the storage, and is not in the backup either: it waits, visibly.
    const excused = story.restored && phone.wiped
    if (!excused)
      for (const op of await waiting(phone)) problems.add('lost', `${phone.name}: still waiting after ${String(rounds)} rounds: ${op}`)
  }
  // What the others sent meanwhile; after a backup came back each phone first gives what it lacks.
  for (const phone of [...phones, ...phones]) {
    phone.takeUp()
    w.now += 120_000
    const synced = await phone.sync('all')
    if (!story.restored) figures.counts.set('most-seconds', Math.max(figures.of('most-seconds'), Math.round((w.now - began) / 1000)))
    const well = synced?.outcome.is === 'all-synced' || synced?.outcome.is === 'synced'
    if (!well) problems.add('other', `${phone.name}: ends with ${JSON.stringify(synced?.outcome)}`)
  }
}

/** After a restore a decision waits for the phone that made what it is about: everybody comes, three times; what nobody brings back is said no to when the patience is over. */
async function everybodyBack({ w, phones, figures }: Story): Promise<void> {
  const open = async (): Promise<number> => (await Promise.all(phones.map(waiting))).reduce((n, ops) => n + ops.length, 0)
  for (let round = 0; round < MOST_ROUNDS && (await open()) > 0; round += 1) {
    for (const phone of phones) {
      phone.takeUp()
      w.now += 120_000
      await phone.sync()
    }
  }
  if ((await open()) === 0) return
  figures.add('waited-in-vain', await open())
  // Their clocks may have been days off when they met the restored server.
  w.now += 95 * 86_400_000
}

/** What honest ops still wait; those built on a poisoned one can never be answered either. */
async function waiting(phone: SimPhone): Promise<string[]> {
  const ops = (await read(phone.phone, (database) => database.outbox.where('state').equals('pending').toArray())).sort((a, b) => a.n - b.n)
  for (const { op, content } of ops) if (content.after !== null && phone.poison.has(content.after)) phone.poison.add(op)
  return ops.filter(({ op }) => !phone.poison.has(op)).map(({ op, content }) => `${op} ${content.verb} after ${String(content.after)}`)
}
