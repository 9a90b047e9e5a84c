// Seeds that once found something, each with what it was: they are run in every test run for ever.
// Steps change meaning when a step is added, so a story that matters is also told by a test of its own.

export const REGRESSIONS: readonly { readonly seed: number; readonly steps: number; readonly was: string }[] = [
  {
    seed: 1006,
    steps: 150,
    was: 'an op too large for the second copy of what was not sent kept all later ones out of it; then the storage was lost',
  },
  {
    seed: 10036,
    steps: 300,
    was: 'a phone whose clock was a year ahead when it met the restored server waited a year longer than the others',
  },
  { seed: 4015, steps: 120, was: 'a save whose second copy could not be made was thrown at the page instead of answered as saved' },
]

/** Run each time beside them, in this order. */
export const QUICK: readonly number[] = Array.from({ length: 100 }, (_, i) => i + 1)
export const QUICK_STEPS = 300
/**
 * At most, for each of the two halves, which run side by side and each say how many they did: two quiet cores play all of them in two
 * thirds of it, beside types and lint; a slow machine does fewer and says so, for the whole run is to end within a quarter of an hour.
 */
export const QUICK_SECONDS = Number(process.env['QUICK_SECONDS'] ?? '270')
