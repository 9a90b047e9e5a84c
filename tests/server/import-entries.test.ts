// Hours of past years and name lists through the real routes on real PostgreSQL: dry run, confirmation, the same file again, undoing,
// and every way such a file can be wrong.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { readXlsxRows } from './import/workbook.ts'
import { day } from '../../src/domain/day.ts'
import type { DossierRow, HoursRow } from '../../src/domain/dossier.ts'
import { entryOf, type Entry } from '../../src/domain/entry.ts'
import { evaluateCycle } from '../../src/domain/evaluate/evaluate-cycle.ts'
import { historyOf, openingsOf, type Opening } from '../../src/domain/history/history.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { entryCalc } from '../../src/app/teacher/entry-calc.ts'
import { readArguments } from '../../src/server/cli/arguments.ts'
import type { InDistrict } from '../../src/server/cli/command.ts'
import { importRoster } from '../../src/server/cli/roster-command.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { withServer } from '../../src/server/door/door.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { writeSheets } from '../../src/server/sheets/write-sheets.ts'
import { world, type World } from '../journeys/world.ts'
import { errorCodes, Importing } from './import/importing.ts'
import { sampleBytes } from './import/reading-samples.ts'

const PROJECT = { level: 'district', mode: 'face-to-face', first: '2026-07-06', last: '2026-07-10' }

interface Scene {
  readonly w: World
  readonly district: Importing
  readonly du: PersonId
}

async function scene(): Promise<Scene> {
  const w = await world()
  const du = await w.person('杜敏')
  await w.role(du, '杜敏', 'district-officer', 'district')
  return { w, du, district: new Importing(await w.device(du)) }
}
const idOf = async (w: World, name: string): Promise<PersonId> => {
  const { rows } = await sql<{ id: PersonId }>`select id from person where name = ${name}`.execute(w.db)
  if (rows[0] === undefined) throw new Error(name)
  return rows[0].id
}
async function dossierOf(w: World, name: string) {
  const id = await idOf(w, name)
  const [d] = await withServer(w.db, { district: w.district, person: w.admin }, (tx) => readDossiers(tx, w.district, [id]))
  if (d === undefined) throw new Error(name)
  return d
}
const balances = async (w: World, name: string): Promise<Opening[]> => openingsOf(await dossierOf(w, name))
const entries = async (w: World, name: string): Promise<Entry[]> =>
  [...(await dossierOf(w, name)).rows.values()]
    .filter((r: DossierRow): r is HoursRow => r.kind === 'hours')
    .map(entryOf)
    .filter((e): e is Entry => e !== null)
const codes = errorCodes

