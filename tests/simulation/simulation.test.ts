// Phones of a few schools on the real server with everything going wrong that goes wrong out there, and every promise checked at
// the end. Here: every seed that ever failed. SEED=… runs one (STEPS=…), SEEDS=… the first so many, MINUTES=… as many as the
// time allows from FROM=… on. The first hundred are in quick-one.test.ts and quick-two.test.ts.

import { describe, test } from 'vitest'
import { asManyAsFit, counted, holds } from './seeds-run.ts'
import { QUICK, QUICK_STEPS, REGRESSIONS } from './seeds.ts'

const number = (name: string): number | null => (process.env[name] === undefined ? null : Number(process.env[name]))
const only = number('SEED')
const minutes = number('MINUTES')
const many = number('SEEDS')
const steps = number('STEPS') ?? QUICK_STEPS

function* from(first: number): Generator<number> {
  for (let seed = first; ; seed += 1) yield seed
}

describe('phones and server agree again, whatever happened', () => {
  const total = counted()
  if (minutes !== null) {
    test(
      'for as long as there is time',
      () => asManyAsFit(total, from(number('FROM') ?? 1000), steps, minutes * 60),
      (minutes + 5) * 60_000,
    )
    return
  }
  const quick = many === null ? [] : QUICK.slice(0, many)
  const seeds =
    only === null
      ? [
          ...REGRESSIONS.map((one) => [one.seed, one.steps, one.was] as const),
          ...quick.map((seed) => [seed, steps, 'among the first'] as const),
        ]
      : [[only, steps, 'asked for'] as const]
  test.each(seeds)('seed %i, %i steps (%s)', (seed, most) => holds(total, seed, most), 120_000)
})
