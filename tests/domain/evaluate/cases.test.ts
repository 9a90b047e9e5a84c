// Every case handed over with the issue, answered exactly; the same file that `npx yantu evaluate` reads.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluateCase, type Case } from '../../../src/domain/evaluate/case.ts'

const cases = JSON.parse(readFileSync(new URL('../../policy-cases/hours.json', import.meta.url), 'utf8')) as Case[]

describe('the evaluation of hours answers every case as worked out by an independent program', () => {
  it('reads all forty', () => {
    expect(cases).toHaveLength(40)
  })
  for (const c of cases) {
    it(c.name, () => {
      expect(evaluateCase(c)).toEqual({ name: c.name, ...(c.expect as object) })
    })
  }
})
