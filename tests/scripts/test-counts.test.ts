// The closing line of npm test must never be better than the truth.
import { describe, expect, test } from 'vitest'
import { playwrightCounts, vitestCounts } from '../../scripts/test-counts.mjs'

const file = (...states: string[]) => ({
  status: states.includes('failed') ? 'failed' : 'passed',
  assertionResults: states.map((status) => ({ status })),
})

function report(...files: ReturnType<typeof file>[]) {
  const states = files.flatMap(({ assertionResults }) => assertionResults)
  return {
    numTotalTests: states.length,
    numPassedTests: states.filter(({ status }) => status === 'passed').length,
    testResults: files,
  }
}

describe('what vitest reports', () => {
  test('passed tests count as passed', () => {
    expect(vitestCounts(report(file('passed', 'passed'), file('passed')), 0)).toEqual({ passed: 3, failed: 0 })
  })

  test('a skipped or postponed test counts as failed', () => {
    expect(vitestCounts(report(file('passed', 'pending', 'todo')), 0)).toEqual({ passed: 1, failed: 2 })
  })

  test('a file that could not be read counts as failed', () => {
    expect(vitestCounts(report(file('passed'), { status: 'failed', assertionResults: [] }), 1)).toEqual({ passed: 1, failed: 1 })
  })

  test('a file whose tests passed but whose closing work broke counts as failed', () => {
    const broken = { status: 'failed', assertionResults: [{ status: 'passed' }] }
    expect(vitestCounts(report(broken), 1)).toEqual({ passed: 1, failed: 1 })
  })

  test('an unhandled error outside all tests counts as failed', () => {
    expect(vitestCounts(report(file('passed')), 1)).toEqual({ passed: 1, failed: 1 })
  })

  test('no report, a kill, or no tests at all count as failed', () => {
    expect(vitestCounts(null, 0).failed).toBe(1)
    expect(vitestCounts(report(file('passed')), null).failed).toBe(1)
    expect(vitestCounts(report(), 0).failed).toBe(1)
  })
})

describe('what the browser runner reports', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }

  test('passed tests count as passed', () => {
    expect(playwrightCounts({ stats, errors: [] }, 0)).toEqual({ passed: 3, failed: 0 })
  })

  test('flaky, skipped and unexpected ones and errors around them count as failed', () => {
    const bad = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
    expect(playwrightCounts({ stats: bad, errors: [{ message: 'no server' }] }, 1)).toEqual({ passed: 3, failed: 5 })
  })

  test('no report or no tests count as failed', () => {
    expect(playwrightCounts(null, 1).failed).toBe(1)
    expect(playwrightCounts({ stats: { ...stats, expected: 0 }, errors: [] }, 0).failed).toBe(1)
  })
})
