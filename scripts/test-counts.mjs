// From a runner's report and exit code to two numbers. Whatever is not clearly a passed test is a failed one:
// skipped, todo, flaky, a file that could not be read, a crash, a missing or empty report.

/** @typedef {{ passed: number, failed: number }} Counts */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0 }
/** @type {Counts} */
export const onlyPass = { passed: 1, failed: 0 }
/** @type {Counts} */
export const onlyFailure = { passed: 0, failed: 1 }

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

/** @param {any} report vitest's JSON report or null @param {number | null} code @returns {Counts} */
export function vitestCounts(report, code) {
  if (report === null) return onlyFailure
  const passed = report.numPassedTests
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.assertionResults.length === 0 ||
      (file.status === 'failed' && file.assertionResults.every((/** @type {any} */ one) => one.status === 'passed')),
  ).length
  return honest({ passed, failed: report.numTotalTests - passed + brokenFiles }, code)
}

/** @param {any} report Playwright's JSON report or null @param {number | null} code @returns {Counts} */
export function playwrightCounts(report, code) {
  if (report === null) return onlyFailure
  const { expected, unexpected, flaky, skipped } = report.stats
  return honest({ passed: expected, failed: unexpected + flaky + skipped + report.errors.length }, code)
}

/** A runner that says all is well but ends otherwise, or that ran nothing, has failed.
 * @param {Counts} counts @param {number | null} code @returns {Counts} */
function honest(counts, code) {
  const suspicious = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return suspicious ? { passed: counts.passed, failed: 1 } : counts
}
