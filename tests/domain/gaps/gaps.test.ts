// What to plan next term: who is short of what, and who has had nothing yet of a level, a form or a theme.

import { expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { standingOf } from '../../../src/domain/evaluate/standing.ts'
import { gapsReport } from '../../../src/domain/gaps/gaps-report.ts'
import type { DistrictId, SchoolId } from '../../../src/domain/ids.ts'
import type { Reference } from '../../../src/domain/reference.ts'
import { runReport } from '../../../src/domain/reports/report.ts'
import { rollUpStandings } from '../../../src/domain/roll-up.ts'
import { h, teacher, yuzhong } from '../evaluate/people.ts'

const TODAY = day('2026-11-21')
const [FIRST, SECOND] = ['jiang-an', 'shi-qiao'] as SchoolId[]
const THEME = yuzhong.parts.themes[0]?.name ?? ''
const people = [
  teacher({ id: 'p1', name: '尉迟静', entries: [{ hours: '360' }] }),
  teacher({
    id: 'p2',
    name: '覃丽莎',
    entries: [
      { hours: '70', training: { tags: [THEME] } },
      { hours: '12', as: 'claimed' },
    ],
    identity: { subject: '数学' },
  }),
  teacher({ id: 'p5', name: '仇秀英', identity: { employment: 'rehired' }, entries: [{ hours: '100' }] }),
  teacher({ id: 'p9', name: '潘晓东', school: 'shi-qiao', entries: [{ hours: '20', training: { level: 'nation', mode: 'online' } }] }),
]
const school = (id: SchoolId, name: string) =>
  ({ id, name, code: '', kind: 'primary', place: 'urban', stage: 'primary', parent: null }) as const
const reference: Reference = {
  district: 'd' as DistrictId,
  districtName: '渝中区',
  policy: yuzhong,
  schools: [school(FIRST ?? ('' as SchoolId), '江岸小学'), school(SECOND ?? ('' as SchoolId), '石桥小学')],
  roles: [],
  activities: [],
}
const standings = people.map((d) => standingOf(yuzhong, d))
const ask = (schools: readonly (SchoolId | undefined)[]) =>
  runReport(
    gapsReport,
    {
      args: {},
      asOf: TODAY,
      knownAt: null,
      reference,
      schools: schools.filter((s) => s !== undefined),
      wholeDistrict: schools.length === 2,
      files: [],
    },
    people.map((dossier, n) => ({ dossier, standing: standings[n] ?? null })),
  )

test('the district reads how many hours all who are short lack together, and who is 不计 is no gap', () => {
  const gaps = ask([FIRST, SECOND])
  expect(gaps).toMatchObject({ counted: 3, cycle: { first: '2026-01-01', last: '2030-12-31' } })
  expect(gaps.rules.find((r) => r.rule === 'hours')).toEqual({
    rule: 'hours',
    unit: 'hours',
    people: 2,
    unclear: 0,
    short: h('290') + h('340'),
  })
})

test('of each level, form and theme it says who has had nothing, in the order of the policy, by school', () => {
  const { categories } = ask([FIRST, SECOND])
  const of = (by: string, key: string) => categories.find((c) => c.by === by && c.key === key)
  expect(of('level', 'nation')).toEqual({
    by: 'level',
    key: 'nation',
    some: 1,
    none: 2,
    counted: h('20'),
    schools: [{ school: FIRST, none: 2 }],
  })
  expect(of('mode', 'online')).toMatchObject({ some: 1, none: 2 })
  expect(of('theme', THEME)).toMatchObject({
    some: 1,
    none: 2,
    counted: h('70'),
    schools: [
      { school: FIRST, none: 1 },
      { school: SECOND, none: 1 },
    ],
  })
  expect(categories.filter((c) => c.by === 'theme').map((c) => c.key)).toEqual(yuzhong.parts.themes.map((t) => t.name))
})

test('hours by level are those of the roll-up, and a school asks about its own people only', () => {
  const { totals } = rollUpStandings(yuzhong, standings, TODAY)
  for (const slice of totals.byLevel)
    expect(ask([FIRST, SECOND]).categories.find((c) => c.by === 'level' && c.key === slice.key)?.counted).toBe(slice.counted)
  expect(ask([SECOND])).toMatchObject({ counted: 1, groups: [{ people: 1, of: 1, short: h('340') }] })
})
