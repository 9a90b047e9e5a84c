// Taking a table of entries back after people on it moved or were merged: every row that cannot go is named, nothing is half done, the
// others can go all the same, and whoever goes on with it finds it as it stands.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HoursRow } from '../../src/domain/dossier.ts'
import { entryOf, type Entry } from '../../src/domain/entry.ts'
import { rowsOf } from '../../src/domain/document.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { withServer } from '../../src/server/door/door.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { writeSheets } from '../../src/server/sheets/write-sheets.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import type { RosterAnswer, UndoAnswer } from '../../src/wire/import.ts'
import { world, type Device, type World } from '../journeys/world.ts'

const ABOUT = { level: 'district', mode: 'face-to-face', first: '2026-07-06', last: '2026-07-10', title: '片区教研', hours: '6' }

interface Scene {
  readonly w: World
  readonly school: SchoolId
  readonly away: SchoolId
  readonly du: Device
  readonly people: Readonly<Record<string, PersonId>>
}

async function scene(): Promise<Scene> {
  const w = await world()
  const [school, away] = [await w.school('江岸小学'), await w.school('石桥小学')]
  const du = await w.person('杜敏')
  await w.role(du, '杜敏', 'district-officer', 'district')
  const people: Record<string, PersonId> = {}
  for (const name of ['韦建国', '石涛', '田婷婷', '陶平']) people[name] = await w.teacher(name, school)
  await w.role(people['陶平'] as PersonId, '陶平', 'officer', { kind: 'school', id: school })
  return { w, school, away, du: await w.device(du), people }
}
const post = (device: Device, path: string, body: unknown): Promise<Response> =>
  device.fetch(path, { method: 'POST', body: JSON.stringify(body) })

async function imported(device: Device, about: Record<string, string>, names: readonly string[], school: SchoolId | null): Promise<string> {
  const bytes = await writeSheets([
    { name: '表', heading: ['学校', '姓名', '学时'], widths: [12, 12, 12], rows: names.map((n) => ['江岸小学', n, 6]) },
  ])
  const planned = (await (
    await post(device, '/api/import/rosters', { fileName: '名单.xlsx', file: Buffer.from(bytes).toString('base64'), school, about })
  ).json()) as RosterAnswer
  if (planned.is !== 'planned') throw new Error(JSON.stringify(planned))
  const done = await post(device, `/api/import/rosters/${planned.batch.id}/confirm`, { onlyGood: false, roles: [] })
  expect(await done.json()).toMatchObject({ added: names.length, refused: [] })
  return planned.batch.id
}
const undo = async (device: Device, id: string, rest?: boolean): Promise<UndoAnswer> => {
  const response = await post(device, `/api/import/rosters/${id}/undo`, rest === undefined ? {} : { rest })
  expect(response.status).toBe(200)
  return (await response.json()) as UndoAnswer
}
async function entry(s: Scene, name: string, title: string): Promise<Entry | undefined> {
  const [d] = await withServer(s.w.db, { district: s.w.district, person: s.w.admin }, (tx) =>
    readDossiers(tx, s.w.district, [s.people[name] ?? '']),
  )
  return d === undefined
    ? undefined
    : rowsOf(d, 'hours')
        .map((r) => entryOf(r as HoursRow))
        .find((e): e is Entry => e?.training.title === title)
}

