// `npx yantu`, run in process on a data folder of its own: what it prints, what it exits with, what its JSON says.

import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { SchoolId } from '../../src/domain/ids.ts'
import { scratchNames } from '../../src/server/backup/scratch.ts'
import { run } from '../../src/server/cli/main.ts'
import { START, world, claim, type World } from '../journeys/world.ts'

const sample = (file: string): string => fileURLToPath(new URL(`./import/samples/${file}`, import.meta.url))
const cases = fileURLToPath(new URL('../policy-cases/hours.json', import.meta.url))

let w: World
let school: SchoolId
let folder: string

interface Ran {
  readonly code: number
  readonly text: string
  readonly json: Record<string, unknown>
}

async function yantu(...argv: string[]): Promise<Ran> {
  const lines: string[] = []
  const code = await run({
    argv,
    env: { YANTU_DATA: folder, DATABASE_URL: w.url },
    print: (line) => void lines.push(line),
    clock: () => w.now,
  })
  process.exitCode = 0
  const text = lines.join('\n')
  return { code, text, json: argv.includes('--json') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

beforeAll(async () => {
  w = await world()
  folder = mkdtempSync(join(tmpdir(), 'yantu-cli-'))
  chmodSync(folder, 0o711)
  school = w.uuid() as SchoolId
  await w.act({ kind: 'school', id: school }, 'open-school', {
    name: '示例区江岸小学',
    code: '2150900001',
    kind: 'primary',
    place: 'urban',
    stage: 'primary',
    parent: null,
    from: '2000-09-01',
  })
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Arguments that strike someone's post. */
async function homeOf(number: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{
    row: string
    from: string
  }>`select row_id as "row", from_day as "from" from posting q join person p on p.id = q.person where p.staff_no = ${number}`.execute(w.db)
  return { row: rows[0]?.row, to: rows[0]?.from, reason: 'mistake', note: '' }
}

describe('what is typed wrongly is answered in words', () => {
  test.each([
    [['frobnicate'], 'frobnicate'],
    [['constructor'], '没有“constructor”这个命令'],
    [['roll-up', '--as-of', '2026-02-30'], '2026-02-30'],
    [['standing'], '教师编号'],
    [['standing', '查无此人'], '查无此人'],
    [['roll-up', '没有的学校'], '没有的学校'],
    [['roll-up', '--asof', 'x'], '--asof'],
    [['import-roster', '/nowhere.xlsx'], '/nowhere.xlsx'],
    [['evaluate', '/nowhere.json'], '/nowhere.json'],
    [['restore', '/nowhere'], '/nowhere'],
    [['roll-up', '--as-of'], '--as-of'],
    [['targets'], '区名'],
    [['targets', '永川区'], '永川区'],
    [['report', 'ranking'], 'targets'],
    [['report', 'targets', 'x=1'], 'x'],
    [['verify', '--as-of', '2026-09-30'], '--as-of'],
    [['standing', '覃丽莎', '--only-good'], '--only-good'],
    [['roll-up', '江岸', '小学'], '小学'],
    [['evaluate', 'a.json', 'b.json'], 'b.json'],
    [['evaluate', '/'], '/'],
    [['reset-password'], '手机号'],
    [['reset-password', '查无此人'], '查无此人'],
    [['reset-password', '某人', '某校'], '某校'],
  ])('%j', async (argv, mentions) => {
    const { code, text } = await yantu(...argv)
    expect(code).toBe(2)
    expect(text).toContain(mentions)
  })

  test('help names every command and its JSON, and --json turns an error into JSON', async () => {
    const { code, text } = await yantu('--help')
    expect(code).toBe(0)
    for (const name of [
      'import-roster',
      'standing',
      'roll-up',
      'evaluate',
      'rebuild',
      'verify',
      'backup',
      'restore',
      'invite',
      'reset-password',
    ])
      expect(text).toContain(name)
    expect((await yantu('standing', '查无此人', '--json')).json).toEqual({ error: expect.stringContaining('查无此人') })
  })
})

describe('evaluate', () => {
  test('answers every case as one JSON line, exactly as expected', async () => {
    const { code, text } = await yantu('evaluate', cases)
    expect(code).toBe(0)
    const { default: expected } = (await import('../policy-cases/hours.json')) as { default: { name: string; expect: object }[] }
    expect(text.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(expected.map((c) => ({ name: c.name, ...c.expect })))
  })
})

describe('importing, reading totals, checking', () => {
  test('a dry run writes nothing, an import does, and the same file again has nothing to do', async () => {
    const dry = await yantu('import-roster', sample('roster-school.xlsx'), '--school', '2150900001', '--dry-run', '--json')
    expect([dry.code, dry.json]).toEqual([0, expect.objectContaining({ is: 'planned', mayConfirm: 'all', outcome: null })])
    expect((await yantu('roll-up', '江岸小学', '--json')).json['onRoll']).toBe(0)
    const done = await yantu('import-roster', sample('roster-school.xlsx'), '--school', '2150900001', '--json')
    expect(done.json).toMatchObject({ is: 'applied', outcome: { added: 38, refused: [] } })
    expect((await yantu('import-roster', sample('roster-school.xlsx'), '--school', '2150900001')).text).toContain('一致')
    expect(await yantu('import-roster', sample('not-an-xlsx.xlsx'), '--json')).toMatchObject({
      code: 2,
      json: { is: 'refused', code: 'file.not-a-workbook' },
    })
  })

  test('a file with errors is blocked, with exit code 1', async () => {
    const { code, text } = await yantu('import-roster', sample('roster-broken.xlsx'), '--school', '2150900001')
    expect(code).toBe(1)
    expect(text).toContain('没有写入')
  })

  test('--only-good writes the good rows, and the others into a workbook that only its owner may read', async () => {
    const file = join(folder, '乱填.csv')
    writeFileSync(file, '姓名,教师编号,参加工作时间\n好老师,Z1,2010-09\n坏日期,Z2,明年')
    const { code, text } = await yantu('import-roster', file, '--school', '2150900001', '--only-good')
    expect([code, text]).toEqual([0, expect.stringContaining('新增 1 人')])
    expect(statSync(join(folder, '乱填-未导入.xlsx')).mode & 0o077).toBe(0)
    await w.act(
      { kind: 'teacher', id: (await sql<{ id: string }>`select id from person where staff_no = 'Z1'`.execute(w.db)).rows[0]?.id ?? '' },
      'end-post',
      await homeOf('Z1'),
    )
  })

  test('the plan’s targets: as of its last day nothing was recorded, so nothing is judged and fuzzy ones never are', async () => {
    const { code, json } = await yantu('targets', '渝中区', '--as-of', '2025-12-31', '--json')
    const indicators = json['indicators'] as { id: string; verdict: string | null; ended: boolean; target: { words: string } | null }[]
    expect(code).toBe(0)
    expect(indicators.find((i) => i.id === 'yz-backbone-distinguished')).toMatchObject({
      ended: true,
      verdict: 'undetermined',
      target: { words: '达到在职教师总数的50%' },
    })
    expect(indicators.find((i) => i.id === 'yz-eagles')?.verdict).toBe('words-only')
    // Asked today, the plan that is over stands there as of its last day too.
    const now = (await yantu('targets', '渝中区', '--json')).json as {
      indicators: { id: string; by: string | null; atEnd: { asOf: string; verdict: string | null } | null }[]
    }
    expect(now.indicators.find((i) => i.id === 'yz-backbone-distinguished')?.atEnd).toMatchObject({
      asOf: '2025-12-31',
      verdict: 'undetermined',
    })
    expect(now.indicators.every((i) => (i.by === null) === (i.atEnd === null))).toBe(true)
    expect((await yantu('report', 'targets', 'asOf=x')).code).toBe(2)
  })

  test('a teacher’s standing and the roll-ups of school and district agree, today and as known before', async () => {
    const row = (await sql<{ id: string; staff_no: string }>`select id, staff_no from person where name = '邹䶮'`.execute(w.db)).rows[0]
    if (row === undefined) throw new Error('nobody')
    await w.act({ kind: 'district', id: w.district }, 'grant-role', {
      person: w.admin,
      personName: '管理员',
      role: 'district-officer',
      from: '2026-01-01',
      to: null,
    })
    const { replaces: _replaces, ...training } = claim()
    await w.act({ kind: 'teacher', id: row.id }, 'record-for', { ...training, originalSeen: true })
    const one = await yantu('standing', row.staff_no, '--json')
    expect(one.json).toMatchObject({ name: '邹䶮', counted: 40, recognised: 40, pending: 0, asOf: '2026-09-20' })
    expect((await yantu('standing', '邹䶮', '--as-of', '2026-09-11', '--json')).json['counted']).toBe(0)
    expect((await yantu('standing', '邹䶮', '--known-at', '2026-09-19', '--json')).code).toBe(0)
    const here = (await yantu('roll-up', '2150900001', '--json')).json as { hours: { counted: number }; onRoll: number }
    expect([here.onRoll, here.hours.counted]).toEqual([38, 40])
    const all = (await yantu('roll-up', '--json')).json as {
      totals: { hours: object; onRoll: number }
      schools: { school: string; onRoll: number }[]
    }
    expect(all.totals.hours).toEqual(here.hours)
    expect(all.schools.map((s) => [s.school, s.onRoll])).toEqual([[school, 38]])
    expect((await yantu('roll-up')).text).toContain('在册 38')
  })

  test('verify finds what was tampered with and exits with 1; rebuild mends it', async () => {
    expect(await yantu('verify')).toMatchObject({ code: 0 })
    await sql`update posting set school = 'elsewhere' where ctid = (select min(ctid) from posting)`.execute(w.db)
    const wrong = await yantu('verify', '--json')
    expect([wrong.code, (wrong.json['differences'] as unknown[]).length]).toEqual([1, 1])
    expect((await yantu('rebuild', '--json')).json['mended']).toHaveLength(1)
    expect(await yantu('verify')).toMatchObject({ code: 0 })
  })

  test('invite prints a slip for everyone of the school who is not in yet', async () => {
    const { json } = await yantu('invite', '江岸小学', '--json')
    const { slips } = json as { slips: { url: string; code: string }[] }
    expect(slips).toHaveLength(38)
    expect(slips[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/#\/join\?c=/)
  })

  test('the only administrator who forgot the password gets a code at the machine; who never joined has none to forget', async () => {
    await sql`update person set phone = '13800001234' where id = ${w.admin}`.execute(w.db)
    expect((await yantu('reset-password', '138 0000 1234')).text).toContain('还没有领用')
    await sql`insert into credential (district, person, password_hash, set_at) values (${w.district}, ${w.admin}, 'forgotten', 0)`.execute(
      w.db,
    )
    const { code, json } = await yantu('reset-password', '138 0000 1234', '--json')
    expect([code, json['person']]).toEqual([0, w.admin])
    const { rows } = await sql<{ purpose: string; lasts: number }>`
      select purpose, expires_at - made_at as lasts from invite where person = ${w.admin}`.execute(w.db)
    expect(rows).toEqual([{ purpose: 'reset', lasts: 3_600_000 }])
  })
})

describe('backing up and restoring', () => {
  let file: string
  beforeAll(() => void (file = join(folder, 'backup.gz')))

  test('a backup is proven by loading it, is nobody else’s to read, and moves what phones need not keep', async () => {
    const { code, json } = await yantu('backup', file, '--json')
    expect(code).toBe(0)
    expect((json['tables'] as Record<string, number>)['person']).toBe(40)
    expect(statSync(file).mode & 0o077).toBe(0)
    const { rows } = await sql<{ head: number; through: number }>`select head, backed_up_through as through from district`.execute(w.db)
    expect(rows[0]?.through).toBe(rows[0]?.head)
    expect((await sql`select 1 from pg_database where starts_with(datname, ${scratchNames(w.url)})`.execute(w.db)).rows).toEqual([])
  })

  test('restoring brings everything back as it was, under a higher generation and beyond every number given out', async () => {
    const before = (await yantu('roll-up', '--json')).json
    const { rows } = await sql<{ head: number; generation: number }>`select head, generation from district`.execute(w.db)
    await w.teacher('后来的人', school)
    await w.teacher('后来的第二人', school)
    const later = await sql<{ head: number }>`select head from district`.execute(w.db)
    expect((await yantu('restore', file)).text).toContain('--confirm')
    const { code, json } = await yantu('restore', file, '--confirm', '--json')
    expect([code, json['generation']]).toEqual([0, (rows[0]?.generation ?? 0) + 1])
    expect((await yantu('roll-up', '--json')).json).toEqual(before)
    const after = await sql<{ head: number }>`select head from district`.execute(w.db)
    expect(after.rows[0]?.head).toBeGreaterThan(later.rows[0]?.head ?? Infinity)
    expect(await yantu('verify')).toMatchObject({ code: 0 })
  })

  test('the restored district goes on working', async () => {
    await w.teacher('恢复以后来的', school)
    await sql`select yantu_security_event('test', null, null) from (select set_config('yantu.district', ${w.district}, false), set_config('yantu.person', ${w.admin}, false)) s`.execute(
      w.db,
    )
    expect((await yantu('roll-up', '--json')).json).toMatchObject({ totals: { onRoll: 39 } })
  })

  test('a cut-off file, a changed one and one that is no backup are refused, and nothing is touched', async () => {
    const before = (await yantu('roll-up', '--json')).json
    const cut = join(folder, 'cut.gz')
    await yantu('backup', cut)
    truncateSync(cut, Math.floor(statSync(cut).size / 2))
    expect(await yantu('restore', cut, '--confirm')).toMatchObject({ code: 2 })
    const none = join(folder, 'none.gz')
    writeFileSync(none, 'not a backup')
    expect((await yantu('restore', none, '--confirm')).text).toContain('不是研途的备份')
    expect((await yantu('roll-up', '--json')).json).toEqual(before)
    expect(w.now).toBe(START)
  })
})
