// Paper and tables out: what the school prints and exports adds up to the tenth to what the command line says of the same day.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { formatTenths } from '../../src/domain/hours.ts'
import type { NationalRegister } from '../../src/domain/papers/national-register.ts'
import type { SchoolTable } from '../../src/domain/papers/school-table.ts'
import { cycleShownOn } from '../../src/domain/evaluate/window.ts'
import { hoursInWindow } from '../../src/domain/evaluate/hours-in-window.ts'
import { policyFor } from '../../src/domain/policy/packs/policy-for.ts'
import type { Totals } from '../../src/domain/roll-up.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { cellText, registerPaper, rosterPaper, summaryPaper, type Paper } from '../../src/app/school/papers.ts'
import { shownNumber } from '../../src/wire/sheet-shape.ts'
import { letterWords, nameOnProof, proofSheet, workbookOf } from '../../src/app/teacher/proof-lines.ts'
import { run } from '../../src/server/cli/main.ts'
import { withServer } from '../../src/server/door/door.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { personOf } from '../../src/domain/person.ts'
import { dossierOf, phoneOf, todayIn, type PhoneInHand } from './phones.ts'
import { claim, world, type World } from './world.ts'

const policy = policyFor('500103')
if (policy === null) throw new Error('no pack')
let w: World
let folder: string
let school: SchoolId
let officer: PhoneInHand
let people: PersonId[]

async function yantu<T>(...argv: string[]): Promise<T> {
  const lines: string[] = []
  await run({
    argv: [...argv, '--json'],
    env: { YANTU_DATA: folder, DATABASE_URL: w.url },
    print: (line) => void lines.push(line),
    clock: () => w.now,
  })
  process.exitCode = 0
  return JSON.parse(lines.join('\n')) as T
}
const args = (): string[] => {
  const c = cycleShownOn(policy, todayIn(w))
  return [`first=${c?.first ?? ''}`, `last=${c?.last ?? ''}`]
}
const report = async <T>(name: string): Promise<T> => (await yantu<{ answer: T }>('report', name, '实验小学', ...args())).answer
const of = { school: '实验小学', policy, kind: 'primary' as const }
const sumOf = (paper: Paper, column: number): number =>
  paper.rows.reduce((sum, row) => sum + Math.round(Number(cellText(row[column])) * 10), 0)
const totalOf = (paper: Paper, column: number): number => Math.round(Number(cellText(paper.total?.[column])) * 10)

