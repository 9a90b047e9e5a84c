// The year review of a 中心校 with 3,000 people on the wire: no op and no request is over its limit, one snapshot comes of it, and the
// district reads every figure of it.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { inParts } from '../../../src/app/school/year-parts.ts'
import { day } from '../../../src/domain/day.ts'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { DistrictYearReview } from '../../../src/domain/year-review/district-report.ts'
import { figuresDigest } from '../../../src/domain/year-review/figures.ts'
import type { FrozenPerson } from '../../../src/domain/year-review/review-row.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { verify } from '../../../src/server/store/rebuild.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { MOST_BYTES } from '../../../src/wire/sync.ts'
import { world, type Device, type World } from '../../journeys/world.ts'

let w: World
let school: SchoolId
let wu: Device
let li: Device

beforeAll(async () => {
  w = await world()
  school = await w.school('云台中心校')
  const officer = await w.teacher('吴敏', school)
  await w.role(officer, '吴敏', 'officer', { kind: 'school', id: school })
  wu = await w.device(officer)
  const district = await w.person('刘科长')
  await w.role(district, '刘科长', 'district-officer', 'district')
  li = await w.device(district)
}, 60_000)
afterAll(async () => {
  expect(w.failures).toEqual([])
  await w.close()
})

test('three thousand people are handed in, sampled, and stand in the district’s list to the tenth', async () => {
  const year = { first: '2025-01-01', last: '2025-12-31', asOf: '2025-12-31' }
  const levels = ['nation', 'city', 'district', 'area', 'school'] as const
  const people = Array.from({ length: 3000 }, (_, n): FrozenPerson => [
    w.uuid() as PersonId,
    `欧阳老师${String(n)}`,
    0,
    '',
    'on-the-way',
    1205,
    1205,
    3605,
    levels.map((l) => [l, 241, 241] as const),
  ]).sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const digest = figuresDigest({ first: day(year.first), last: day(year.last), asOf: day(year.asOf), schools: [school], people }, shortHash)
  const at = { kind: 'school' as const, id: school as string }
  const open = wu.op(at, 'open-year-review', year)
  const row = open.content.op
  const steps = [
    open,
    wu.op(at, 'publish-year-review', { row, from: '2026-09-01', to: '2026-09-08', digest }),
    wu.op(at, 'sign-year-review', { row, digest, paper: '校长签字盖章' }),
  ]
  expect((await wu.sync(steps)).results.map((r) => r.result.is)).toEqual(['applied', 'applied', 'applied'])
  for (const args of inParts(row, { schools: [school], people })) {
    const op = wu.op(at, 'hand-in-year-review', args)
    expect(Buffer.byteLength(JSON.stringify([op]))).toBeLessThan(MOST_BYTES)
    expect((await wu.sync([op])).results[0]?.result).toEqual({ is: 'applied' })
  }
  const { results } = await li.sync([li.op(at, 'sample-year-review', { row, digest, seed: '抽签', size: 300 })])
  expect(results[0]?.result).toEqual({ is: 'applied' })
  const { answer } = (await (await li.fetch(`/api/reports/year-reviews?first=${year.first}&last=${year.last}`)).json()) as {
    answer: DistrictYearReview
  }
  expect(answer.schools[0]).toMatchObject({
    state: 'handed-in',
    handedIn: { digest, totals: { onRoll: 3000, hours: { recognised: 3000 * 1205 } } },
    sample: { size: 300 },
  })
  const held = await sql<{ n: number }>`select count(*)::int as n from document_row where kind = 'year-review'`.execute(w.db)
  expect(held.rows).toEqual([{ n: 1 }])
  expect(await verify(w.db, districtRules)).toEqual([])
}, 120_000)
