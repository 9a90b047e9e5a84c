// Every sample roster gives exactly what expected.json says of it: its people, its problems, and what an import after another changes.

import { describe, expect, it } from 'vitest'
import { FINDING_SEVERITY } from '../../../src/server/import/reading.ts'
import { readRoster } from '../../../src/server/import/read-roster.ts'
import { readSheets } from '../../../src/server/sheets/read-sheets.ts'
import { DistrictInMemory, readSample, sampleBytes, sampleSheets, TODAY } from './reading-samples.ts'
import expected from './samples/expected.json' with { type: 'json' }

describe('the sample rosters', () => {
  it('a clean school roster gives its 38 people and not one finding', async () => {
    const reading = await readSample('roster-school.xlsx', expected['roster-school.xlsx'].schoolGiven)
    expect(reading.rows).toHaveLength(expected['roster-school.xlsx'].teachers)
    expect(reading.findings).toEqual([])
    expect(reading.rows.filter((r) => r.roles.length > 0).map((r) => [r.name, r.roles])).toEqual([
      ['尉迟静', ['principal']],
      ['陶平', ['officer']],
    ])
    expect(reading.rows.map((r) => r.name)).toEqual(expect.arrayContaining(['邹䶮', '扎西·次仁']))
  })

  it('a district roster with title, unit row and instructions gives 120 people in four schools, with four pauses nobody dated', async () => {
    const want = expected['roster-district.xlsx']
    const reading = await readSample('roster-district.xlsx', null)
    expect(reading.rows).toHaveLength(want.teachers)
    expect(new Set(reading.rows.map((r) => r.schoolCode)).size).toBe(want.schools)
    expect(reading.findings.filter((f) => f.severity !== 'notice')).toEqual([])
    expect(reading.rows.filter((r) => r.status?.is === 'paused' && r.status.from === null)).toHaveLength(want.undatedPauses)
    expect(reading.ignored.map((i) => i.what)).toEqual(['instructions-sheet', 'title-row', 'unit-row', 'total-row'])
    expect(reading.rows.find((r) => r.name === '姜晓东')?.roles).toEqual(['principal'])
  })

  it('a village school’s GB18030 text gives its 11 people, with dates as 2013.9 and 2019/8/1', async () => {
    const reading = await readSample('roster-village-gb18030.csv', expected['roster-village-gb18030.csv'].schoolGiven)
    expect(reading.rows).toHaveLength(expected['roster-village-gb18030.csv'].teachers)
    expect(reading.findings).toEqual([])
    expect(reading.rows[0]).toMatchObject({
      name: '顾丽',
      workedSince: { day: '1992-09-01', precise: 'month' },
      joined: { day: '2014-02-01', precise: 'day' },
    })
    expect(reading.rows[9]?.name).toBe('阿依古丽·买买提')
  })

  it('the broken roster gives one finding of each kind, in its row and column, and nothing else', async () => {
    const want = expected['roster-broken.xlsx']
    const reading = await readSample('roster-broken.xlsx', want.schoolGiven)
    expect(reading.rows).toHaveLength(want.rows)
    const plain = (f: { row: number; column: string; severity: string }): string => `${f.row} ${f.column} ${f.severity}`
    expect(reading.findings.map(plain).sort()).toEqual(want.problems.map(plain).sort())
    expect(reading.rows.filter((r) => r.hasError).map((r) => r.row)).toEqual([3, 4, 5, 6])
    expect(reading.rows.find((r) => r.row === 10)?.workedSince).toEqual({ day: '2015-09-01', precise: 'month' })
    expect(reading.rows.find((r) => r.row === 13)?.subject).toBe('=HYPERLINK("http://x","语文")')
  })

  it('no finding of any sample holds a whole ID number', async () => {
    for (const [file, school] of [
      ['roster-broken.xlsx', '3150900002'],
      ['roster-district.xlsx', null],
    ] as const) {
      const reading = await readSample(file, school)
      expect(JSON.stringify([reading.findings, reading.columns, reading.ignored])).not.toMatch(/\d{15}/)
    }
  })

  it.each([
    ['opening-2021-2025.xlsx', 'roster.is-hours'],
    ['project-roster-district.xlsx', 'roster.is-activity'],
  ])('%s is not a roster, and is told apart in words', async (file, code) => {
    expect(readRoster(await sampleSheets(file), { today: TODAY, schoolGiven: null })).toMatchObject({ is: 'not-a-roster', code })
  })

  it.each([
    ['empty.xlsx', 'file.empty'],
    ['not-an-xlsx.xlsx', 'file.not-a-workbook'],
  ])('%s is refused', async (file, code) => {
    expect(await readSheets(sampleBytes(file), file)).toEqual({ is: 'refused', code })
  })

  it('every finding code has its severity written once', () => {
    expect(new Set(Object.values(FINDING_SEVERITY))).toEqual(new Set(['error', 'warning', 'notice']))
  })
})