describe('a school’s list, one of whose people has moved on since', () => {
  let s: Scene
  let id: string
  const school = { ...ABOUT, level: 'school', mode: 'school-based', title: '九月校本' }
  beforeAll(async () => {
    s = await scene()
    const his = await s.w.device(s.people['陶平'] as PersonId)
    id = await imported(his, school, ['韦建国', '石涛', '田婷婷'], s.school)
    await s.w.act({ kind: 'teacher', id: s.people['石涛'] as string }, 'start-post', { school: s.away, kind: 'home', from: '2026-09-01' })
  }, 60_000)
  afterAll(() => s.w.close())

  test('nothing is taken back, and the row that cannot go is named with what to do', async () => {
    const his = await s.w.device(s.people['陶平'] as PersonId)
    expect(await undo(his, id)).toEqual({
      undone: 0,
      others: 2,
      left: [{ row: 3, name: '石涛', words: expect.stringContaining('不在您的学校') as string }],
    })
    for (const name of ['韦建国', '石涛', '田婷婷']) expect((await entry(s, name, '九月校本'))?.state).toBe('recognised')
  })

  test('the others go when asked for, that row stands on its activity, and there is nothing left to take back', async () => {
    const his = await s.w.device(s.people['陶平'] as PersonId)
    expect(await undo(his, id, true)).toMatchObject({ undone: 2, left: [{ name: '石涛' }] })
    expect((await entry(s, '韦建国', '九月校本'))?.state).toBe('reversed')
    expect((await entry(s, '石涛', '九月校本'))?.state).toBe('recognised')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from op_log where verb = 'cancel-activity'`.execute(s.w.db)
    expect(rows).toEqual([{ n: 0 }])
    expect((await post(his, `/api/import/rosters/${id}/undo`, {})).status).toBe(409)
    expect(await verify(s.w.db, districtRules)).toEqual([])
    expect(s.w.failures).toEqual([])
  })
})

describe('the district’s list', () => {
  let s: Scene
  beforeAll(async () => void (s = await scene()))
  afterAll(() => s.w.close())

  test('follows somebody whose dossier was merged since to where their hours are seen', async () => {
    const id = await imported(s.du, ABOUT, ['韦建国', '田婷婷'], null)
    const merged = await post(s.du, '/api/people/merge', {
      kept: s.people['石涛'],
      aside: s.people['韦建国'],
      reason: '重复建档',
      confirm: true,
    })
    expect(await merged.json()).toMatchObject({ is: 'done' })
    expect((await entry(s, '石涛', '片区教研'))?.state).toBe('recognised')
    expect(await undo(s.du, id)).toEqual({ undone: 2 })
    expect((await entry(s, '石涛', '片区教研'))?.state).toBe('reversed')
    expect((await entry(s, '田婷婷', '片区教研'))?.state).toBe('reversed')
    expect(await verify(s.w.db, districtRules)).toEqual([])
  })

  test('a try that broke off after some people is gone on with by another importer, and nobody’s hours are touched twice', async () => {
    const id = await imported(s.du, { ...ABOUT, title: '区级讲座' }, ['田婷婷', '陶平'], null)
    // As a server that stopped half-way leaves it: one row is reversed, the batch still stands.
    const row = (await entry(s, '田婷婷', '区级讲座'))?.id
    const other = await s.w.person('谭敏')
    await s.w.role(other, '谭敏', 'district-officer', 'district')
    await sql`create function stop_here() returns trigger language plpgsql as $$ begin if new.subject_kind = 'district' then raise exception 'the server stopped'; end if; return new; end $$`.execute(
      s.w.db,
    )
    await sql`create trigger stop_here before insert on op_log for each row execute function stop_here()`.execute(s.w.db)
    expect((await post(s.du, `/api/import/rosters/${id}/undo`, {})).status).toBe(500)
    s.w.failures.length = 0
    await sql`drop trigger stop_here on op_log`.execute(s.w.db)
    expect((await entry(s, '田婷婷', '区级讲座'))?.state).toBe('reversed')
    expect(await undo(await s.w.device(other), id)).toEqual({ undone: 2 })
    expect((await entry(s, '陶平', '区级讲座'))?.state).toBe('reversed')
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from op_log where verb = 'reverse-entry' and content::jsonb -> 'args' ->> 'row' = ${row}`.execute(s.w.db)
    expect(rows).toEqual([{ n: 1 }])
    expect(s.w.failures).toEqual([])
  })
})