describe('hours of past years', () => {
  let s: Scene
  beforeAll(async () => {
    s = await scene()
    const roster = await s.district.plan('roster-district.xlsx')
    await s.district.confirmed(roster.batch)
  }, 120_000)
  afterAll(() => s.w.close())

  test('the sample is recognised as what it is: 493 balances, a 合计 row left out, and nothing written yet', async () => {
    const planned = await s.district.plan('opening-2021-2025.xlsx')
    expect(planned.batch).toMatchObject({
      kind: 'openings',
      mayConfirm: 'all',
      about: [],
      totals: { added: 493, kept: 0, asked: 0, withErrors: 0 },
    })
    expect(planned.batch.findings).toEqual([])
    expect(planned.batch.ignored.map((i) => i.words)).toEqual(['合计行'])
    expect(planned.batch.lines[1]).toMatchObject({ name: '尉迟静', changes: ['期初 2021 年 区培 集中 16 学时、2 学分，来源：旧系统导出'] })
    expect(JSON.stringify(planned)).not.toMatch(/\d{17}/)
    expect(await balances(s.w, '尉迟静')).toEqual([])
  })

  test('confirmed, each teacher has them as printed, to the tenth, unconfirmed; again, nothing changes', async () => {
    const planned = await s.district.plan('opening-2021-2025.xlsx')
    expect(await s.district.confirmed(planned.batch)).toMatchObject({ added: 493, leftOut: 0, refused: [] })
    const hers = await balances(s.w, '尉迟静')
    expect(hers.filter((o) => o.year === 2021).map((o) => [o.level, o.mode, o.hours, o.credits])).toEqual([
      ['city', 'online', 205, null],
      ['district', 'face-to-face', 160, 20],
      ['school', 'school-based', 160, null],
    ])
    expect(historyOf(await dossierOf(s.w, '尉迟静')).confirmed).toBe(false)
    const again = await s.district.plan('opening-2021-2025.xlsx', {}, sampleBytes('opening-2021-2025.xlsx'))
    expect(again.batch).toMatchObject({ mayConfirm: 'nothing', totals: { added: 0, kept: 493 } })
    const renamed = await s.district.plan('另一个名字.xlsx', {}, sampleBytes('opening-2021-2025.xlsx'))
    expect(renamed.batch).toMatchObject({ mayConfirm: 'nothing', totals: { added: 0, kept: 493 } })
    expect(await verify(s.w.db, districtRules)).toEqual([])
  }, 60_000)

  test('it can be taken back while nobody has acted on it, and imported again', async () => {
    const planned = await s.district.typed(
      [
        ['学校', '姓名', '年度', '级别', '形式', '学时'],
        ['江岸小学', '邵超', 2020, '国培', '网络', 30],
      ],
      { about: { source: '国培平台' } },
    )
    expect(planned.batch.totals.added).toBe(1)
    await s.district.confirmed(planned.batch)
    expect((await balances(s.w, '邵超')).some((o) => o.year === 2020)).toBe(true)
    const undone = await s.district.undo(planned.batch)
    expect([undone.status, await undone.json()]).toEqual([200, { undone: 1 }])
    expect((await balances(s.w, '邵超')).some((o) => o.year === 2020)).toBe(false)
    const again = await s.district.typed(
      [
        ['学校', '姓名', '年度', '级别', '形式', '学时'],
        ['江岸小学', '邵超', 2020, '国培', '网络', 30],
      ],
      { about: { source: '国培平台' } },
    )
    expect(again.batch.totals.added).toBe(1)
    await s.district.confirmed(again.batch)
    const shao = await idOf(s.w, '邵超')
    const row = (await balances(s.w, '邵超')).find((o) => o.year === 2020)?.id
    const his = await s.w.device(shao)
    const { results } = await his.sync([
      his.op({ kind: 'teacher', id: shao }, 'object-history', { opening: row, again: null, reason: '没有这么多' }),
    ])
    expect(results[0]?.result.is).toBe('applied')
    const refused = await s.district.undo(again.batch)
    expect([refused.status, await refused.json()]).toEqual([
      200,
      { undone: 0, others: 0, left: [{ row: 2, name: '邵超', words: expect.stringContaining('接着办理') as string }] },
    ])
    expect((await balances(s.w, '邵超')).some((o) => o.year === 2020)).toBe(true)
  }, 60_000)

  test('a table with one column a year, and one with a single sum, are read by what their headings mean', async () => {
    const wide = await s.district.typed(
      [
        ['单位', '姓名', '级别', '2018年学时', '2019年学时', '2019年学分'],
        ['江岸小学', '田婷婷', '区培', 12.5, 20, 4],
      ],
      { about: { source: '台账' } },
    )
    expect(wide.batch.lines[0]?.changes).toEqual([
      '期初 2018 年 区培 其他形式 12.5 学时，来源：台账',
      '期初 2019 年 区培 其他形式 20 学时、4 学分，来源：台账',
    ])
    const sum = await s.district.typed([
      ['学校', '姓名', '累计学时'],
      ['江岸小学', '方平', 200],
    ])
    expect(sum.batch).toMatchObject({ mayConfirm: 'nothing' })
    expect(sum.batch.about.filter((a) => a.wrong).map((a) => a.field)).toEqual(['years', 'level'])
    const said = await s.district.typed(
      [
        ['学校', '姓名', '累计学时'],
        ['江岸小学', '方平', 200],
      ],
      { about: { years: '2021-2025', level: 'district', source: '台账' } },
    )
    expect(said.batch.lines[0]?.changes).toEqual(['期初 2021—2025 年合计 区培 其他形式 200 学时，来源：台账'])
    const levels = await s.district.typed(
      [
        ['学校', '姓名', '年度', '国培学时', '校本学时'],
        ['江岸小学', '方平', '2019年', 8, 16],
      ],
      { about: { source: '台账' } },
    )
    expect(levels.batch.lines[0]?.changes).toEqual([
      '期初 2019 年 国培 其他形式 8 学时，来源：台账',
      '期初 2019 年 校本 校本研修 16 学时，来源：台账',
    ])
  })

  test('what cannot be is said by row and column, and nothing is half done', async () => {
    const bad = await s.district.typed([
      ['学校', '姓名', '年度', '级别', '形式', '学时', '来源'],
      ['江岸小学', '查无此人', 2019, '区培', '集中', 10, '台账'],
      ['江岸小学', '孙静', 1975, '区培', '集中', 10, '台账'],
      ['江岸小学', '孙静', 2019, '区培', '集中', -5, '台账'],
      ['江岸小学', '孙静', 2019, '区培', '集中', 2000, '台账'],
      ['江岸小学', '孙静', 2030, '区培', '集中', 10, '台账'],
      ['江岸小学', '孙静', 2019, '火星培', '集中', 10, '台账'],
      ['江岸小学', '孙静', 2019, '区培', '集中', 10.25, '台账'],
      ['江岸小学', '孙静', 2018, '区培', '集中', 10, '台账'],
      ['江岸小学', '孙静', 2018, '区培', '集中', 10, '台账'],
    ])
    expect(bad.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.code])).toEqual([
      [2, 'entry.unknown-person'],
      [3, 'opening.before-work'],
      [4, 'amount.negative'],
      [5, 'opening.too-many'],
      [6, 'opening.year-not-begun'],
      [7, 'entry.level-unknown'],
      [8, 'amount.two-places'],
      [10, 'entry.same-line'],
    ])
    expect(bad.batch).toMatchObject({ mayConfirm: 'only-good', totals: { added: 1 } })
    expect((await s.district.confirm(bad.batch)).status).toBe(409)
    expect((await balances(s.w, '孙静')).some((o) => o.year === 2018)).toBe(false)
    const rest = await readXlsxRows(Buffer.from(bad.workbook ?? '', 'base64'))
    expect(rest).toHaveLength(9)
    expect(rest[4]?.join(' ')).toContain('多得不像一年的数')
  })

  test('a year after somebody had left, or before they began, is not theirs, and the finding says what to look at', async () => {
    const id = await idOf(s.w, '方平')
    const home = [...(await dossierOf(s.w, '方平')).rows.values()].find((r) => r.kind === 'post')
    await s.w.act({ kind: 'teacher', id }, 'end-post', { row: home?.id, to: '2023-06-30', reason: 'resigned', note: '' })
    const gone = await s.district.typed([
      ['学校', '姓名', '年度', '级别', '形式', '学时', '来源'],
      ['江岸小学', '方平', 2018, '国培', '集中', 10, '台账'],
      ['江岸小学', '方平', 2024, '区培', '集中', 10, '台账'],
      ['江岸小学', '方平', 1971, '区培', '集中', 10, '台账'],
    ])
    expect(gone.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.code])).toEqual([
      [3, 'opening.after-leaving'],
      [4, 'opening.before-work'],
    ])
    expect(gone.batch.findings.find((f) => f.code === 'opening.after-leaving')?.words).toContain('请核对年度或离校日期')
    expect(gone.batch.lines.filter((l) => l.is === 'add').map((l) => l.row)).toEqual([2])
  })

  test('a list with 500 unknown names says so once at the top, and writes nothing', async () => {
    const rows = Array.from({ length: 500 }, (_, n) => ['江岸小学', `外人${String(n)}`, 2019, '区培', '集中', 10, '台账'])
    const planned = await s.district.typed([['学校', '姓名', '年度', '级别', '形式', '学时', '来源'], ...rows])
    expect(planned.batch.mayConfirm).toBe('nothing')
    expect(planned.batch.findings[0]).toMatchObject({ code: 'entry.many-unknown', row: 1 })
    expect(codes(planned)).toHaveLength(101)
    expect(planned.batch.findingsLeft).toEqual([{ severity: 'error', code: 'entry.unknown-person', n: 400 }])
  })

  test('people are counted as people: thirty unknown ones with four lines each are thirty', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => [
      '江岸小学',
      `外人${String(n % 30)}`,
      2016 + Math.floor(n / 30),
      '区培',
      '集中',
      10,
      '台账',
    ])
    const planned = await s.district.typed([['学校', '姓名', '年度', '级别', '形式', '学时', '来源'], ...rows])
    expect(planned.batch.findings[0]?.words).toContain('有 30 个人系统里没有')
  })

  test('a table of other headings, 年份 and 方式 among them, is no name list of a training', async () => {
    const planned = await s.district.typed([
      ['学校', '教师姓名', '年份', '级别', '方式', '学时数', '备注'],
      ['江岸小学', '邵超', 2023, '区培', '集中', 10, ''],
    ])
    expect(planned.batch.kind).toBe('openings')
  })
})