describe('one sample after another', () => {
  const school = expected['roster-school.xlsx'].schoolGiven

  it('September’s changes add three, rename one, correct one ID number, retire one, and touch nobody else', async () => {
    const district = new DistrictInMemory()
    await district.import('roster-school.xlsx', school)
    const { totals, lines } = await district.import('roster-changes.xlsx', school)
    const { added, changedNames, correctedIds, ended, untouched } = expected['roster-changes.xlsx']
    expect(totals).toMatchObject({ added, changedNames, correctedIds, ended, untouched, asked: 0, skipped: 0 })
    expect(lines.find((l) => l.facts.name === '蔡建国')).toMatchObject({
      is: 'change',
      ended: { on: { day: '2026-09-01', precise: 'month' }, reason: 'retired' },
    })
    expect(district.people.find((p) => p.name === '雷若溪')?.formerNames).toEqual(['雷磊'])
    expect(district.people.find((p) => p.name === '许梓萱')?.employment).toBe('substitute')
    expect(district.people.filter((p) => p.phone === '13800001122').map((p) => p.name)).toEqual(['冯艳', '姜涛'])
    expect(district.people).toHaveLength(41)
  })

  it.each([['roster-school.xlsx'], ['roster-changes.xlsx'], ['roster-district.xlsx'], ['roster-village-gb18030.csv']])(
    '%s a second time changes nothing',
    async (file) => {
      const given = file === 'roster-district.xlsx' ? null : file === 'roster-village-gb18030.csv' ? '2150900003' : school
      const district = new DistrictInMemory()
      if (file === 'roster-changes.xlsx') await district.import('roster-school.xlsx', school)
      await district.import(file, given)
      const before = district.people
      const again = await district.import(file, given)
      expect(again.totals).toMatchObject({ added: 0, changed: 0, asked: 0, ended: 0, newSchools: 0, proposedRoles: 0 })
      expect(again.lines.every((l) => l.is === 'keep')).toBe(true)
      expect(district.people).toEqual(before)
    },
  )

  it('an old file after the changes renames nobody back', async () => {
    const district = new DistrictInMemory()
    await district.import('roster-school.xlsx', school)
    await district.import('roster-changes.xlsx', school)
    const plan = await district.import('roster-school.xlsx', school)
    expect(plan.totals).toMatchObject({ added: 0, changedNames: 0, ended: 0 })
    expect(plan.findings.map((f) => f.code)).toContain('match.former-name')
  })

  it('the district’s file without numbers finds the school’s people by the hash of their ID numbers and doubles nobody', async () => {
    const district = new DistrictInMemory()
    await district.import('roster-school.xlsx', school)
    const { totals } = await district.import('roster-district.xlsx', null)
    expect(totals).toMatchObject({ added: 82, asked: 0, changedNames: 0, undatedPauses: 4 })
    expect(district.people).toHaveLength(120)
  })

  it('the village’s file without ID numbers finds its people, gives them their numbers, and later finds them by these', async () => {
    const district = new DistrictInMemory()
    await district.import('roster-district.xlsx', null)
    const first = await district.import('roster-village-gb18030.csv', '2150900003')
    expect(first.totals).toMatchObject({ added: 0, asked: 0, changed: 11 })
    expect(first.lines.every((l) => l.is === 'change' && l.by === 'name-and-phone')).toBe(true)
    const second = await district.import('roster-village-gb18030.csv', '2150900003')
    expect(second.lines.every((l) => l.is === 'keep' && l.by === 'staff-number')).toBe(true)
    expect(district.people).toHaveLength(120)
  })

  it('a plan can be sent as JSON and holds no ID number', async () => {
    const plan = await new DistrictInMemory().import('roster-school.xlsx', school)
    const sent = JSON.stringify(plan)
    expect(JSON.parse(sent)).toEqual(plan)
    expect(sent).not.toMatch(/\d{17}/)
  })
})
