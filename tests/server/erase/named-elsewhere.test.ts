// Others' records that name somebody who is erased: the signed table of a review keeps its line and its sums without the name, the frozen
// list and the studio lose the line, the partner's pair says that somebody is gone. Phones that hold the rows get them anew; an older
// backup brings no name back.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Document } from '../../../src/domain/document.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { day } from '../../../src/domain/day.ts'
import type { PersonId, RowId, SchoolId } from '../../../src/domain/ids.ts'
import { pairsOf } from '../../../src/domain/mentoring/pair.ts'
import { listsOf } from '../../../src/domain/rotation/eligible-list.ts'
import { studiosOf } from '../../../src/domain/studios/studio.ts'
import { studioKindsOf } from '../../../src/domain/studios/studio-kinds.ts'
import { figuresDigest, frozenTotals } from '../../../src/domain/year-review/figures.ts'
import { reviewAt } from '../../../src/domain/year-review/review-of.ts'
import { yearToReview } from '../../../src/domain/year-review/review-year.ts'
import type { FrozenPerson } from '../../../src/domain/year-review/review-row.ts'
import { run } from '../../../src/server/cli/main.ts'
import { withServer } from '../../../src/server/door/door.ts'
import { withoutPerson } from '../../../src/server/erase/without-person.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../../src/server/reference/reference.ts'
import { rowsFrom } from '../../../src/server/store/database.ts'
import { verify } from '../../../src/server/store/rebuild.ts'
import { readDocuments, subjectOf } from '../../../src/server/store/documents.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { documentFromText } from '../../../src/wire/document-text.ts'
import { world, type Device, type World } from '../../journeys/world.ts'

let w: World
let folder: string
let school: SchoolId
let qin: PersonId
let li: PersonId
let wuPhone: Device
let liPhone: Device
let review: RowId
let backup: string