describe('the name list of a training', () => {
  let s: Scene
  beforeAll(async () => {
    s = await scene()
    const roster = await s.district.plan('roster-district.xlsx')
    await s.district.confirmed(roster.batch)
  }, 120_000)
  afterAll(() => s.w.close())

  test('asks what no column says: level, form and days; the title and the hours it has read', async () => {
    const planned = await s.district.plan('project-roster-district.xlsx')
    expect(planned.batch).toMatchObject({ kind: 'project', mayConfirm: 'nothing' })
    expect(Object.fromEntries(planned.batch.about.map((a) => [a.field, a.value]))).toMatchObject({
      title: '2026年暑期教师数字素养研修',
      hours: '18',
      level: '',
      first: '',
    })
    expect(planned.batch.about.filter((a) => a.wrong).map((a) => a.field)).toEqual(['level', 'mode', 'first', 'last'])
  })

  test('gives everyone on it their hours at once, 0 with the reason where they were absent, and names who is unknown', async () => {
    const planned = await s.district.plan('project-roster-district.xlsx', { about: PROJECT })
    expect(planned.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.code])).toEqual([[45, 'entry.unknown-person']])
    expect(planned.batch.lines.filter((l) => l.is === 'ask')).toEqual([])
    expect(planned.batch).toMatchObject({ mayConfirm: 'only-good', totals: { added: 42 } })
    expect((await s.district.confirm(planned.batch)).status).toBe(409)
    expect(await s.district.confirmed(planned.batch, true)).toMatchObject({ added: 42, leftOut: 1, refused: [] })
    const [hers] = await entries(s.w, '邵超')
    expect(hers).toMatchObject({
      state: 'recognised',
      origin: 'granted',
      recognised: 180,
      training: { title: '2026年暑期教师数字素养研修', level: 'district', result: '合格', last: '2026-07-10' },
    })
    const [absent] = await entries(s.w, '戴杰')
    expect(absent).toMatchObject({ state: 'recognised', recognised: 0, training: { result: '缺勤超五分之一' } })
    expect(await verify(s.w.db, districtRules)).toEqual([])
  }, 60_000)

  test('the same list again adds nobody; under another name it is a finding', async () => {
    const again = await s.district.plan('project-roster-district.xlsx', { about: PROJECT })
    expect(again.batch).toMatchObject({ mayConfirm: 'nothing', totals: { added: 0, kept: 42 } })
    const other = await s.district.plan('project-roster-district.xlsx', { about: { ...PROJECT, title: '数字素养提升班' } })
    expect(codes(other)).toContain('project.same-list')
    expect(other.batch.findings.find((f) => f.code === 'project.same-list')?.words).toContain('2026年暑期教师数字素养研修')
    expect((await s.district.confirm(other.batch)).status).toBe(409)
  })

  test('who objects is heard; then the list can no longer be taken back', async () => {
    const [batch] = ((await (await s.district.device.fetch('/api/import/rosters')).json()) as { batches: { id: string; kind: string }[] })
      .batches
    expect(batch?.kind).toBe('project')
    const dai = await idOf(s.w, '戴杰')
    const his = await s.w.device(dai)
    const row = (await entries(s.w, '戴杰'))[0]?.id
    const { results } = await his.sync([his.op({ kind: 'teacher', id: dai }, 'request-correction', { row, reason: '只缺了半天' })])
    expect(results[0]?.result.is).toBe('applied')
    expect(await (await s.district.undo({ id: batch?.id ?? '' })).json()).toMatchObject({ undone: 0, left: [{ name: '戴杰' }] })
    expect((await entries(s.w, '邵超'))[0]).toMatchObject({ state: 'recognised', recognised: 180 })
  })

  test('a second list is taken back whole: hours reversed, the activity cancelled, and it can come again', async () => {
    const rows = [
      ['学校', '姓名', '学时'],
      ['江岸小学', '韦建国', 6],
      ['江岸小学', '石涛', 6],
      ['石桥初级中学', '邹秀英', 6],
    ]
    const about = { ...PROJECT, title: '片区教研', first: '2026-08-20', last: '2026-08-20' }
    const planned = await s.district.typed(rows, { about }, '片区教研名单.xlsx')
    expect(await s.district.confirmed(planned.batch)).toMatchObject({ added: 3 })
    expect((await s.district.undo(planned.batch)).status).toBe(200)
    expect((await entries(s.w, '石涛')).find((e) => e.training.title === '片区教研')).toMatchObject({ state: 'reversed' })
    expect((await s.district.typed(rows, { about }, '片区教研名单.xlsx')).batch.totals.added).toBe(3)
    expect(await verify(s.w.db, districtRules)).toEqual([])
  }, 60_000)

  test('学分 printed beside the hours are kept as a unit of their own, through the entry and into the 120-credit rule', async () => {
    const about = { ...PROJECT, title: '市级骨干研修', level: 'city', first: '2026-08-03', last: '2026-08-06' }
    const list = (one: string | number) => [
      ['学校', '姓名', '学时', '学分', '考核结果'],
      ['江岸小学', '邵超', 24, one, '合格'],
      ['江岸小学', '戴杰', 0, null, '缺勤超五分之一'],
      ['江岸小学', '孙静', 24, null, '合格'],
    ]
    const wrong = await s.district.typed(
      [...list('24学时'), ['江岸小学', '田婷婷', '6学分', 1, '合格'], ['江岸小学', '方平', 0, 2, '缺勤']],
      { about },
      '市级骨干研修名单.xlsx',
    )
    expect(wrong.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.column, f.code])).toEqual([
      [2, '学分', 'amount.says-hours'],
      [5, '学时', 'amount.says-credits'],
      [6, '学分', 'project.absent-with-credits'],
    ])
    expect(wrong.batch.about.map((a) => a.field)).not.toContain('credits')
    const planned = await s.district.typed(list(2.4), { about }, '市级骨干研修名单.xlsx')
    expect(planned.batch.lines.map((l) => l.changes)).toEqual([
      ['按统一学时，2.4 学分，合格'],
      ['0 学时，缺勤超五分之一'],
      ['按统一学时，合格'],
    ])
    expect(await s.district.confirmed(planned.batch)).toMatchObject({ added: 3, refused: [] })
    const named = async (name: string) => (await entries(s.w, name)).find((e) => e.training.title === '市级骨干研修')
    expect(await named('邵超')).toMatchObject({ recognised: 240, recognisedCredits: 24, training: { credits: 24 } })
    expect(await named('戴杰')).toMatchObject({ recognised: 0, recognisedCredits: null })
    expect(await named('孙静')).toMatchObject({ recognised: 240, recognisedCredits: null })
    const { policy } = (
      await withServer(s.w.db, { district: s.w.district, person: '' }, (tx) => referenceSource(districtRules).read(tx, s.w.district))
    ).reference
    const verdict = async (name: string) => {
      const dossier = await dossierOf(s.w, name)
      return evaluateCycle(policy, dossier, day('2026-09-10')).verdicts.find((v) => v.rule === 'credits')
    }
    expect(await verdict('邵超')).toMatchObject({ unit: 'credits', has: 24 })
    expect((await verdict('孙静'))?.missing).toContain('credits')
    const again = await s.district.typed(list(3), { about }, '市级骨干研修名单.xlsx')
    expect(again.batch).toMatchObject({ mayConfirm: 'nothing', totals: { added: 0, kept: 3 } })
    expect(again.batch.findings.map((f) => f.words)).toEqual([expect.stringContaining('24 学时、2.4 学分')])
    const everybody = await s.district.typed(
      [
        ['学校', '姓名'],
        ['江岸小学', '史娟'],
      ].map((r, n) => [...r, n === 0 ? '考核结果' : '合格']),
      { about: { ...about, title: '市级讲座', last: '2026-08-07', hours: '8', credits: '1' } },
      '名单.xlsx',
    )
    expect(everybody.batch.lines[0]?.changes).toEqual(['按统一学时，1 学分，合格'])
  }, 60_000)

  test('an administrator who recognises nothing is told who has to import it', async () => {
    const admin = new Importing(await s.w.device(s.w.admin))
    const planned = await admin.typed(
      [
        ['学校', '姓名', '学时'],
        ['江岸小学', '韦建国', 6],
      ],
      { about: { ...PROJECT, title: '区级讲座', organiser: '' } },
      '名单.xlsx',
    )
    expect(planned.batch).toMatchObject({ mayConfirm: 'nothing' })
    expect(codes(planned)).toEqual(['project.needs-officer'])
  })

  test('the command line takes the same file, asks for what is missing, and issues hours in the name of who recognises', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yantu-list-'))
    const file = join(folder, '区级讲座名单.xlsx')
    writeFileSync(
      file,
      await writeSheets([{ name: '表', heading: ['学校', '姓名', '学时'], widths: [12, 12, 12], rows: [['江岸小学', '史娟', 2.5]] }]),
    )
    const command = async (...words: string[]) => {
      const read = readArguments(['import', file, '--json', ...words])
      if (read.is !== 'read') throw new Error(read.is)
      return importRoster({
        args: read.arguments,
        clock: () => s.w.now,
        origin: '',
        db: s.w.db,
        url: s.w.url,
        dataFolder: folder,
        references: referenceSource(districtRules),
        district: { id: s.w.district } as InDistrict['district'],
      })
    }
    const asked = await command()
    expect([asked.code, asked.lines.join(' ')]).toEqual([1, expect.stringContaining('mode=… first=… last=…')])
    const done = await command('mode=face-to-face', 'first=2026-09-01', 'last=2026-09-01', 'theme=任职资格')
    expect(done).toMatchObject({ code: 0, json: { is: 'applied', kind: 'project', outcome: { added: 1, refused: [] } } })
    expect((await entries(s.w, '史娟')).find((e) => e.training.title === '区级讲座')).toMatchObject({
      recognised: 25,
      training: { level: 'district', tags: ['任职资格'] },
    })
    rmSync(folder, { recursive: true })
  })

  test('a school imports its own 校本 list for its own people only', async () => {
    const {
      rows: [school],
    } = await sql<{ id: SchoolId }>`select id from school where name like '%江岸小学'`.execute(s.w.db)
    const officer = await idOf(s.w, '陶平')
    await s.w.role(officer, '陶平', 'officer', { kind: 'school', id: school?.id as SchoolId })
    const his = new Importing(await s.w.device(officer))
    const list = [
      ['姓名', '学校', '学时'],
      ['韦建国', '江岸小学', 3],
      ['邹秀英', '石桥初级中学', 3],
      ['陶平', '江岸小学', 3],
    ]
    const more = {
      school: school?.id,
      about: { title: '九月校本研修', level: 'school', mode: 'school-based', first: '2026-09-11', last: '2026-09-11' },
    }
    const planned = await his.typed(list, more, '校本研修名单.xlsx')
    expect(codes(planned)).toEqual(['entry.not-yours'])
    expect(planned.batch.about.find((one) => one.field === 'organiser')?.value).toContain('江岸小学')
    expect(await his.confirmed(planned.batch, true)).toMatchObject({ added: 2 })
    expect((await entries(s.w, '韦建国')).find((e) => e.training.title === '九月校本研修')).toMatchObject({
      state: 'recognised',
      recognised: 30,
    })
    expect((await entries(s.w, '陶平')).find((e) => e.training.title === '九月校本研修')).toMatchObject({ state: 'pending-school' })
    // What a school types itself: names and hours, nothing else.
    for (const heading of [
      ['姓名', '学时'],
      ['姓名', '学时', '学分', '考核结果'],
    ]) {
      const short = await his.typed(
        [heading, ['韦建国', 3, ...(heading.length > 2 ? [0.5, '合格'] : [])]],
        { ...more, about: { ...more.about, title: '十月校本研修', first: '2026-09-18', last: '2026-09-18' } },
        '十月名单.xlsx',
      )
      expect(short.batch).toMatchObject({ kind: 'project', mayConfirm: 'all' })
    }
    expect(
      (
        await his.typed(
          [
            ['姓名', '2019年'],
            ['韦建国', 12],
          ],
          { school: school?.id, about: { level: 'school', source: '台账' } },
          '台账.xlsx',
        )
      ).batch,
    ).toMatchObject({ kind: 'openings' })
    const notTheirs = await his.typed(list, { ...more, about: { ...more.about, title: '区级', level: 'district' } }, '名单.xlsx')
    expect(await his.confirmed(notTheirs.batch, true)).toMatchObject({
      added: 0,
      refused: [{ words: expect.stringContaining('不由你们直接发放') as string }],
    })
    expect(s.w.failures).toEqual([])
  })
})

