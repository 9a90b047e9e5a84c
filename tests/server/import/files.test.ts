// Files as they come: bad ones are refused with a reason before they can do harm, and what is written for people is harmless to open.

import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { errorsWorkbook } from '../../../src/server/import/errors-workbook.ts'
import { readRoster } from '../../../src/server/import/read-roster.ts'
import { FILE_REFUSALS, type Cell } from '../../../src/server/sheets/sheet.ts'
import { readCsv } from '../../../src/server/sheets/csv.ts'
import { readInChild, writeInChild } from '../../../src/server/sheets/read-in-child.ts'
import { readSheets } from '../../../src/server/sheets/read-sheets.ts'
import { writeSheets, type OutCell } from '../../../src/server/sheets/write-sheets.ts'
import { harmless } from '../../../src/wire/sheet-text.ts'
import { readDirectory, repack, unpack } from '../../../src/server/sheets/zip.ts'
import { FILE_REFUSAL_WORDS, findingSentence } from '../../../src/server/text/findings.ts'
import { readXlsxRows } from './workbook.ts'
import { asRoster, readSample, sampleBytes, sampleSheets, sheetsIn, TODAY } from './reading-samples.ts'

const text = (t: string): Uint8Array => new TextEncoder().encode(t)
const codeOf = async (bytes: Uint8Array, name = 'a.xlsx') => {
  const read = await readSheets(bytes, name)
  return read.is === 'refused' ? read.code : read.is
}

/** A zip of one packed part beside an empty workbook; `claims` is the size it says it unpacks to. */
function zipWith(content: Uint8Array, claims: number): Uint8Array {
  const stored = Buffer.from(
    repack(
      new Map([
        ['xl/workbook.xml', text('<workbook/>')],
        ['xl/sharedStrings.xml', deflateRawSync(content)],
      ]),
    ),
  )
  const at = stored.lastIndexOf('xl/sharedStrings.xml') - 46
  stored.writeUInt16LE(8, at + 10)
  stored.writeUInt32LE(claims, at + 24)
  return stored
}