async function yantu(...argv: string[]): Promise<{ readonly code: number; readonly text: string; readonly json: Record<string, unknown> }> {
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
async function read(kind: 'teacher' | 'school' | 'district', id: string): Promise<Document> {
  const [stored] = await withServer(w.db, { district: w.district, person: '' }, (tx) =>
    readDocuments(tx, w.district, [subjectOf(kind, id)]),
  )
  if (stored === undefined) throw new Error(id)
  return documentFromText(stored.subject, stored.rows)
}
async function named(name: string): Promise<string[]> {
  const tables = await rowsFrom(w.db, sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`)
  const found: string[] = []
  for (const { name: table } of tables)
    for (const { line } of await rowsFrom(w.db, sql<{ line: string }>`select to_json(t)::text as line from ${sql.table(table)} t`))
      if (line.includes(name)) found.push(`${table} ${line.slice(0, 200)}`)
  return found
}
const line = (id: PersonId, name: string, hours: number): FrozenPerson => [
  id,
  name,
  0,
  '',
  'on-the-way',
  hours,
  hours,
  hours,
  [['school', hours, hours]],
]

beforeAll(async () => {
  w = await world()
  folder = mkdtempSync(join(tmpdir(), 'yantu-named-'))
  chmodSync(folder, 0o711)
  school = await w.school('江岸小学')
  qin = await w.teacher('覃丽莎', school)
  li = await w.teacher('李一', school)
  const wu = await w.teacher('吴敏', school)
  await w.role(wu, '吴敏', 'officer', { kind: 'school', id: school })
  await w.role(wu, '吴敏', 'district-officer', 'district')
  wuPhone = await w.device(wu)
  await wuPhone.sync()
  const at = {
    school: { kind: 'school' as const, id: school as string },
    district: { kind: 'district' as const, id: w.district as string },
    li: { kind: 'teacher' as const, id: li as string },
  }
  const { reference } = await withServer(w.db, { district: w.district, person: '' }, (tx) =>
    referenceSource(districtRules).read(tx, w.district),
  )
  const kind = studioKindsOf(reference.policy).find((k) => k.at !== 'school')?.id
  const said = { programme: null, subject: null, from: '2025-09-01', until: null }
  const year = yearToReview(reference.policy, day('2026-09-20'))
  const open = wuPhone.op(at.school, 'open-year-review', { first: year.first, last: year.last, asOf: '2026-08-31' })
  review = open.content.op as RowId
  const people = [line(li, '李一', 400), line(qin, '覃丽莎', 365), line(wu, '吴敏', 200)].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const digest = figuresDigest({ first: year.first, last: year.last, asOf: day('2026-08-31'), schools: [school], people }, shortHash)
  const { results } = await wuPhone.sync([
    wuPhone.op(at.district, 'freeze-eligible-list', {
      first: '2025-09-01',
      last: '2026-08-31',
      definition: '任教满六年',
      source: '区名单',
      total: 2,
      people: [
        { id: qin, name: '覃丽莎' },
        { id: li, name: '李一' },
      ],
    }),
    wuPhone.op(at.district, 'open-studio', {
      kind,
      name: '名师工作室',
      level: 'district',
      host: { person: qin, name: '覃丽莎' },
      members: [{ person: li, name: '李一' }],
      from: '2025-09-01',
      until: null,
    }),
    wuPhone.op(at.district, 'open-studio', {
      kind,
      name: '学科工作室',
      level: 'district',
      host: { person: li, name: '李一' },
      members: [{ person: qin, name: '覃丽莎' }],
      from: '2025-09-01',
      until: null,
    }),
    wuPhone.op(at.li, 'begin-mentoring', { side: 'mentee', other: qin, otherName: '覃丽莎', pair: null, ...said }),
    open,
    wuPhone.op(at.school, 'publish-year-review', { row: review, from: '2026-09-01', to: '2026-09-08', digest }),
    wuPhone.op(at.school, 'sign-year-review', { row: review, digest, paper: '校长张三,已盖章' }),
    wuPhone.op(at.school, 'hand-in-year-review', { row: review, schools: [school], people }),
    wuPhone.op(at.school, 'sample-year-review', { row: review, digest, seed: '抽签', size: 3 }),
    wuPhone.op(at.school, 'check-sampled', { row: review, digest, person: qin, agrees: false, note: '证书是她妹妹的' }),
  ])
  expect(results.map((r) => r.result)).toEqual(results.map(() => ({ is: 'applied' })))
  await wuPhone.sync()
  liPhone = await w.device(li)
  expect(JSON.stringify((await liPhone.sync([], { want: [{ kind: 'teacher', id: li }] })).documents)).toContain('覃丽莎')
  backup = join(folder, 'before.gz')
  expect((await yantu('backup', backup)).code).toBe(0)
}, 120_000)
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

async function nobodyNamed(): Promise<void> {
  expect(await named('覃丽莎')).toEqual([])
  expect(await named('她妹妹')).toEqual([])
  const snapshot = reviewAt(await read('school', school), review)?.snapshot
  expect(snapshot?.people.find((p) => p[0] === qin)?.slice(1, 2)).toEqual(['已删除人员'])
  expect(frozenTotals(snapshot?.people ?? [])).toMatchObject({ onRoll: 3, hours: { recognised: 965 } })
  const file = await read('district', w.district)
  expect(listsOf(file).map((l) => [l.total, l.complete, l.people.map((p) => p.name), l.digests])).toEqual([
    [1, true, ['李一'], [shortHash([li])]],
  ])
  expect(
    studiosOf(file)
      .map((s) => [s.host.name, s.members.map((m) => m.name)])
      .sort(),
  ).toEqual(
    [
      ['已删除人员', ['李一']],
      ['李一', []],
    ].sort(),
  )
  expect(pairsOf((await read('teacher', li)) as Dossier).map((p) => p.otherName)).toEqual(['已删除人员'])
  expect(await verify(w.db, districtRules)).toEqual([])
}

test('the dry run counts every place that names the person, and says what becomes of it', async () => {
  const said = await yantu('erase', '覃丽莎')
  expect(said.text).toMatch(/别处提到姓名的 5 处[\s\S]*学时数字不变/)
  expect((await yantu('erase', '覃丽莎', '--json')).json).toMatchObject({ removes: { mentions: 5 }, done: false })
})

test('erased, the person is named nowhere; signed sums stay to the tenth, and everything beside the rows is right', async () => {
  expect((await yantu('erase', '覃丽莎', '--confirm', '--json')).json).toMatchObject({ removed: { mentions: 5 }, done: true })
  await nobodyNamed()
})

test('a phone that holds the rows gets them without the name at its next sync', async () => {
  for (const [phone, kinds] of [
    [wuPhone, ['year-review', 'eligible-list', 'studio']],
    [liPhone, ['mentoring']],
  ] as const) {
    const text = JSON.stringify((await phone.sync()).rows)
    for (const kind of kinds) expect(text).toContain(`"${kind}"`)
    expect(text).toContain('已删除人员')
    expect(text).not.toContain('覃丽莎')
  }
})

test('an older backup brings no name back', async () => {
  expect((await yantu('restore', backup, '--confirm', '--json')).json).toMatchObject({ erasedAgain: 1 })
  await nobodyNamed()
})

test('what it does to a fact it does once, and to nobody else', () => {
  const fact = { what: 'corrected', people: [{ id: 'a', name: '甲' }], added: [{ id: 'b', name: '乙' }], struck: ['a', 'c'], total: 3 }
  expect(withoutPerson(fact, 'x')).toBe(fact)
  const once = withoutPerson(fact, 'a')
  expect(once).toEqual({ ...fact, people: [], struck: ['c'], total: 2 })
  expect(withoutPerson(once, 'a')).toBe(once)
  const changed = { what: 'changed', changes: { host: { person: 'a', name: '甲' }, members: [{ person: 'b', name: '乙' }] }, reason: '' }
  expect(withoutPerson(changed, 'b')).toEqual({ ...changed, changes: { host: { person: 'a', name: '甲' }, members: [] } })
  const role = { what: 'granted', person: 'a', personName: '甲' }
  expect(withoutPerson(role, 'a')).toBe(role)
})
