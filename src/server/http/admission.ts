// How many requests of one kind are let in, and what those hear for whom there is no room. Everybody let in is inside; of those a few
// are at work on the database and the others read or wait in line, which is short: nobody waits for an answer that comes after
// the phone stopped listening. Whoever is turned away is turned away at the door, before anything was read or looked up, and told
// when to come back: each another time, over a span as long as serving everybody turned away will take.
// Must not know what the work is. Holds nothing that matters: a process that begins again begins empty.

import type { Clock } from '../clock.ts'

export interface Limits {
  /** Fewer than the database's connections, so that signing in and pages are not kept waiting by phones. */
  readonly atWork: number
  /** At work, in line and still sending. */
  readonly inside: number
  /** Of one person: several tabs, a page and its pictures. */
  readonly each: number
  /** Nobody waits longer in line. */
  readonly patienceMs: number
}

export const SYNC_LIMITS: Limits = { atWork: 8, inside: 128, each: 4, patienceMs: 8_000 }
/** Pictures are up to 2 MB each and unpacked in memory. */
export const PICTURE_LIMITS: Limits = { atWork: 8, inside: 24, each: 4, patienceMs: 8_000 }
/** Anyone may begin to say something here and never end it: that must cost only others who come to sign in. */
export const STRANGER_LIMITS: Limits = { atWork: 8, inside: 96, each: 8, patienceMs: 8_000 }
export const OTHER_LIMITS: Limits = { atWork: 8, inside: 192, each: 8, patienceMs: 8_000 }

export interface AdmissionDeps {
  readonly clock: Clock
  /** In [0, 1), for spreading out. */
  readonly chance: () => number
  readonly later: (ms: number, work: () => void) => () => void
}

export interface Guest {
  /** Waits for a place at work; false when there was none in time. */
  turn(): Promise<boolean>
  leave(): void
}

export interface Admission {
  /** What gives the place back; null when there is none. */
  comeIn(): (() => void) | null
  /** Someone inside whose name is known by now; null when they are inside too often already. */
  guest(person: string): Guest | null
  /** In how many ms whoever is turned away now should come back. */
  comeBackMs(): number
  /** By how much those served should wait longer than usual until the next time: 1 while all is calm. */
  pace(): number
  readonly deps: AdmissionDeps
}

const SPAN_MS = 15_000
const SOONEST_MS = 5_000
const SHORTEST_SPREAD_MS = 10_000
const LONGEST_SPREAD_MS = 15 * 60_000
const SLOWEST_PACE = 4

export function admission(limits: Limits, deps: AdmissionDeps): Admission {
  const line = waitingLine(limits, deps)
  const recent = recentCounts(deps.clock)
  const people = new Map<string, number>()
  let inside = 0
  return {
    deps,
    comeIn() {
      if (inside >= limits.inside) {
        recent.now().turnedAway += 1
        return null
      }
      inside += 1
      return () => {
        inside -= 1
      }
    },
    guest(person) {
      const already = people.get(person) ?? 0
      if (already >= limits.each) return null
      people.set(person, already + 1)
      let working = false
      return {
        async turn() {
          working = await line.wait()
          if (!working) recent.now().turnedAway += 1
          return working
        },
        leave() {
          const left = (people.get(person) ?? 1) - 1
          if (left === 0) people.delete(person)
          else people.set(person, left)
          if (!working) return
          recent.now().served += 1
          line.next()
        },
      }
    },
    comeBackMs() {
      const { served, turnedAway } = recent.lately()
      const needed = (turnedAway / Math.max(1, served)) * recent.spanMs()
      return SOONEST_MS + Math.floor(deps.chance() * Math.min(LONGEST_SPREAD_MS, Math.max(SHORTEST_SPREAD_MS, needed)))
    },
    pace() {
      if (recent.lately().turnedAway > 0) return SLOWEST_PACE
      return 1 + (SLOWEST_PACE - 1) * Math.min(1, line.length() / Math.max(1, limits.inside - limits.atWork))
    },
  }
}

/** First come, first served, as many at once as may be. */
function waitingLine({ atWork, patienceMs }: Limits, { later }: AdmissionDeps) {
  const waiting: (() => void)[] = []
  let working = 0
  return {
    length: (): number => waiting.length,
    wait(): Promise<boolean> {
      if (working < atWork) {
        working += 1
        return Promise.resolve(true)
      }
      return new Promise((resolve) => {
        const called = (): void => {
          cancel()
          resolve(true)
        }
        const cancel = later(patienceMs, () => {
          waiting.splice(waiting.indexOf(called), 1)
          resolve(false)
        })
        waiting.push(called)
      })
    },
    /** The place goes straight to the next in line. */
    next(): void {
      const first = waiting.shift()
      if (first === undefined) working -= 1
      else first()
    },
  }
}

interface Counts {
  served: number
  turnedAway: number
}

/** How many were served and turned away of late: in the span that runs and the one before. */
function recentCounts(clock: Clock) {
  let since = clock()
  let now: Counts = { served: 0, turnedAway: 0 }
  let before: Counts = { served: 0, turnedAway: 0 }
  const turn = (): void => {
    const passed = clock() - since
    if (passed < SPAN_MS) return
    before = passed < 2 * SPAN_MS ? now : { served: 0, turnedAway: 0 }
    now = { served: 0, turnedAway: 0 }
    since = clock()
  }
  return {
    now(): Counts {
      turn()
      return now
    },
    lately(): Counts {
      turn()
      return { served: now.served + before.served, turnedAway: now.turnedAway + before.turnedAway }
    },
    /** The time that `lately` counts over. */
    spanMs: (): number => Math.max(1_000, Math.min(SPAN_MS, clock() - since) + (before.served + before.turnedAway > 0 ? SPAN_MS : 0)),
  }
}
