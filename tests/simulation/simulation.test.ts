// Phones of a few schools on the real server with everything going wrong that goes wrong out there, and every promise checked at
// the end. SEED=… runs one seed (STEPS=…), SEEDS=… that many, MINUTES=… as many as
// the time allows, from FROM=… on.

import { afterAll, describe, expect, test } from 'vitest'
import { Figures } from './figures.ts'
import { runSeed } from './run-seed.ts'
import { QUICK, QUICK_STEPS, REGRESSIONS } from './seeds.ts'

const number = (name: string): number | null => (process.env[name] === undefined ? null : Number(process.env[name]))
const only = number('SEED')
const minutes = number('MINUTES')
const many = number('SEEDS')
const steps = number('STEPS') ?? (minutes === null ? QUICK_STEPS : 300)
const total = new Figures()
const replay = (seed: number, most: number): string => `SEED=${String(seed)} STEPS=${String(most)} npx vitest run --project server tests/simulation/simulation.test.ts`

async function holds(seed: number, most: number): Promise<void> {
  try {
    const { figures, problems } = await runSeed(seed, most)
    total.addAll(figures)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  } catch (thrown) {
    throw new Error(`again with: ${replay(seed, most)}\n${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`)
  }
}

describe('phones and server agree again, whatever happened', () => {
  afterAll(() => { console.log(total.lines().join('\n')) })

  if (minutes !== null) {
    test('for as long as there is time', async () => {
      const until = Date.now() + minutes * 60_000
      const failed: string[] = []
      for (let seed = number('FROM') ?? 1000; Date.now() < until && failed.length < 5; seed += 1) {
        try {
          await holds(seed, steps)
        } catch (thrown) {
          failed.push(String(thrown))
        }
      }
      expect(failed).toEqual([])
    }, (minutes + 5) * 60_000)
    return
  }
  const quick = many === null ? QUICK : Array.from({ length: many }, (_, i) => i + 1)
  const seeds = only === null ? [...REGRESSIONS.map((one) => [one.seed, one.steps] as const), ...quick.map((seed) => [seed, steps] as const)] : [[only, steps] as const]
  test.each(seeds)('seed %i, %i steps', holds)
})
