// What long runs came to: counts add up over runs, the highest of what is a most stays the highest, seeds go on where they ended.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countsIn, FIRST_SEED, keep, linesOf, readKept, withRun } from '../../scripts/torture-counts.mjs'

test('two runs add up, and the third begins where they ended', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-counts-'))
  const file = join(folder, 'kept.json')
  const run = countsIn(
    '{"about":"simulation","counts":{"seeds":3,"lost":0,"most-rounds":2}}\n{"about":"kill -9","counts":{"kills":8}}\n{"about":"kill -9","counts":{"kills":2}}\n',
  )
  expect(run).toEqual({ simulation: { seeds: 3, lost: 0, 'most-rounds': 2 }, 'kill -9': { kills: 10 } })
  keep(file, withRun(readKept(file), run, FIRST_SEED))
  keep(file, withRun(readKept(file), { simulation: { seeds: 4, lost: 0, 'most-rounds': 1 } }, readKept(file).nextSeed))
  expect(readKept(file)).toEqual({
    runs: 2,
    nextSeed: FIRST_SEED + 7,
    counts: { simulation: { seeds: 7, lost: 0, 'most-rounds': 2 }, 'kill -9': { kills: 10 } },
  })
  expect(linesOf(readKept(file).counts)).toEqual(['simulation: lost 0 · most-rounds 2 · seeds 7', 'kill -9: kills 10'])
  rmSync(folder, { recursive: true, force: true })
})

test('seeds asked for by hand do not move the next ones back', () => {
  expect(withRun({ runs: 1, nextSeed: 20_000, counts: {} }, { simulation: { seeds: 5 } }, 100).nextSeed).toBe(20_000)
})
