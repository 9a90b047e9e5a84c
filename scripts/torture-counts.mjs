// What long runs came to, added up over runs: counts by what they are about, and where the seeds go on. Counts named 'most-…' are
// the highest seen, all others add up.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** @typedef {Record<string, number>} Counts */
/** @typedef {Record<string, Counts>} ByAbout */
/** @typedef {{ runs: number, nextSeed: number, counts: ByAbout }} Kept */

/** Far from the seeds of every test run. */
export const FIRST_SEED = 10_000

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function sumCounts(a, b) {
  const sum = { ...a }
  for (const [what, n] of Object.entries(b)) sum[what] = what.startsWith('most-') ? Math.max(sum[what] ?? 0, n) : (sum[what] ?? 0) + n
  return sum
}

/** Lines of `{ about, counts }`, as tests write them to the file that FIGURES names. @param {string} text @returns {ByAbout} */
export function countsIn(text) {
  /** @type {ByAbout} */
  const counts = {}
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { about, counts: some } = /** @type {{ about: string, counts: Counts }} */ (JSON.parse(line))
    counts[about] = sumCounts(counts[about] ?? {}, some)
  }
  return counts
}

/** @param {Kept} kept @param {ByAbout} run @param {number} from the first seed of the run @returns {Kept} */
export function withRun(kept, run, from) {
  const counts = { ...kept.counts }
  for (const [about, some] of Object.entries(run)) counts[about] = sumCounts(counts[about] ?? {}, some)
  return { runs: kept.runs + 1, nextSeed: Math.max(kept.nextSeed, from + (run.simulation?.seeds ?? 0)), counts }
}

/** @param {string} file @returns {Kept} */
export function readKept(file) {
  if (!existsSync(file)) return { runs: 0, nextSeed: FIRST_SEED, counts: {} }
  return /** @type {Kept} */ (JSON.parse(readFileSync(file, 'utf8')))
}

/** @param {string} file @param {Kept} kept */
export function keep(file, kept) {
  writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`)
}

/** @param {ByAbout} counts @returns {string[]} */
export function linesOf(counts) {
  return Object.entries(counts).map(
    ([about, some]) =>
      `${about}: ${Object.entries(some)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([what, n]) => `${what} ${String(n)}`)
        .join(' · ')}`,
  )
}
