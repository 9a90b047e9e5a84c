// Importing rosters through the real routes on real PostgreSQL: dry run, confirmation, the same file again, undoing, and who may not.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import type { ConfirmAnswer, ImportBatch, RosterAnswer, UndoAnswer } from '../../src/wire/import.ts'
import { claim, world, type Device, type World } from '../journeys/world.ts'
import { sampleBytes } from './import/reading-samples.ts'

type Planned = Extract<RosterAnswer, { is: 'planned' }>

class Importing {
  readonly device: Device
  constructor(device: Device) {
    this.device = device
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.device.fetch(path, { method: 'POST', body: JSON.stringify(body) })
  }

  upload(file: string, school: string | null, more: Record<string, unknown> = {}): Promise<Response> {
    return this.post('/api/import/rosters', { fileName: file, file: Buffer.from(sampleBytes(file)).toString('base64'), school, ...more })
  }

  async answer(file: string, school: string | null, more: Record<string, unknown> = {}): Promise<RosterAnswer> {
    const response = await this.upload(file, school, more)
    if (response.status !== 200) throw new Error(`${String(response.status)} ${await response.text()}`)
    return (await response.json()) as RosterAnswer
  }

  async plan(file: string, school: string | null, more: Record<string, unknown> = {}): Promise<Planned> {
    const answer = await this.answer(file, school, more)
    if (answer.is !== 'planned') throw new Error(answer.is)
    return answer
  }

  confirm(batch: Pick<ImportBatch, 'id'>, wish: { onlyGood?: boolean; roles?: { row: number; role: string }[] } = {}): Promise<Response> {
    return this.post(`/api/import/rosters/${batch.id}/confirm`, { onlyGood: false, roles: [], ...wish })
  }

  async confirmed(batch: ImportBatch, wish: { onlyGood?: boolean; allRoles?: boolean } = {}): Promise<ConfirmAnswer> {
    const roles = wish.allRoles === true ? batch.lines.flatMap((l) => l.roles.map((role) => ({ row: l.row, role }))) : []
    const response = await this.confirm(batch, { onlyGood: wish.onlyGood ?? false, roles })
    if (response.status !== 200) throw new Error(`${String(response.status)} ${await response.text()}`)
    return (await response.json()) as ConfirmAnswer
  }

  undo(batch: Pick<ImportBatch, 'id'>): Promise<Response> {
    return this.post(`/api/import/rosters/${batch.id}/undo`, {})
  }
}

interface Scene {
  readonly w: World
  readonly admin: Importing
  readonly school: SchoolId
}

async function scene(): Promise<Scene> {
  const w = await world()
  const school = w.uuid() as SchoolId
  await w.act({ kind: 'school', id: school }, 'open-school', {
    name: '示例区江岸小学',
    code: '2150900001',
    kind: 'primary',
    place: 'urban',
    stage: 'primary',
    parent: null,
    from: '2000-09-01',
  })
  return { w, school, admin: new Importing(await w.device(w.admin)) }
}

const one = async <T>(w: World, query: ReturnType<typeof sql<T>>): Promise<T> => {
  const [row] = (await query.execute(w.db)).rows
  if (row === undefined) throw new Error('no row')
  return row
}
const head = async (w: World): Promise<number> => (await one(w, sql<{ head: number }>`select head from district`)).head
const onRoll = async (w: World, school: string): Promise<number> => {
  const roll = (await (await new Importing(await w.device(w.admin)).device.fetch(`/api/school/${school}/roll-up`)).json()) as {
    onRoll: number
  }
  return roll.onRoll
}
const personByName = (
  w: World,
  name: string,
): Promise<{
  id: PersonId
  staff_no: string | null
  phone: string | null
  id_last4: string | null
  id_hash: string | null
  staff_no_ours: boolean
}> => one(w, sql`select id, staff_no, phone, id_last4, id_hash, staff_no_ours from person where name = ${name}`)