const WORKBOOK = {
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
const workbook = (sheetXml: string): Uint8Array =>
  repack(new Map(Object.entries({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': sheetXml }).map(([path, xml]) => [path, text(xml)])))
const inline = (at: string, t: string): string => `<c r="${at}" t="inlineStr"><is><t>${t}</t></is></c>`

describe('a file that cannot be a roster', () => {
  it('is refused with the reason', async () => {
    expect(await codeOf(new Uint8Array())).toBe('file.empty')
    expect(await codeOf(text('这不是表格'))).toBe('file.not-a-workbook')
    expect(await codeOf(text('PK 这也不是'))).toBe('file.not-a-workbook')
    expect(await codeOf(text('<html><table></table></html>'), '花名册.xls')).toBe('file.legacy-xls')
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await codeOf(ole, 'a.xls')).toBe('file.legacy-xls')
    expect(await codeOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('file.encrypted')
    expect(await codeOf(repack(new Map([['word/document.xml', text('<a/>')]])))).toBe('file.not-a-workbook')
    expect(await codeOf(sampleBytes('roster-school.xlsx').subarray(0, 5000))).toBe('file.damaged')
    expect(await codeOf(new Uint8Array(21 * 1024 * 1024))).toBe('file.too-big')
    expect(await codeOf(workbook('<worksheet><sheetData/></worksheet>'))).toBe('file.empty')
    expect(await codeOf(workbook('<worksheet><sheetData><row r="2"><c r="A1"><v>1</v></c></row>'))).toBe('file.damaged')
  })

  it('a part with a password is refused', async () => {
    const bytes = Buffer.from(workbook('<worksheet/>'))
    const at = bytes.indexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt16LE(1, at + 8)
    expect(await codeOf(bytes)).toBe('file.encrypted')
  })

  it('every refusal has its sentence', () => {
    for (const code of FILE_REFUSALS) expect(FILE_REFUSAL_WORDS[code]).toMatch(/。$/)
  })
})

describe('a zip bomb', () => {
  const blanks = new Uint8Array(8 * 1024 * 1024)

  it('that says what it is is refused from its directory alone', () => {
    expect(readDirectory(zipWith(blanks, blanks.length))).toEqual({ is: 'bomb' })
    expect(readDirectory(zipWith(text('a'), 60 * 1024 * 1024))).toEqual({ is: 'bomb' })
  })

  it('that lies about its size is stopped while unpacking', async () => {
    const bytes = zipWith(blanks, 10)
    const directory = readDirectory(bytes)
    expect(directory.is).toBe('parts')
    expect(directory.is === 'parts' && unpack(bytes, directory.parts, () => true)).toEqual({ is: 'bomb' })
    expect(await codeOf(bytes)).toBe('file.zip-bomb')
  })

  it('of very many parts is refused', () => {
    const many = new Map(Array.from({ length: 2001 }, (_, i): [string, Uint8Array] => [`xl/${i}.xml`, new Uint8Array()]))
    expect(readDirectory(repack(many))).toEqual({ is: 'bomb' })
  })

  it('of a sheet that names its millionth row is refused without harm to the server', async () => {
    expect(await codeOf(workbook(`<worksheet><sheetData><row r="1048576">${inline('A1048576', '甲')}</row></sheetData></worksheet>`))).toBe(
      'file.too-many-rows',
    )
  })

  it('that eats all memory ends its own process only', async () => {
    const far = workbook(`<worksheet><sheetData><row r="1048576">${inline('XFD1048576', '甲')}</row></sheetData></worksheet>`)
    expect(await readInChild(far, { heapMb: 128 })).toEqual({ is: 'refused', code: 'file.zip-bomb' })
  })

  it('of one long text that thousands of cells show again and again is refused before the server has it', async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, r) => `<row r="${r + 1}">${['A', 'B', 'C'].map((c) => `<c r="${c}${r + 1}" t="s"><v>0</v></c>`).join('')}</row>`,
    )
    const bytes = repack(
      new Map(
        Object.entries({
          ...WORKBOOK,
          'xl/_rels/workbook.xml.rels': WORKBOOK['xl/_rels/workbook.xml.rels'].replace(
            '</Relationships>',
            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          ),
          'xl/sharedStrings.xml': `<sst><si><t>${'学'.repeat(5000)}</t></si></sst>`,
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
        }).map(([path, xml]) => [path, text(xml)]),
      ),
    )
    expect(bytes.length).toBeLessThan(300_000)
    expect(await codeOf(bytes)).toBe('file.zip-bomb')
  })

  it('that takes too long is given up', async () => {
    expect(await readInChild(sampleBytes('roster-school.xlsx'), { timeMs: 5 })).toEqual({ is: 'refused', code: 'file.took-too-long' })
  })
})

describe('a long table of errors', () => {
  it('is written by a process of its own, or not at all where it is too much for one', async () => {
    const rows = Array.from({ length: 1200 }, (_, n) => [`覃丽莎${n}`, '=1+1', null, { tenths: 45 }, n] as OutCell[])
    const sheets = [{ name: '改后再导入', heading: ['姓名', '教师编号', '空', '学时', '行'], rows }]
    const written = await writeInChild(sheets)
    expect((await readXlsxRows(written ?? new Uint8Array()))[1200]).toEqual(['覃丽莎1199', "'=1+1", null, '4.5', '1199'])
    expect(await writeInChild(sheets, { timeMs: 5 })).toBeNull()
  })
})

describe('tall cells', () => {
  it('hold for every row they span, however many there are, and for no other', () => {
    const cell = (t: string): Cell => ({ kind: 'text', text: t })
    const merges = Array.from({ length: 400 }, (_, n) => ({ top: 1 + n * 3, left: 0, bottom: 2 + n * 3, right: 0 })).reverse()
    const rows = Array.from({ length: 1201 }, (_, r): (Cell | null)[] => [
      r % 3 === 1 ? cell(`校${r}`) : null,
      cell(`人${r}`),
      cell(`A${r}`),
    ])
    rows[0] = [cell('学校'), cell('姓名'), cell('教师编号')]
    const sheet = { name: '名册', rows, merges }
    const reading = asRoster(readRoster([sheet], { today: TODAY, schoolGiven: null }))
    expect(reading.rows.slice(0, 6).map((r) => r.schoolName)).toEqual(['校1', '校1', null, '校4', '校4', null])
    expect(reading.rows.filter((r) => r.schoolName !== null)).toHaveLength(800)
  })
})

describe('a CSV of more than anybody’s table', () => {
  const head = `姓名,教师编号${',列'.repeat(118)}`

  it('of a million small cells is refused, by a process of its own', async () => {
    expect(await codeOf(text(`${head}\n${`1${',1'.repeat(119)}\n`.repeat(9000)}`), '名单.csv')).toBe('file.too-many-rows')
    expect(await codeOf(text(`姓名,教师编号\n${'1,'.repeat(301)}`), '名单.csv')).toBe('file.too-many-rows')
  })

  it('of thousands of separators behind the last word is read as if they were not there', async () => {
    const read = await readSheets(text(`姓名,教师编号${','.repeat(16_000)}\n${`覃丽莎,A1${','.repeat(16_000)}\n`.repeat(60)}`), '名单.csv')
    expect(
      sheetsIn(read)[0]
        ?.rows.slice(0, 2)
        .map((row) => row.map((cell) => cell?.text)),
    ).toEqual([
      ['姓名', '教师编号'],
      ['覃丽莎', 'A1'],
    ])
  })
})

describe('a workbook', () => {
  it('with formulas gives the text they showed, marks them, and never works them out', async () => {
    const head = ['姓名', '性别', '任教学科', '手机号'].map((h, i) => inline(`${'ABCD'[i]}1`, h)).join('')
    const row = `${inline('A2', '孙静')}<c r="B2" t="str"><f>IF(1,"女","男")</f><v>女</v></c><c r="C2" t="str"><f>WEBSERVICE("http://x")</f></c><c r="D2"><f>13800001000+10</f><v>13800001010</v></c>`
    const sheets = sheetsIn(
      await readSheets(workbook(`<worksheet><sheetData><row r="1">${head}</row><row r="2">${row}</row></sheetData></worksheet>`), 'a.xlsx'),
    )
    const reading = asRoster(readRoster(sheets, { today: TODAY, schoolGiven: '1' }))
    expect(reading.rows).toMatchObject([{ name: '孙静', sex: 'female', subject: null, phone: '13800001010' }])
    expect(reading.findings.map((f) => [f.column, f.code])).toEqual([
      ['性别', 'cell.formula'],
      ['手机号', 'cell.formula'],
    ])
  })

  it('with joined cells and dates of its own keeps both', async () => {
    const bytes = workbook(
      `<worksheet><sheetData><row r="1">${inline('A1', '甲')}<c r="B1" t="d"><v>2019-08-01T00:00:00</v></c><c r="C1" t="b"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells></worksheet>`,
    )
    const [sheet] = sheetsIn(await readSheets(bytes, 'a.xlsx'))
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 2, right: 0 }])
    expect(sheet?.rows[0]?.map((c) => c?.kind)).toEqual(['text', 'day', 'boolean'])
  })
})

