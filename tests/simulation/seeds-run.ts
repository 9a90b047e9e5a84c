// Running seeds and counting what came of them. A seed that fails says the one command that runs it again.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tellFigures } from '../setup/tell-figures.ts'
import { Figures } from './figures.ts'
import { closeGrounds } from './ground.ts'
import { cloneAsUsual, cloneQuickly } from './quick-clone.ts'
import { runSeed } from './run-seed.ts'
import { QUICK, QUICK_SECONDS, QUICK_STEPS } from './seeds.ts'

/** Several at a time: while one waits for its database another has something to do. */
const AT_ONCE = 2
/** Failures are looked at one by one: more than these help nobody. */
const ENOUGH = 5

/** What Dexie says about openings that are held up, which is meant here. */
const MEANT = /blocked by other connection|wants to upgrade database/

/** The figures of one file, told when it is through. */
export function counted(): Figures {
  const total = new Figures()
  const { warn } = console
  beforeAll(() => {
    vi.spyOn(console, 'warn').mockImplementation((...said: unknown[]) => {
      if (!MEANT.test(String(said[0]))) warn(...said)
    })
    cloneQuickly()
  })
  afterAll(async () => {
    vi.mocked(console.warn).mockRestore()
    cloneAsUsual()
    await closeGrounds()
  })
  afterAll(() => {
    if (total.of('seeds') > 0)
      tellFigures('simulation', { lost: 0, doubled: 0, extra: 0, missing: 0, ...Object.fromEntries(total.counts) }, total.lines())
  })
  return total
}

export async function holds(total: Figures, seed: number, steps: number): Promise<void> {
  try {
    const { figures, problems } = await runSeed(seed, steps)
    total.addAll(figures)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  } catch (thrown) {
    const again = `SEED=${String(seed)} STEPS=${String(steps)} npx vitest run --project server tests/simulation/simulation.test.ts`
    throw new Error(`again with: ${again}\n${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`)
  }
}

/** One after the other until they are through or the time is up; says how far it came. */
export async function asManyAsFit(total: Figures, seeds: Iterator<number>, steps: number, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1000
  const failed: string[] = []
  const one = async (): Promise<void> => {
    while (Date.now() < until && failed.length < ENOUGH) {
      const next = seeds.next()
      if (next.done === true) return
      try {
        await holds(total, next.value, steps)
      } catch (thrown) {
        failed.push(String(thrown))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  expect(failed).toEqual([])
}

/** The quick seeds in two halves, in files of their own, so that both cores have something to do. */
export function quickHalf(half: 0 | 1): void {
  const ours = QUICK.filter((_, i) => i % 2 === half)
  const total = counted()
  test(
    `phones and server agree again after ${String(QUICK_STEPS)} steps with everything going wrong, whatever the seed`,
    async () => {
      const began = Date.now()
      await asManyAsFit(total, ours[Symbol.iterator](), QUICK_STEPS, QUICK_SECONDS)
      const seconds = Math.round((Date.now() - began) / 1000)
      console.log(
        `simulation, half ${String(half + 1)}: ${String(total.of('seeds'))} of ${String(ours.length)} seeds in ${String(seconds)} s`,
      )
      expect(total.of('seeds')).toBeGreaterThan(0)
    },
    (QUICK_SECONDS + 240) * 1000,
  )
}
