// 规划 calls each place as the district's own documents do, and lends no district the words of another.

import { expect, test } from 'vitest'
import { planPlaces } from '../../../src/app/district/plan-places.ts'
import { plan } from '../../../src/app/text/targets.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'

const place = (district: string | null, key: string) =>
  planPlaces(district === null ? null : policyFor(district)).find((p) => p.key === key)

test('only 大渡口 pairs new teachers under 青蓝工程', () => {
  expect(place('500104', 'mentoring')?.title).toBe('青蓝工程与师徒结对')
  for (const other of ['500103', '500106', '500118', null]) expect(place(other, 'mentoring')?.title).toBe('师徒结对')
})

test('师德承诺 stands only where the district asks for it', () => {
  expect(place('500103', 'appraisal')?.note).toContain('师德承诺')
  for (const other of ['500104', '500106', '500118']) expect(place(other, 'appraisal')?.note).not.toContain('师德承诺')
})

test('before the rules are there every place is there, under plain words', () => {
  expect(
    planPlaces(null)
      .map((p) => p.key)
      .sort(),
  ).toEqual(Object.keys(plan.places).sort())
})
