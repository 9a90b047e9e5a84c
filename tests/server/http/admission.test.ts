import { beforeEach, describe, expect, test } from 'vitest'
import { admission, type Admission, type Guest } from '../../../src/server/http/admission.ts'

const settle = async (): Promise<void> => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve()
}

/** Time that passes when it is told to. */
class Time {
  now = 1_000_000
  #due: { at: number; work: () => void }[] = []
  later = (ms: number, work: () => void): (() => void) => {
    const mine = { at: this.now + ms, work }
    this.#due.push(mine)
    return () => {
      this.#due = this.#due.filter((one) => one !== mine)
    }
  }
  async pass(ms: number): Promise<void> {
    const until = this.now + ms
    for (;;) {
      const [next] = this.#due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      this.#due = this.#due.filter((one) => one !== next)
      this.now = next.at
      next.work()
      await settle()
    }
    this.now = until
    await settle()
  }
}

let time: Time
let chance: number
let door: Admission
beforeEach(() => {
  time = new Time()
  chance = 0.5
  door = admission({ atWork: 2, inside: 5, each: 3, patienceMs: 8_000 }, { clock: () => time.now, chance: () => chance, later: time.later })
})

const guest = (person: string): Guest => {
  const found = door.guest(person)
  if (found === null) throw new Error(`${person} was not let in`)
  return found
}

describe('the door', () => {
  test('lets in as many as there is room for, and again when one leaves', () => {
    const inside = Array.from({ length: 5 }, () => door.comeIn())
    expect(inside.every((leave) => leave !== null)).toBe(true)
    expect(door.comeIn()).toBeNull()
    inside[0]?.()
    expect(door.comeIn()).not.toBeNull()
  })

  test('lets nobody in more often than that', () => {
    for (let i = 0; i < 3; i += 1) guest('qin')
    expect(door.guest('qin')).toBeNull()
    const tao = guest('tao')
    tao.leave()
    for (let i = 0; i < 3; i += 1) guest('tao')
  })
})

describe('the line', () => {
  test('has two at work, and the others follow in the order they came', async () => {
    const done: string[] = []
    const guests = ['a', 'b', 'c', 'd'].map((name) => ({ name, guest: guest(name) }))
    const turns = guests.map(async ({ name, guest: one }) => {
      if (await one.turn()) done.push(name)
    })
    await time.pass(0)
    expect(done).toEqual(['a', 'b'])
    guests[1]?.guest.leave()
    await time.pass(0)
    expect(done).toEqual(['a', 'b', 'c'])
    guests[0]?.guest.leave()
    await Promise.all(turns)
    expect(done).toEqual(['a', 'b', 'c', 'd'])
  })

  test('is left by whoever waited too long, and their place at work by nobody twice', async () => {
    await guest('a').turn()
    const b = guest('b')
    await b.turn()
    const late = guest('c')
    const turn = late.turn()
    await time.pass(8_000)
    expect(await turn).toBe(false)
    late.leave()
    const next = guest('d').turn()
    await time.pass(0)
    b.leave()
    expect(await next).toBe(true)
    const after = guest('e').turn()
    await time.pass(8_000)
    expect(await after).toBe(false)
  })
})

describe('when to come back', () => {
  test('is soon where few were turned away, and each hears another time', () => {
    for (let i = 0; i < 6; i += 1) door.comeIn()
    chance = 0
    expect(door.comeBackMs()).toBe(5_000)
    chance = 0.9
    expect(door.comeBackMs()).toBe(14_000)
  })

  test('is spread over as long as serving all of them will take', async () => {
    for (let i = 0; i < 100; i += 1) {
      const one = guest('a')
      await one.turn()
      one.leave()
    }
    for (let i = 0; i < 305; i += 1) door.comeIn()
    await time.pass(10_000)
    chance = 1
    // A hundred in ten seconds, three hundred turned away: half a minute.
    expect(door.comeBackMs()).toBe(5_000 + 30_000)
    await time.pass(60_000)
    expect(door.comeBackMs()).toBe(5_000 + 10_000)
  })

  test('phones that were served are asked to stay away longer while others are turned away or wait', async () => {
    expect(door.pace()).toBe(1)
    const guests = ['a', 'b', 'c'].map((name) => guest(name))
    for (const one of guests) void one.turn()
    await time.pass(0)
    expect(door.pace()).toBe(2)
    for (let i = 0; i < 6; i += 1) door.comeIn()
    expect(door.pace()).toBe(4)
    await time.pass(60_000)
    for (const one of guests) one.leave()
    expect(door.pace()).toBe(1)
  })
})

test('at three times what it can do it does as much as at what it can do: turning away costs no place at work', async () => {
  /** Phones arrive evenly for a while; each needs one second at work, and two are at work at once. */
  const run = async (perSecond: number): Promise<{ served: number; turnedAway: number; longest: number }> => {
    const t = new Time()
    const at = admission({ atWork: 2, inside: 5, each: 3, patienceMs: 8_000 }, { clock: () => t.now, chance: () => 0.5, later: t.later })
    const tally = { served: 0, turnedAway: 0, longest: 0 }
    const arrive = async (n: number): Promise<void> => {
      const leave = at.comeIn()
      if (leave === null) {
        tally.turnedAway += 1
        return
      }
      const began = t.now
      const one = at.guest(`p${String(n)}`)
      if (one !== null && (await one.turn())) {
        await new Promise<void>((resolve) => {
          t.later(1_000, resolve)
        })
        tally.served += 1
        tally.longest = Math.max(tally.longest, t.now - began)
      }
      one?.leave()
      leave()
    }
    for (let n = 0; n < 60 * perSecond; n += 1) {
      void arrive(n)
      await t.pass(1_000 / perSecond)
    }
    return tally
  }
  const [calm, over] = [await run(2), await run(6)]
  expect(calm.turnedAway).toBe(0)
  expect(over.served / calm.served).toBeGreaterThanOrEqual(0.8)
  expect(over.turnedAway).toBeGreaterThan(100)
  // Nobody let in waits longer than the short line.
  expect(over.longest).toBeLessThanOrEqual(4_000)
})