beforeAll(async () => {
  w = await world()
  folder = mkdtempSync(join(tmpdir(), 'yantu-papers-'))
  chmodSync(folder, 0o711)
  school = await w.school('实验小学')
  const wu = await w.teacher('吴专干', school)
  await w.role(wu, '吴专干', 'officer', { kind: 'school', id: school })
  people = []
  for (let i = 0; i < 6; i += 1)
    people.push(await w.teacher(`教师${String(i)}`, school, { staffNumber: `J${String(i)}`, subject: i % 2 === 0 ? '语文' : '数学' }))
  await w.teacher('食堂师傅', school, { category: 'worker' })
  officer = await phoneOf(w, wu, '吴专干')
  await officer.sync()
  await officer.registers(
    school,
    {
      title: '集体备课',
      organiser: '实验小学',
      level: 'school',
      mode: 'school-based',
      tags: [],
      project: null,
      first: '2026-09-03',
      last: '2026-09-03',
      hours: '2.5',
      way: 'roster',
      expected: [],
      absent: [],
    },
    people,
  )
  await officer.sync()
  for (const [i, person] of people.entries()) {
    const own = await phoneOf(w, person, `教师${String(i)}`)
    await own.sync()
    await own.does(
      'claim-hours',
      dossierOf(person),
      claim({
        level: 'school',
        mode: i % 2 === 0 ? 'online' : 'placement',
        hours: `${String(i + 1)}.${String(i + 2)}`,
        first: '2026-09-10',
        last: '2026-09-10',
        title: `研修${String(i)}`,
      }),
    )
    await own.sync()
  }
  await officer.sync()
  for (const person of people.slice(0, 4)) {
    const row = (await officer.entries(person)).find((e) => e.entry.state === 'pending-school')?.entry
    if (row === undefined) throw new Error('no claim')
    await officer.does('accept-claim', dossierOf(person), { row: row.id, hours: formatTenths(row.claimed), credits: null, note: '' })
  }
  expect(await officer.sync()).toBe('all-synced')
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('what goes out on paper', () => {
  test('全校汇总表: its last line, and the sum of its lines, are the command line’s to the tenth; 在册 = 应计 + 不计', async () => {
    const totals = await yantu<Totals>('roll-up', '实验小学')
    const table = await report<SchoolTable>('school-table')
    expect(table.totals).toEqual(totals.hours)
    expect([...table.byLevel].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(totals.byLevel)
    expect([table.lines.length + table.uncounted.length, table.lines.length, table.uncounted.length]).toEqual([
      totals.onRoll,
      totals.counted,
      totals.notCounted,
    ])
    expect(table.reasons).toEqual(totals.reasons)
    const paper = summaryPaper(table, of)
    const [counted, recognised] = [paper.heading.length - 2, paper.heading.length - 1]
    expect([totalOf(paper, counted), totalOf(paper, recognised)]).toEqual([totals.hours.counted, totals.hours.recognised])
    expect([sumOf(paper, counted), sumOf(paper, recognised)]).toEqual([totals.hours.counted, totals.hours.recognised])
    expect(paper.notes[0]).toBe('在册 8 人 = 应计 7 人 + 不计 1 人。')
    expect(paper.notes[1]).toContain('工勤 1')
    // Paper writes what the workbook holds.
    for (const row of paper.rows)
      for (const cell of row)
        if (cell !== null && typeof cell === 'object')
          expect(shownNumber(cell, '0')).toEqual({ value: Number(cellText(cell)), format: '0.0' })
  })

  test('校本研修花名册 has 序号、姓名、任教学科、任教学段、学时, and adds up to the school’s own level', async () => {
    const totals = await yantu<Totals>('roll-up', '实验小学')
    const paper = rosterPaper(await report<SchoolTable>('school-table'), of)
    expect(paper.heading).toEqual(['序号', '姓名', '任教学科', '任教学段', '学时'])
    expect(paper.rows.map((r) => r[0])).toEqual([1, 2, 3, 4, 5, 6])
    const own = totals.byLevel.find((s) => s.key === 'school')?.recognised
    expect([totalOf(paper, 4), sumOf(paper, 4)]).toEqual([own, own])
    expect(paper.notes.join()).toContain('1 人这段时间没有')
  })

  test('国内培训: whole hours and lost tenths together are what was recognised; codes are the register’s', async () => {
    const totals = await yantu<Totals>('roll-up', '实验小学')
    const register = await report<NationalRegister>('national-register')
    expect([register.recognised, register.ofCounted]).toEqual([totals.hours.recognised, totals.hours.recognised])
    expect(register.rows.every((r) => Number.isInteger(r.hours))).toBe(true)
    expect(register.rows.reduce((s, r) => s + r.hours * 10 + r.lost, 0)).toBe(totals.hours.recognised)
    expect(register.rows.filter((r) => r.lost !== 0).length).toBe(10)
    expect(new Set(register.rows.map((r) => [r.levelCode, r.modeCode].join()))).toEqual(new Set(['60,9', '60,3']))
    const paper = registerPaper(register, of)
    expect(sumOf(paper, 10)).toBe(register.hours * 10)
    expect(paper.notes.join()).toContain(`上报 ${String(register.hours)} 学时`)
  })

  test('个人学时登记表 and 学时证明: their sums are the person’s line of the table, and a changed name stands with the former one', async () => {
    const table = await report<SchoolTable>('school-table')
    const cycle = cycleShownOn(policy, todayIn(w))
    if (cycle === null) throw new Error('no cycle')
    await officer.does('correct-person', dossierOf(people[1] as PersonId), { changes: { name: '新名字' }, reason: '改名' })
    await officer.sync()
    const dossiers = await withServer(w.db, { district: w.district, person: '' }, (tx) => readDossiers(tx, w.district, people))
    for (const dossier of dossiers) {
      const line = table.lines.find((l) => l.person === dossier.subject.id)
      const sheet = proofSheet(hoursInWindow(policy, dossier, cycle, todayIn(w)), policy, 'primary')
      expect([sheet.recognised, sheet.counted]).toEqual([
        formatTenths(line?.totals.recognised ?? (0 as never)),
        formatTenths(line?.totals.counted ?? (0 as never)),
      ])
      const book = workbookOf(sheet, [])
      const last = book.rows[book.rows.length - 1]
      expect([cellText(last?.[4]), cellText(last?.[5])].map(Number)).toEqual([Number(sheet.recognised), Number(sheet.counted)])
      expect(book.rows.slice(0, sheet.lines.length).reduce((s, r) => s + Math.round(Number(cellText(r[4])) * 10), 0)).toBe(
        line?.totals.recognised,
      )
    }
    const renamed = dossiers.find((d) => d.subject.id === people[1]) as Dossier
    const person = personOf(renamed)
    if (person === null) throw new Error('nobody')
    expect(nameOnProof(person)).toBe('新名字（曾用名 教师1）')
    const sheet = proofSheet(hoursInWindow(policy, renamed, cycle, todayIn(w)), policy, 'primary')
    expect(letterWords(sheet, nameOnProof(person), person.staffNumber, '实验小学', '2026 年')[0]).toContain(
      '新名字（曾用名 教师1）（教师编号 J1）',
    )
  })
})
