// 师德承诺, 家访 and 年度考核 from a workbook or csv: by the reading that every import uses, each wrong row said by its number, days and no scores.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { appraisalsOf } from '../../src/domain/appraisal/appraisal.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { withServer } from '../../src/server/door/door.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { world, type World } from '../journeys/world.ts'
import { errorCodes, Importing } from './import/importing.ts'

let w: World
let district: Importing

beforeAll(async () => {
  w = await world()
  const du = await w.person('杜敏')
  await w.role(du, '杜敏', 'district-officer', 'district')
  district = new Importing(await w.device(du))
  await district.confirmed((await district.plan('roster-district.xlsx')).batch)
}, 120_000)
afterAll(() => w.close())

const idOf = async (name: string): Promise<PersonId> => {
  const {
    rows: [one],
  } = await sql<{ id: PersonId }>`select id from person where name = ${name}`.execute(w.db)
  if (one === undefined) throw new Error(name)
  return one.id
}
const kept = async (name: string): Promise<string[]> => {
  const [dossier] = await withServer(w.db, { district: w.district, person: w.admin }, async (tx) =>
    readDossiers(tx, w.district, [await idOf(name)]),
  )
  return dossier === undefined
    ? []
    : appraisalsOf(dossier).map((a) => [a.item, a.period, a.on, a.count, a.result].filter((x) => x !== null).join(' '))
}
const PLEDGE = '2025-2026学年师德承诺签订名单.xlsx'

describe('a list of who signed 师德承诺', () => {
  test('is known by its name, takes each row’s own day, says every wrong row, and writes nothing before it is confirmed', async () => {
    const planned = await district.typed(
      [
        ['学校', '姓名', '签订日期', '得分', '备注'],
        ['江岸小学', '史娟', '2025-09-01', 95, '优秀'],
        ['江岸小学', '韦建国', '', 90, ''],
        ['江岸小学', '邵超', '2025年9月', 88, ''],
        ['江岸小学', '没有这个人', '2025-09-01', 60, ''],
        ['江岸小学', '尉迟静', '2098-01-01', 99, ''],
      ],
      { about: { on: '2025-09-03' } },
      PLEDGE,
    )
    expect(planned.batch).toMatchObject({ kind: 'appraisal', mayConfirm: 'only-good', totals: { added: 2 } })
    expect(planned.batch.about.map((a) => [a.field, a.value, a.wrong])).toEqual([
      ['item', 'ethics-pledge', false],
      ['period', '2025-2026', false],
      ['on', '2025-09-03', false],
    ])
    expect(planned.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.code])).toEqual([
      [4, 'appraisal.whole-day'],
      [5, 'entry.unknown-person'],
      [6, 'date.in-future'],
    ])
    expect(planned.batch.columns.filter((c) => !c.kept).map((c) => c.heading)).toEqual(['得分', '备注'])
    expect(planned.batch.lines.filter((l) => l.is === 'add').map((l) => [l.name, ...l.changes])).toEqual([
      ['史娟', '师德承诺（2025-2026） 2025-09-01'],
      ['韦建国', '师德承诺（2025-2026） 2025-09-03'],
    ])
    expect(await kept('史娟')).toEqual([])
    expect(await district.confirmed(planned.batch, true)).toMatchObject({ added: 2, refused: [] })
    expect([await kept('史娟'), await kept('韦建国'), await kept('邵超')]).toEqual([
      ['ethics-pledge 2025-2026 2025-09-01'],
      ['ethics-pledge 2025-2026 2025-09-03'],
      [],
    ])
    expect(await verify(w.db, districtRules)).toEqual([])
  })

  test('a second time adds nobody, and what differs is said and left as it was', async () => {
    const again = await district.typed(
      [
        ['学校', '姓名', '签订日期'],
        ['江岸小学', '史娟', '2025-09-01'],
        ['江岸小学', '韦建国', '2025-09-05'],
      ],
      {},
      PLEDGE,
    )
    expect(again.batch).toMatchObject({ mayConfirm: 'nothing', totals: { added: 0, kept: 2 } })
    expect(again.batch.findings.map((f) => [f.row, f.code, f.words])).toEqual([
      [3, 'appraisal.differs', expect.stringContaining('2025-09-03') as string],
    ])
  })

  test('can be taken back, and each of its records stays as struck', async () => {
    const planned = await district.typed(
      [
        ['学校', '姓名'],
        ['江岸小学', '邵超'],
      ],
      { about: { on: '2025-09-04' } },
      PLEDGE,
    )
    await district.confirmed(planned.batch)
    expect(await kept('邵超')).toEqual(['ethics-pledge 2025-2026 2025-09-04'])
    expect(await (await district.undo(planned.batch)).json()).toEqual({ undone: 1 })
    expect(await kept('邵超')).toEqual([])
  })

  test('without a day for who has none, and with a period that is none, nothing can be written', async () => {
    const planned = await district.typed(
      [
        ['学校', '姓名'],
        ['江岸小学', '邵超'],
      ],
      { about: { period: '2025-2027' } },
      PLEDGE,
    )
    expect(planned.batch.about.map((a) => [a.field, a.wrong])).toEqual([
      ['item', false],
      ['period', true],
      ['on', true],
    ])
    expect(planned.batch.mayConfirm).toBe('nothing')
  })
})