describe('the name list of a training with 出勤率', () => {
  let s: Scene
  beforeAll(async () => {
    s = await scene()
    const roster = await s.district.plan('roster-district.xlsx')
    await s.district.confirmed(roster.batch)
  }, 120_000)
  afterAll(() => s.w.close())

  test('what cannot be read is said by row and column; once the district has set what is asked, less counts 0 and says why', async () => {
    const about = { ...PROJECT, title: '秋季专题研修', first: '2026-08-24', last: '2026-08-26' }
    const heading = ['学校', '姓名', '学时', '出勤率（%）', '考核结果']
    const bad = await s.district.typed(
      [heading, ['江岸小学', '韦建国', 12, '较好', '合格'], ['江岸小学', '石涛', 12, '120%', '合格']],
      { about },
      '秋季专题研修名单.xlsx',
    )
    expect(bad.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.column, f.code])).toEqual([
      [2, '出勤率（%）', 'share.unreadable'],
      [3, '出勤率（%）', 'share.over-whole'],
    ])
    expect(bad.batch.findings.map((f) => f.words).join()).toContain('请写成 85%、0.85 或 17/20')
    const list = [
      heading,
      ['江岸小学', '韦建国', 12, '15/20次', '合格'],
      ['江岸小学', '石涛', 12, 0.85, '合格'],
      ['石桥初级中学', '邹秀英', 12, null, '合格'],
    ]
    const planned = await s.district.typed(list, { about }, '秋季专题研修名单.xlsx')
    expect(codes(planned)).toEqual([])
    expect(planned.batch.lines[0]?.changes.join()).toContain('出勤 75%')
    expect(await s.district.confirmed(planned.batch)).toMatchObject({ added: 3, refused: [] })
    const names = ['韦建国', '石涛', '邹秀英']
    const one = async (name: string) => {
      const dossier = await dossierOf(s.w, name)
      const entry = (await entries(s.w, name)).find((e) => e.training.title === about.title)
      if (entry === undefined) throw new Error(name)
      return { dossier, entry }
    }
    const counted = async (policy: Policy) =>
      Promise.all(
        names.map(async (name) => {
          const { dossier, entry } = await one(name)
          return entryCalc(policy, dossier, entry, day('2026-11-22')).counted
        }),
      )
    const policyNow = async () =>
      (
        await withServer(s.w.db, { district: s.w.district, person: s.w.admin }, (tx) =>
          referenceSource(districtRules).read(tx, s.w.district),
        )
      ).reference.policy
    expect(await verify(s.w.db, districtRules)).toEqual([])
    expect((await Promise.all(names.map(one))).map(({ entry }) => entry.training.attendance)).toEqual([750, 850, null])
    expect(await counted(await policyNow())).toEqual([120, 120, 120])

    const change = { key: 'attendanceShare', value: '0.8', from: '2026-08-01', source: '区教委〔2026〕9号' }
    const tried = await s.district.post('/api/policy/preview', { changes: [change], after: null })
    expect(((await tried.json()) as { changes: { name: string }[] }).changes.map((c) => c.name)).toEqual(['韦建国'])
    await s.w.act({ kind: 'district', id: s.w.district }, 'set-setting', change)
    const after = await policyNow()
    expect(await counted(after)).toEqual([0, 120, 120])
    const { dossier, entry } = await one('韦建国')
    expect(entryCalc(after, dossier, entry, day('2026-11-22')).rows.map((r) => [r.what, r.source ?? '', r.value])).toEqual(
      expect.arrayContaining([
        ['出勤', '', '75%'],
        ['出勤不足，不计入（要求不少于 80%）', '区教委〔2026〕9号', '−12'],
      ]),
    )
    const again = await s.district.typed(
      [heading, ['江岸小学', '韦建国', 12, '90%', '合格'], ...list.slice(2)],
      { about },
      '秋季专题研修名单.xlsx',
    )
    expect(again.batch).toMatchObject({ totals: { added: 0, kept: 3 } })
    expect(again.batch.findings.find((f) => f.code === 'project.differs')?.words).toContain('12 学时，出勤 75%')
  }, 60_000)

  test('a share written under 出勤情况 is read; 缺勤 there is the reason of 0 hours, 无缺勤 is not, and counts of absences are no share', async () => {
    const about = { ...PROJECT, hours: '12', title: '冬季专题研修', first: '2026-08-24', last: '2026-08-26' }
    const told = async (heading: string, cells: readonly (string | number)[]) => {
      const rows = cells.map((cell, i) => ['江岸小学', ['韦建国', '石涛'][i] ?? '', cell])
      const { batch } = await s.district.typed([['学校', '姓名', heading], ...rows], { about }, '冬季专题研修名单.xlsx')
      expect(batch.findings.filter((f) => f.severity === 'error')).toEqual([])
      return batch.lines.map((l) => l.changes.join())
    }
    expect(await told('出勤情况', ['出勤率85%', '17/20次'])).toEqual(['按统一学时，出勤 85%', '按统一学时，出勤 85%'])
    expect(await told('考勤情况', ['无缺勤', '缺勤'])).toEqual(['按统一学时', '0 学时，缺勤'])
    expect(await told('缺勤情况', ['1/20', '缺课0次'])).toEqual(['按统一学时', '按统一学时'])
  }, 60_000)
})