describe('who may not import', () => {
  let s: Scene
  let officer: Importing
  beforeAll(async () => {
    s = await scene()
    const wang = await s.w.teacher('王建国', s.school)
    await s.w.role(wang, '王建国', 'officer', { kind: 'school', id: s.school })
    officer = new Importing(await s.w.device(wang))
  })
  afterAll(() => s.w.close())

  test('someone who is not signed in, a teacher and a principal find nothing here, and nothing is written', async () => {
    const before = await head(s.w)
    const stranger = await s.w.app.request('/api/import/rosters', {
      method: 'POST',
      headers: { host: '127.0.0.1', 'x-yantu': '1', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(stranger.status).toBe(401)
    const teacher = new Importing(await s.w.device(await s.w.teacher('覃丽莎', s.school)))
    const li = await s.w.teacher('李校长', s.school)
    await s.w.role(li, '李校长', 'principal', { kind: 'school', id: s.school })
    const principal = new Importing(await s.w.device(li))
    const planned = await s.admin.plan('roster-school.xlsx', s.school)
    for (const who of [teacher, principal]) {
      expect((await who.upload('roster-school.xlsx', s.school)).status).toBe(404)
      expect((await who.confirm(planned.batch)).status).toBe(404)
      expect((await who.undo(planned.batch)).status).toBe(404)
      expect((await who.device.fetch('/api/import/rosters')).status).toBe(404)
      expect((await who.device.fetch(`/api/import/rosters/${planned.batch.id}`)).status).toBe(404)
    }
    expect(before).toBeLessThan(await head(s.w))
    expect(await onRoll(s.w, s.school)).toBe(3)
  })

  test('an officer imports for the own school only, and must say which', async () => {
    const other = await s.w.school('解放小学')
    expect((await officer.upload('roster-school.xlsx', other)).status).toBe(404)
    const unsaid = await officer.upload('roster-school.xlsx', null)
    expect([unsaid.status, await unsaid.json()]).toEqual([422, { code: 'import.choose-school', field: 'school' }])
    const own = await officer.plan('roster-school.xlsx', s.school)
    expect(own.batch).toMatchObject({ school: '示例区江岸小学', mayConfirm: 'all', totals: { added: 38, proposedRoles: 0 } })
  })

  test('an id that is no batch’s, and a name that no database keeps, are answered and are no failure of the server', async () => {
    const { device } = officer
    for (const path of ['%00', '%00/confirm', '%00/undo', 'no-such']) {
      const init = path.includes('/') ? { method: 'POST', body: '{"onlyGood":false,"roles":[]}' } : {}
      expect((await device.fetch(`/api/import/rosters/${path}`, init)).status).toBe(404)
    }
    const named = await device.fetch('/api/import/rosters', {
      method: 'POST',
      body: JSON.stringify({ fileName: 'a\u0000.csv', file: '', school: s.school }),
    })
    expect(named.status).toBe(400)
    expect(s.w.failures).toEqual([])
  })

  test('an officer cannot confirm what another planned', async () => {
    const planned = await s.admin.plan('roster-school.xlsx', s.school)
    expect((await officer.confirm(planned.batch)).status).toBe(404)
  })

  test('an officer takes nobody from another school: that row is an error and is left out', async () => {
    const other = await s.w.school('外校')
    const moving = await s.admin.plan('roster-school.xlsx', s.school)
    await s.admin.confirmed(moving.batch)
    const { id } = await personByName(s.w, '邹䶮')
    await s.w.act({ kind: 'teacher', id }, 'start-post', { school: other, kind: 'home', from: '2026-09-15' })
    const plan = await officer.plan('roster-school.xlsx', s.school)
    expect(plan.batch.findings.map((f) => f.code)).toEqual(['match.move-needs-district'])
    expect(plan.batch).toMatchObject({ mayConfirm: 'nothing', totals: { kept: 37, changed: 0, skipped: 0, withErrors: 1 } })
    expect((await s.admin.plan('roster-school.xlsx', s.school)).batch.lines.find((l) => l.name === '邹䶮')?.changes).toContain(
      '人事关系所在学校：外校 → 示例区江岸小学',
    )
  })
})

describe('files that are not rosters', () => {
  let s: Scene
  beforeAll(async () => void (s = await scene()))
  afterAll(() => s.w.close())

  test.each([
    ['empty.xlsx', 'file.empty'],
    ['not-an-xlsx.xlsx', 'file.not-a-workbook'],
  ])('%s is refused in words', async (file, code) => {
    const answer = await s.admin.answer(file, s.school)
    expect(answer).toMatchObject({ is: 'refused', code })
    expect(answer.is === 'refused' && answer.words.length > 5).toBe(true)
  })

  test.each([
    ['opening-2021-2025.xlsx', 'roster.is-hours', 'openings'],
    ['project-roster-district.xlsx', 'roster.is-activity', 'project'],
  ])('%s is no roster: taken for one it is refused in words, else for what it is', async (file, code, kind) => {
    expect(await s.admin.answer(file, s.school, { kind: 'roster' })).toMatchObject({ is: 'not-a-roster', code })
    expect(await s.admin.answer(file, s.school)).toMatchObject({ is: 'planned', batch: { kind } })
  })

  test('a zip bomb is refused unopened', async () => {
    const bomb = zipThatUnpacksTo(300_000_000)
    const answer = await s.admin.post('/api/import/rosters', { fileName: '花名册.xlsx', file: bomb.toString('base64'), school: s.school })
    expect(await answer.json()).toMatchObject({ is: 'refused', code: 'file.zip-bomb' })
  })

  test('a body that is no request is refused', async () => {
    expect((await s.admin.post('/api/import/rosters', { file: 1 })).status).toBe(400)
    expect((await s.admin.device.fetch('/api/import/rosters', { method: 'POST', body: '{"__proto__":{}}' })).status).toBe(400)
  })
})

describe('a school’s roster', () => {
  let s: Scene
  let first: ImportBatch
  beforeAll(async () => void (s = await scene()))
  afterAll(() => s.w.close())

  test('a dry run shows what would be added and writes nothing', async () => {
    const before = await head(s.w)
    const plan = await s.admin.plan('roster-school.xlsx', s.school)
    expect(plan.batch).toMatchObject({ state: 'planned', mayConfirm: 'all', totals: { added: 38, changed: 0, proposedRoles: 2 } })
    expect(plan.workbook).toBeNull()
    expect(JSON.stringify(plan)).not.toMatch(/\d{17}/)
    expect(await head(s.w)).toBe(before)
    expect(await onRoll(s.w, s.school)).toBe(0)
    first = plan.batch
  })

  test('confirmed, its 38 people stand on the roll, with the roles that were confirmed', async () => {
    expect(await s.admin.confirmed(first, { allRoles: true })).toEqual({
      added: 38,
      changed: 0,
      ended: 0,
      openedSchools: 0,
      roles: 2,
      leftOut: 0,
      refused: [],
    })
    expect(await onRoll(s.w, s.school)).toBe(38)
    const roles = await sql<{
      person_name: string
      role: string
    }>`select person_name, role from membership where at_kind = 'school' order by role`.execute(s.w.db)
    expect(roles.rows).toEqual([
      { person_name: '陶平', role: 'officer' },
      { person_name: '尉迟静', role: 'principal' },
    ])
    expect((await s.admin.confirm(first)).status).toBe(409)
  })

  test('no whole ID number is anywhere in the database, only a keyed hash and four places', async () => {
    const person = await personByName(s.w, '尉迟静')
    expect(person.id_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(person.id_last4).toMatch(/^\d{3}[\dX]$/)
    for (const [table, column] of [
      ['document_row', 'content'],
      ['op_log', 'content'],
      ['import_batch', 'plan'],
    ] as const) {
      // Not within a hash, whose digits may happen to read like one.
      const whole = '(^|[^0-9a-f])[1-9][0-9]{5}(19|20)[0-9]{9}[0-9X]([^0-9a-f]|$)'
      const found = await sql<{
        n: number
      }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} ~ ${whole}`.execute(s.w.db)
      expect([table, found.rows[0]?.n]).toEqual([table, 0])
    }
  })

  test('a surname of several readings is found by each, a rare character too', async () => {
    const standing = await one(
      s.w,
      sql<{ body: string }>`select body from standing s join person p on p.id = s.person where p.name = '邹䶮'`,
    )
    expect((JSON.parse(standing.body) as { initials: string[] }).initials).toEqual(['zy'])
  })

  test('the same file a second time changes nothing', async () => {
    const before = await head(s.w)
    const again = await s.admin.plan('roster-school.xlsx', s.school)
    expect(again.batch).toMatchObject({ mayConfirm: 'nothing', totals: { added: 0, changed: 0, kept: 38, asked: 0 } })
    expect((await s.admin.confirm(again.batch)).status).toBe(409)
    expect(await head(s.w)).toBe(before)
  })

  test('September’s changes add three, rename one, correct one ID number and retire one; who is not in the file stays', async () => {
    const plan = await s.admin.plan('roster-changes.xlsx', s.school)
    expect(plan.batch.totals).toMatchObject({ added: 3, changedNames: 1, correctedIds: 1, ended: 1, untouched: 35 })
    expect(plan.batch.lines.find((l) => l.name === '雷若溪')?.changes).toContain('姓名：雷磊 → 雷若溪')
    const outcome = await s.admin.confirmed(plan.batch)
    expect(outcome).toMatchObject({ added: 3, ended: 1, refused: [] })
    expect(await onRoll(s.w, s.school)).toBe(41)
    const body = await one(s.w, sql<{ body: string }>`select body from standing s join person p on p.id = s.person where p.name = '雷若溪'`)
    expect(JSON.parse(body.body)).toMatchObject({ formerNames: ['雷磊'], initials: ['lrx'] })
    const left = await one(
      s.w,
      sql<{ to_day: string }>`select to_day from posting q join person p on p.id = q.person where p.name = '蔡建国'`,
    )
    expect(left.to_day).toBe('2026-09-30')
    const again = await s.admin.plan('roster-changes.xlsx', s.school)
    expect(again.batch.totals).toMatchObject({ added: 0, changed: 0, asked: 0, ended: 0 })
  })

  test('confirmed again after a broken answer, nothing is written twice', async () => {
    await sql`update import_batch set state = 'applying' where id = ${first.id}`.execute(s.w.db)
    const before = await sql`select id, name, staff_no from person order by id`.execute(s.w.db)
    const at = await head(s.w)
    expect((await s.admin.confirm(first)).status).toBe(200)
    expect((await sql`select id, name, staff_no from person order by id`.execute(s.w.db)).rows).toEqual(before.rows)
    expect([await head(s.w), await onRoll(s.w, s.school)]).toEqual([at, 41])
  })

  test('everything kept beside the dossiers is what the dossiers say', async () => {
    expect(await verify(s.w.db, districtRules)).toEqual([])
  })
})

describe('a district’s roster', () => {
  let s: Scene
  beforeAll(async () => void (s = await scene()))
  afterAll(() => s.w.close())

  test('opens the schools it names, gives numbers where it has none, and keeps undated pauses as to be verified', async () => {
    const plan = await s.admin.plan('roster-district.xlsx', null)
    expect(plan.batch).toMatchObject({ mayConfirm: 'all', totals: { added: 120, newSchools: 3, undatedPauses: 4 } })
    expect(plan.batch.schools.filter((x) => x.opens).map((x) => x.kind)).not.toContain(null)
    const outcome = await s.admin.confirmed(plan.batch, { allRoles: true })
    expect(outcome).toMatchObject({ added: 120, openedSchools: 3, refused: [] })
    expect(outcome.roles).toBe(plan.batch.totals.proposedRoles)
    const numbers = await sql<{ staff_no: string }>`select staff_no from person where staff_no_ours`.execute(s.w.db)
    expect(new Set(numbers.rows.map((r) => r.staff_no)).size).toBe(120)
    const undated = await one(s.w, sql<{ n: number }>`select count(*)::int as n from standing where body like '%"pauses":[{"from":null%'`)
    expect(undated.n).toBe(4)
  })

  test('a second time changes nothing, and the village’s own file finds its people and gives them their numbers', async () => {
    expect((await s.admin.plan('roster-district.xlsx', null)).batch).toMatchObject({
      mayConfirm: 'nothing',
      totals: { added: 0, changed: 0, newSchools: 0 },
    })
    const village = await one(s.w, sql<{ id: string }>`select id from school where code = '2150900003'`)
    const plan = await s.admin.plan('roster-village-gb18030.csv', village.id)
    expect(plan.batch.totals).toMatchObject({ added: 0, changed: 11 })
    expect(await s.admin.confirmed(plan.batch)).toMatchObject({ changed: 11, refused: [] })
    expect((await s.admin.plan('roster-village-gb18030.csv', village.id)).batch.totals).toMatchObject({ added: 0, changed: 0, kept: 11 })
    expect(await verify(s.w.db, districtRules)).toEqual([])
  })
})

describe('a roster with errors', () => {
  let s: Scene
  let school: SchoolId
  beforeAll(async () => {
    s = await scene()
    school = s.w.uuid() as SchoolId
    await s.w.act({ kind: 'school', id: school }, 'open-school', {
      name: '示例区滨江初级中学',
      code: '3150900002',
      kind: 'junior',
      place: 'urban',
      stage: 'junior',
      parent: null,
      from: '2000-09-01',
    })
  })
  afterAll(() => s.w.close())

  test('nothing is written while an error stands; on request the good rows are, and the others come back as a workbook', async () => {
    const plan = await s.admin.plan('roster-broken.xlsx', school)
    expect(plan.batch).toMatchObject({ mayConfirm: 'only-good', totals: { added: 8, withErrors: 4 } })
    expect(plan.batch.findings.filter((f) => f.severity === 'error').map((f) => [f.row, f.column])).toEqual([
      [3, '身份证号'],
      [4, '姓名'],
      [5, '教师编号'],
      [6, '参加工作时间'],
      [6, '进入本校时间'],
    ])
    expect(
      Buffer.from(plan.workbook ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    const refused = await s.admin.confirm(plan.batch)
    expect([refused.status, await refused.json()]).toEqual([409, { code: 'import.has-errors' }])
    expect(await onRoll(s.w, school)).toBe(0)
    expect(await s.admin.confirmed(plan.batch, { onlyGood: true })).toMatchObject({ added: 8, leftOut: 4, refused: [] })
    expect(await onRoll(s.w, school)).toBe(8)
  })
})

describe('taking an import back', () => {
  let s: Scene
  beforeAll(async () => void (s = await scene()))
  afterAll(() => s.w.close())

  test('changes go back to what stood before, and what was added is on no roll', async () => {
    await s.admin.confirmed((await s.admin.plan('roster-school.xlsx', s.school)).batch)
    const before =
      await sql`select person, body::jsonb - 'formerNames' - 'through' - 'initials' as body from standing order by person`.execute(s.w.db)
    const beside = await sql`select id, name, staff_no, phone, id_hash, id_last4 from person order by id`.execute(s.w.db)
    const { batch } = await s.admin.plan('roster-changes.xlsx', s.school)
    await s.admin.confirmed(batch)
    const undone = await s.admin.undo(batch)
    expect([undone.status, await undone.json()]).toEqual([200, { undone: batch.totals.added + batch.totals.changed }])
    expect(await onRoll(s.w, s.school)).toBe(38)
    const ids = before.rows.map((r) => (r as { person: string }).person)
    const after =
      await sql`select person, body::jsonb - 'formerNames' - 'through' - 'initials' as body from standing where person = any (${ids}::text[]) order by person`.execute(
        s.w.db,
      )
    expect(after.rows).toEqual(before.rows)
    expect(
      (
        await sql`select id, name, staff_no, phone, id_hash, id_last4 from person where id = any (${ids}::text[]) or id = ${s.w.admin} order by id`.execute(
          s.w.db,
        )
      ).rows,
    ).toEqual(beside.rows)
    expect((await s.admin.undo(batch)).status).toBe(409)
    expect(await verify(s.w.db, districtRules)).toEqual([])
  })

  test('the file can be imported again after that, and doubles nobody', async () => {
    const { batch } = await s.admin.plan('roster-changes.xlsx', s.school)
    await s.admin.confirmed(batch, { onlyGood: true })
    expect(await onRoll(s.w, s.school)).toBe(41)
  })

  test('once someone has acted on rows nothing is taken back, and each of these people is named with their row and what was done since, by whom and when', async () => {
    const fresh = await scene()
    const { batch } = await fresh.admin.plan('roster-school.xlsx', fresh.school)
    await fresh.admin.confirmed(batch)
    const { id } = await personByName(fresh.w, '邹䶮')
    await fresh.w.act({ kind: 'teacher', id }, 'begin-pause', { kind: 'sick', from: '2026-09-01', until: null })
    const wang = batch.lines.find((l) => l.is === 'add' && l.name !== '邹䶮')?.name ?? ''
    const other = await personByName(fresh.w, wang)
    const own = await fresh.w.device(other.id)
    for (const title of ['课堂观察', '网络研修'])
      expect((await own.sync([own.op({ kind: 'teacher', id: other.id }, 'claim-hours', claim({ title }))])).results[0]?.result.is).toBe(
        'applied',
      )
    const answer = await fresh.admin.undo(batch)
    expect(answer.status).toBe(200)
    const { undone, others, left = [] } = (await answer.json()) as UndoAnswer
    expect([undone, others, left.map((l) => l.name).sort()]).toEqual([0, 0, [wang, '邹䶮'].sort()])
    expect(left.find((l) => l.name === '邹䶮')?.words).toMatch(/^之后登记暂停（.+，\d{4}年\d+月\d+日），不能随这一批撤销/)
    expect(left.find((l) => l.name === wang)?.words).toMatch(/本人登记学时 2 次（\d{4}年\d+月\d+日）/)
    for (const { row } of left) expect(row).toBeGreaterThan(1)
    expect(await onRoll(fresh.w, fresh.school)).toBe(38)
    await fresh.w.close()
  })

  test('a school that would take its list back hears nothing of what another school did with who has moved there since', async () => {
    const fresh = await scene()
    const wang = await fresh.w.teacher('王建国', fresh.school)
    await fresh.w.role(wang, '王建国', 'officer', { kind: 'school', id: fresh.school })
    const officer = new Importing(await fresh.w.device(wang))
    const { batch } = await officer.plan('roster-school.xlsx', fresh.school)
    await officer.confirmed(batch)
    const { id } = await personByName(fresh.w, '邹䶮')
    const away = await fresh.w.school('石桥小学')
    await fresh.w.act({ kind: 'teacher', id }, 'start-post', { school: away, kind: 'home', from: '2026-09-01' })
    await fresh.w.act({ kind: 'teacher', id }, 'begin-pause', { kind: 'sick', from: '2026-09-01', until: null })
    const said = async (who: Importing): Promise<string> =>
      (((await (await who.undo(batch)).json()) as UndoAnswer).left ?? []).map(({ name, words }) => `${name}：${words}`).join()
    expect(await said(officer)).toMatch(/^邹䶮：这位老师现在不在您的学校/)
    expect(await said(officer)).not.toContain('暂停')
    expect(await said(fresh.admin)).toContain('登记暂停')
    await fresh.w.close()
  })

  test('an officer’s own line is told beforehand and not written, by name; everybody else’s is', async () => {
    const fresh = await scene()
    const wang = await fresh.w.teacher('王建国', fresh.school, { staffNumber: 'J900', subject: '语文' })
    const li = await fresh.w.teacher('李梅', fresh.school, { staffNumber: 'J901', subject: '语文' })
    await fresh.w.role(wang, '王建国', 'officer', { kind: 'school', id: fresh.school })
    const officer = new Importing(await fresh.w.device(wang))
    const file = Buffer.from('姓名,教师编号,学科\n王建国,J900,数学\n李梅,J901,数学').toString('base64')
    const planned = (await (
      await officer.post('/api/import/rosters', { fileName: '名册.csv', file, school: fresh.school })
    ).json()) as Planned
    expect(planned.batch.lines.map((l) => [l.name, l.notes.join()])).toEqual([
      ['王建国', expect.stringContaining('您自己的一行') as string],
      ['李梅', ''],
    ])
    const outcome = await officer.confirmed(planned.batch)
    expect(outcome).toMatchObject({
      changed: 1,
      refused: [{ row: 2, name: '王建国', words: expect.stringContaining('另一位专干') as string }],
    })
    const subjects = await Promise.all(
      [wang, li].map((id) => one<{ body: string }>(fresh.w, sql<{ body: string }>`select body from standing where person = ${id}`)),
    )
    expect(subjects.map((x) => (JSON.parse(x.body) as { subject: string }).subject)).toEqual(['语文', '数学'])
    await fresh.w.close()
  })

  test('a school’s officer takes back an import of their own', async () => {
    const fresh = await scene()
    const wang = await fresh.w.teacher('王建国', fresh.school)
    await fresh.w.role(wang, '王建国', 'officer', { kind: 'school', id: fresh.school })
    const officer = new Importing(await fresh.w.device(wang))
    await officer.confirmed((await officer.plan('roster-school.xlsx', fresh.school)).batch)
    const { batch } = await officer.plan('roster-changes.xlsx', fresh.school)
    expect(await officer.confirmed(batch)).toMatchObject({ added: 3, ended: 1, refused: [] })
    expect((await officer.undo(batch)).status).toBe(200)
    expect(await onRoll(fresh.w, fresh.school)).toBe(39)
    await fresh.w.close()
  })
})

/** A zip whose directory says that its one entry unpacks to `size` bytes. */
function zipThatUnpacksTo(size: number): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(1000, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const data = Buffer.alloc(1000)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(1000, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + data.length, 16)
  return Buffer.concat([local, name, data, central, name, end])
}