describe('numbers and results', () => {
  test('家访 takes how often, and a row without a number or with words for one is said', async () => {
    const planned = await district.typed(
      [
        ['学校', '姓名', '家访日期', '家访次数'],
        ['江岸小学', '史娟', '2026-01-10', 12],
        ['江岸小学', '韦建国', '2026-01-10', ''],
        ['江岸小学', '邵超', '2026-01-10', '很多'],
      ],
      { about: { period: '2025-2026-1' } },
      '家访登记.xlsx',
    )
    expect(planned.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.code])).toEqual([
      [3, 'appraisal.no-count'],
      [4, 'appraisal.no-count'],
    ])
    await district.confirmed(planned.batch, true)
    expect(await kept('史娟')).toContain('home-visit 2025-2026-1 2026-01-10 12')
  })

  test('年度考核 takes a result of the closed list, however a district writes it, and no score', async () => {
    const planned = await district.typed(
      [
        ['学校', '姓名', '考核结果', '总分'],
        ['江岸小学', '史娟', '优秀', 97],
        ['江岸小学', '韦建国', '称职', 88],
        ['江岸小学', '邵超', '93.5', 93.5],
      ],
      { about: { on: '2026-01-20', period: '2025' } },
      '2025年度考核结果.xlsx',
    )
    expect(planned.batch.kind).toBe('appraisal')
    expect(planned.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.code])).toEqual([[4, 'appraisal.no-result']])
    await district.confirmed(planned.batch, true)
    expect([(await kept('史娟'))[0], (await kept('韦建国'))[0]]).toEqual([
      'annual 2025 2026-01-20 excellent',
      'annual 2025 2026-01-20 qualified',
    ])
  })

  test('a csv is read as well, and a result beside what only has a day is said not to be kept', async () => {
    const planned = await district.plan(
      '教师述评.csv',
      { kind: 'appraisal', about: { period: '2025-2026-1' } },
      new TextEncoder().encode('学校,姓名,述评日期,结果\n江岸小学,史娟,2026-01-15,好\n'),
    )
    expect(planned.batch.findings.map((f) => [f.row, f.severity, f.code])).toEqual([[2, 'notice', 'appraisal.days-only']])
    await district.confirmed(planned.batch)
    expect(await kept('史娟')).toContain('pupil-review 2025-2026-1 2026-01-15')
  })
})

describe('who may', () => {
  test('a school imports for its own people, never for itself who imports, and an administrator is told who does it', async () => {
    const {
      rows: [school],
    } = await sql<{ id: SchoolId }>`select id from school where name like '%江岸小学'`.execute(w.db)
    const officer = await idOf('陶平')
    await w.role(officer, '陶平', 'officer', { kind: 'school', id: school?.id as SchoolId })
    const his = new Importing(await w.device(officer))
    const list = [
      ['姓名', '学校', '签订日期'],
      ['邵超', '江岸小学', '2025-09-01'],
      ['邹秀英', '石桥初级中学', '2025-09-01'],
      ['陶平', '江岸小学', '2025-09-01'],
    ]
    const planned = await his.typed(list, { school: school?.id }, PLEDGE)
    expect(errorCodes(planned).sort()).toEqual(['appraisal.own', 'entry.not-yours'])
    expect(await his.confirmed(planned.batch, true)).toMatchObject({ added: 1, refused: [] })
    const admin = new Importing(await w.device(w.admin))
    expect(errorCodes(await admin.typed(list, {}, PLEDGE))).toContain('appraisal.needs-officer')
    expect(w.failures).toEqual([])
  })
})
