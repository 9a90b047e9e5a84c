// npx yantu erase: nothing personal stays anywhere in the database or on the disk, totals stay right, nothing brings the person back,
// and what they signed for others still says who decided.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { momentOf } from '../../../src/server/clock.ts'
import { run } from '../../../src/server/cli/main.ts'
import { keepErased } from '../../../src/server/erase/keep-erased.ts'
import { ERASURES_FILE } from '../../../src/server/erase/erasures-file.ts'
import { evidencePlace, sentPlace } from '../../../src/server/evidence/evidence-files.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../../src/server/reference/reference.ts'
import { rowsFrom } from '../../../src/server/store/database.ts'
import { mergePeople } from '../../../src/server/people/merge.ts'
import { applyOnBehalf } from '../../../src/server/sync/on-behalf.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

const sample = fileURLToPath(new URL('../import/samples/roster-school.xlsx', import.meta.url))
const OWN = 'a'.repeat(64)
const SHARED = 'b'.repeat(64)
const refused = { is: 'refused', code: 'document.erased', field: null }

let w: World
let folder: string
let school: SchoolId
let qin: PersonId
let wu: PersonId
let li: PersonId
let wuPhone: Device
let qinPhone: Device
let qinOp: ReturnType<Device['op']>

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

const tables = async (): Promise<string[]> =>
  (await rowsFrom(w.db, sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`)).map(({ name }) => name)

/** Where a text stands anywhere in the database, as table and line. */
async function foundIn(text: string): Promise<string[]> {
  const found: string[] = []
  for (const table of await tables()) {
    const rows = await rowsFrom(w.db, sql<{ line: string }>`select to_json(t)::text as line from ${sql.table(table)} t`)
    for (const { line } of rows) if (line.includes(text)) found.push(`${table} ${line}`)
  }
  return found
}

const file = (hash: string): unknown => ({ is: 'file', hash, type: 'image/jpeg', bytes: 10 })
const place = (hash: string): string => evidencePlace(join(folder, 'evidence'), w.district, hash)
const sent = (hash: string, by: string): string => sentPlace(join(folder, 'evidence'), w.district, hash, by)
const overview = async (): Promise<number> =>
  ((await (await wuPhone.fetch(`/api/school/${school}/roll-up`)).json()) as { onRoll: number }).onRoll

beforeAll(async () => {
  w = await world()
  folder = mkdtempSync(join(tmpdir(), 'yantu-erase-'))
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
  qin = await w.teacher('覃丽莎', school, { staffNumber: 'T0042' })
  wu = await w.teacher('吴敏', school)
  li = await w.teacher('李一', school)
  await w.role(qin, '覃丽莎', 'officer', { kind: 'school', id: school })
  await w.role(wu, '吴敏', 'officer', { kind: 'school', id: school })
  await w.role(wu, '吴敏', 'district-officer', 'district')
  qinPhone = await w.device(qin)
  wuPhone = await w.device(wu)
  const liPhone = await w.device(li)
  await sql`update person set phone = '13800001234', id_hash = 'h-of-qin', id_last4 = '002X', former_names = '{覃小莎}' where id = ${qin}`.execute(
    w.db,
  )
  await sql`insert into credential (district, person, password_hash, set_at) values (${w.district}, ${qin}, 'p', 1)`.execute(w.db)
  await sql`insert into session (token_hash, district, person, device, idle_until, ends_at) values ('t', ${w.district}, ${qin}, ${qinPhone.id}, 9e15, 9e15)`.execute(
    w.db,
  )
  await sql`insert into invite (code_hash, district, person, purpose, made_by, made_at, expires_at) values ('c', ${w.district}, ${qin}, 'join', ${wu}, 1, 2)`.execute(
    w.db,
  )
  qinOp = qinPhone.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ evidence: [file(OWN), file(SHARED)] }))
  await qinPhone.sync([qinOp])
  await liPhone.sync([liPhone.op({ kind: 'teacher', id: li }, 'claim-hours', claim({ evidence: [file(SHARED)] }))])
  await qinPhone.sync([qinPhone.op({ kind: 'teacher', id: li }, 'record-for', { ...claim(), original: 'seen' })]).catch(() => undefined)
  await wuPhone.sync([wuPhone.op({ kind: 'teacher', id: qin }, 'begin-pause', { kind: 'sick', from: '2026-09-01', until: null })])
  await qinPhone.sync([qinPhone.op({ kind: 'teacher', id: li }, 'begin-pause', { kind: 'sick', from: '2026-09-01', until: null })])
  for (const hash of [OWN, SHARED]) {
    mkdirSync(dirname(place(hash)), { recursive: true })
    writeFileSync(place(hash), 'sealed')
  }
  for (const [hash, by] of [
    [OWN, qin],
    [SHARED, qin],
    [SHARED, li],
  ] as const)
    writeFileSync(sent(hash, by), 'sealed')
  await yantu('import-roster', sample, '--school', '2150900001')
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

test('without --confirm it says in words what would go and what stays, and nothing goes', async () => {
  const said = await yantu('erase', 'T0042')
  expect(said.code).toBe(0)
  expect(said.text).toMatch(/将永久删除 覃丽莎[\s\S]*佐证图 1 张、在任职务 1 个[\s\S]*署名[\s\S]*--confirm/)
  const { json } = await yantu('erase', '覃丽莎', '--json')
  expect(json).toMatchObject({ person: qin, name: '覃丽莎', removes: { devices: 1, files: 1, roles: 1 }, erasedOn: null, done: false })
  expect((await foundIn('覃丽莎')).length).toBeGreaterThan(5)
  expect((await yantu('erase', '查无此人')).code).toBe(2)
  expect((await yantu('--help')).text).toMatch(/erase 教师[\s\S]*署名保留/)
})

test('the only administrator cannot be erased before somebody else is one', async () => {
  expect(await yantu('erase', w.admin, '--confirm')).toMatchObject({ code: 2, text: expect.stringContaining('唯一的管理员') as string })
})

describe('after npx yantu erase --confirm', () => {
  let before: number
  beforeAll(async () => {
    before = await overview()
    const done = await yantu('erase', 'T0042', '--confirm', '--json')
    expect(done).toMatchObject({
      code: 0,
      json: { person: qin, removed: { devices: 1, files: 1, roles: 1 }, erasedOn: '2026-09-20', done: true },
    })
  })

  test('neither name nor number, phone, ID hash, picture or device of the person is anywhere; only signatures and who held which role stay', async () => {
    for (const text of ['T0042', '13800001234', 'h-of-qin', '覃小莎', qinPhone.id, OWN])
      expect(
        (await foundIn(text)).filter((line) => !line.startsWith('erasure ')),
        text,
      ).toEqual([])
    for (const line of await foundIn('覃丽莎')) {
      expect(line).toMatch(/^(document_row|op_log|membership) /)
      expect(line).not.toContain(`"subject_id":"${qin}"`)
      expect(line).toMatch(/byName|personName|person_name/)
    }
    expect((await rowsFrom(w.db, sql`select 1 as one from document_row where content like ${`%"by":"${qin}"%`}`)).length).toBeGreaterThan(0)
    expect([existsSync(place(OWN)), existsSync(place(SHARED))]).toEqual([false, true])
    // What she sent herself goes though a colleague names the same picture; what the colleague sent stays.
    expect([existsSync(sent(SHARED, qin)), existsSync(sent(SHARED, li))]).toEqual([false, true])
    expect(readdirSync(dirname(place(OWN)))).toEqual([])
    expect(JSON.parse(readFileSync(join(folder, ERASURES_FILE), 'utf8'))).toEqual({
      yantu: 'erasures',
      people: [{ district: w.district, person: qin, on: '2026-09-20', files: [OWN, SHARED].sort() }],
    })
  })

  test('the school’s total is one person less at once, also in a server that remembers totals, and everything beside the rows is right', async () => {
    expect(await overview()).toBe(before - 1)
    expect(await yantu('verify')).toMatchObject({ code: 0 })
    expect((await yantu('standing', qin)).code).toBe(2)
  })

  test('the role is over, so that no claim waits at the desk of nobody', async () => {
    const held = await rowsFrom(w.db, sql<{ to: string | null }>`select to_day as "to" from membership where person = ${qin}`)
    expect(held).toEqual([{ to: '2026-09-19' }])
  })

  test('a colleague’s phone drops the dossier at the next sync, and later ops on it are refused in words and leave nothing behind', async () => {
    const answer = await wuPhone.sync([
      wuPhone.op({ kind: 'teacher', id: qin }, 'correct-person', { changes: { name: '覃丽莎回来了' }, reason: '更正' }),
    ])
    expect(answer.results.map(({ result }) => result)).toEqual([refused])
    expect(answer.scope?.some(({ id }) => id === qin)).toBe(false)
    expect(await foundIn('覃丽莎回来了')).toEqual([])
  })

  test('the person’s own old phone brings nothing back, nor does a colleague who hands in its rescue file, nor an import under the old id', async () => {
    const again = await qinPhone.sync([qinOp])
    expect(again.results.map(({ result }) => result.is)).toEqual(['refused'])
    expect([again.rows, again.documents]).toEqual([[], []])
    const carried = await wuPhone.fetch('/api/rescue', {
      method: 'POST',
      body: JSON.stringify({ file: 'yantu-rescue', version: 1, ops: [qinOp] }),
    })
    expect(((await carried.json()) as { results: { result: { is: string } }[] }).results.map(({ result }) => result.is)).toEqual([
      'refused',
    ])
    const references = referenceSource(districtRules)
    const content = {
      op: w.uuid(),
      actor: w.admin,
      subject: { kind: 'teacher' as const, id: qin },
      verb: 'enrol-person',
      v: 1,
      base: null,
      after: null,
      args: {},
    }
    expect(
      await applyOnBehalf(
        { db: w.db, clock: () => w.now, references },
        { district: w.district, actor: { id: w.admin, name: '管理员' }, device: 'import' },
        [content],
      ),
    ).toEqual([{ op: content.op, result: refused }])
    expect(await rowsFrom(w.db, sql`select 1 from document where subject_id = ${qin}`)).toEqual([])
    expect(w.failures).toEqual([])
  })

  test('asking once more changes nothing and says so', async () => {
    expect((await yantu('erase', qin, '--confirm', '--json')).json).toEqual({ person: qin, erasedOn: '2026-09-20', done: true })
  })

  test('someone whom an import brought in goes with what the import remembered of them', async () => {
    const [one] = await rowsFrom(
      w.db,
      sql<{ id: string; name: string; number: string; phone: string | null }>`
      select p.id, name, staff_no as number, phone from person p join import_line l on l.person = p.id where p.phone is not null order by staff_no limit 1`,
    )
    if (one === undefined) throw new Error('the sample has nobody with a phone')
    expect((await foundIn(one.number)).some((line) => line.startsWith('import_batch'))).toBe(true)
    expect((await yantu('erase', one.number, '--confirm')).code).toBe(0)
    // Under the id nothing but that it was erased, that the import brought it in, and numbers of ops without what they said.
    for (const text of [one.number, one.phone ?? 'nothing', one.id])
      expect(
        (await foundIn(text))
          .filter((line) => !/^(erasure|import_line|op_log .*"content":"{}".*"transport":"{}")/.test(line))
          .map((line) => line.slice(0, 80)),
        text,
      ).toEqual([])
  })
})

test('someone whose two dossiers were made one goes with both, whichever is named', async () => {
  const [kept, aside] = [await w.teacher('李三', school), await w.teacher('李叁', school)]
  const ended = await rowsFrom(w.db, sql<{ row: string }>`select row_id as "row" from posting where person = ${aside}`)
  await w.act({ kind: 'teacher', id: aside }, 'end-post', { row: ended[0]?.row, to: '2026-08-31', reason: 'other', note: '' })
  const references = referenceSource(districtRules)
  const hand = { id: w.admin, name: '管理员', capacity: 'admin', now: momentOf(w.now) } as const
  expect(
    await mergePeople(
      { db: w.db, clock: () => w.now, references },
      { district: w.district, person: w.admin, device: null },
      hand,
      { kept, aside, reason: '同一个人', confirm: true },
      false,
    ),
  ).toMatchObject({ is: 'done' })
  expect((await yantu('erase', aside, '--json')).json).toMatchObject({ people: [aside, kept], done: false })
  expect((await yantu('erase', aside, '--confirm', '--json')).json).toMatchObject({ people: [aside, kept], done: true })
  for (const name of ['李三', '李叁'])
    expect(
      (await foundIn(name)).map((line) => line.slice(0, 60)),
      name,
    ).toEqual([])
})

test('an older backup restored, and the same pictures brought back beside it, are cleaned before anybody is served', async () => {
  const li = await w.teacher('李二', school)
  const file = join(folder, 'before.gz')
  expect((await yantu('backup', file)).code).toBe(0)
  expect((await yantu('erase', '李二', '--confirm')).code).toBe(0)
  const { json } = await yantu('restore', file, '--confirm', '--json')
  expect(json).toMatchObject({ erasedAgain: 1 })
  expect(await foundIn('李二')).toEqual([])
  expect(await rowsFrom(w.db, sql`select person from erasure where person = ${li}`)).toHaveLength(1)
  // An old disk, copied back without a word: found at the start.
  await sql`delete from erasure where person = ${li}`.execute(w.db)
  await sql`insert into person (district, id, name) values (${w.district}, ${li}, '李二')`.execute(w.db)
  writeFileSync(place(OWN), 'sealed')
  const deps = { db: w.db, clock: () => w.now, references: referenceSource(districtRules) }
  expect(await keepErased(deps, folder)).toEqual({ again: 1 })
  expect(await foundIn('李二')).toEqual([])
  expect(existsSync(place(OWN))).toBe(false)
  // The list outside the database lost: the database knows, and writes it again.
  rmSync(join(folder, ERASURES_FILE))
  expect(await keepErased(deps, folder)).toEqual({ again: 0 })
  expect(readFileSync(join(folder, ERASURES_FILE), 'utf8')).toContain(li)
  writeFileSync(join(folder, ERASURES_FILE), '{"yantu":')
  await expect(keepErased(deps, folder)).rejects.toThrow(ERASURES_FILE)
})

test('every table that says something of a person is known to erase: a new one must be thought of', async () => {
  const found = await rowsFrom(
    w.db,
    sql<{ at: string }>`select table_name || '.' || column_name as at from information_schema.columns
    where table_schema = 'public' and (column_name in ('person', 'actor', 'subject_id', 'person_name', 'made_by', 'made_by_name', 'name', 'by_name') or column_name like '%person%') order by 1`,
  )
  expect(found.map(({ at }) => at)).toEqual(
    [
      'credential.person',
      'device.person',
      'district.name',
      'document_row.subject_id',
      'document.subject_id',
      'erasure.person',
      'import_batch.made_by',
      'import_batch.made_by_name',
      'import_line.person',
      'invite.made_by',
      'invite.person',
      'membership.person',
      'membership.person_name',
      'migration.name',
      'op_log.actor',
      'op_log.subject_id',
      'person.name',
      'posting.person',
      'school.name',
      'security_event.person',
      'server_secret.name',
      'session.person',
      'standing.person',
    ].sort(),
  )
})