describe('a date cell of a spreadsheet program', () => {
  it('is the day it shows, whatever the time zone of the machine', async () => {
    const head = ['姓名', '性别', '参加工作时间'].map((value) => ({ value, type: String }))
    const bytes = await writeWorkbook([
      head,
      [
        { value: '孙静', type: String },
        { value: '女', type: String },
        { value: new Date(Date.UTC(2019, 7, 1)), type: Date, format: 'yyyy"年"m"月"' },
      ],
    ]).toBuffer()
    const reading = asRoster(readRoster(sheetsIn(await readSheets(bytes, 'a.xlsx')), { today: TODAY, schoolGiven: '1' }))
    expect(reading.rows[0]?.workedSince).toEqual({ day: '2019-08-01', precise: 'day' })
    expect(reading.findings).toEqual([])
  })
})

describe('comma-separated text', () => {
  const cells = (t: string | Uint8Array) =>
    sheetsIn(readCsv(typeof t === 'string' ? text(t) : t, 'a'))[0]?.rows.map((r) => r.map((c) => c?.text ?? null))

  it('is read with quotes, line breaks inside, blank cells and any line ending', () => {
    expect(cells('a,b\r\n"x,1","say ""hi""\nthere"\n,=\r\n')).toEqual([
      ['a', 'b'],
      ['x,1', 'say "hi"\nthere'],
      [null, '='],
    ])
    expect(cells('\ufeff姓名\t性别\n甲\t男')).toEqual([
      ['姓名', '性别'],
      ['甲', '男'],
    ])
    expect(cells('编号\n="001"')).toEqual([['编号'], ['001']])
    expect(cells('"open')).toEqual([['open']])
  })

  it('is read from GB18030 and UTF-16, and refused when it is neither', () => {
    expect(cells(Buffer.from('d0d5c3fb2cc4d0', 'hex'))).toEqual([['姓名', '男']])
    expect(cells(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名', 'utf16le')]))).toEqual([['姓名']])
    expect(readCsv(Buffer.from([0x81, 0x00, 0xff, 0xff]), 'a')).toEqual({ is: 'refused', code: 'file.unreadable-text' })
    expect(readCsv(text(' \n'), 'a')).toEqual({ is: 'refused', code: 'file.empty' })
    expect(readCsv(text('a\n'.repeat(20_001)), 'a')).toEqual({ is: 'refused', code: 'file.too-many-rows' })
  })
})

describe('what is written for people', () => {
  it('never runs as a formula', () => {
    for (const t of ['=1+1', '+1', '-x', '@a', '＝1', '＋1', '－x', '＠a', ' =1', '\t=1']) expect(harmless(t)).toBe(`'${t}`)
    for (const t of ['张三', '-5', '3.5', 'a=b', '13800001001']) expect(harmless(t)).toBe(t)
  })

  it('comes back as written, with sheets of the same or impossible names kept apart', async () => {
    const bytes = await writeSheets([
      {
        name: '表/一',
        heading: ['姓名', '学时'],
        rows: [
          ['邹䶮', 12.5],
          ['=1', null],
        ],
        above: ['数据截至 2026-09-10'],
      },
      { name: '表/一', heading: ['a'], rows: [] },
    ])
    const sheets = sheetsIn(await readSheets(bytes, 'a.xlsx'))
    expect(sheets.map((s) => s.name)).toEqual(['表 一', '表 一2'])
    expect(sheets[0]?.rows.map((r) => r.map((c) => c?.text ?? null))).toEqual([
      ['数据截至 2026-09-10', null],
      ['姓名', '学时'],
      ['邹䶮', '12.5'],
      ["'=1", null],
    ])
  })

  it('the workbook of rows not taken has the columns of the file, the reasons, and can be handed in again', async () => {
    const sheets = await sampleSheets('roster-broken.xlsx')
    const reading = await readSample('roster-broken.xlsx', '3150900002')
    const bytes = await errorsWorkbook(sheets, reading)
    const [sheet] = sheetsIn(await readSheets(bytes ?? new Uint8Array(), '未导入.xlsx'))
    expect(sheet?.rows[0]?.map((c) => c?.text)).toEqual([
      '教师编号',
      '姓名',
      '性别',
      '身份证号',
      '任教学段',
      '任教学科',
      '参加工作时间',
      '进入本校时间',
      '手机号',
      '原因',
      '原行号',
    ])
    expect(sheet?.rows.map((r) => r[10]?.text)).toEqual(['原行号', '3', '4', '5', '6'])
    expect(sheet?.rows[2]?.[9]?.text).toBe('姓名：姓名是空的，请补上。')
    expect(asRoster(readRoster([...(sheet ? [sheet] : [])], { today: TODAY, schoolGiven: '3150900002' })).rows).toHaveLength(4)
    expect(await errorsWorkbook(sheets, { ...reading, findings: [] })).toBeNull()
  })

  it('every finding of the broken roster is a sentence that says what to do', async () => {
    const reading = await readSample('roster-broken.xlsx', '3150900002')
    for (const f of reading.findings) expect(findingSentence(f)).toMatch(/请|可填/)
  })
})
