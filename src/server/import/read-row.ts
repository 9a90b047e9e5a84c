// One spreadsheet row as a person's facts, and every doubt about them as findings.
// A blank cell says nothing; a value that cannot be read leaves its fact unsaid and gives a finding, never a guess.

import { addDays } from '../../domain/day.ts'
import { seenText } from '../../domain/seen-text.ts'
import type { Field } from './fields.ts'
import { readIdNumber } from './id-number.ts'
import { readDay } from './read-day.ts'
import { readLeaving } from './read-status.ts'
import type { FindingCode, GivenDay, ProposedRole, RosterRow } from './reading.ts'
import type { RowReader } from './row-reader.ts'
import { categoryOf, employmentOf, stageOf } from './words.ts'

/** A roster of late August already names those who start in September. */
const SOON_DAYS = 62
const MAX_LENGTH = 100

const text = (reader: RowReader, field: Field): string | null => {
  const t = seenText(reader.cell(field)?.text ?? '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  if (t.length > MAX_LENGTH) {
    reader.find(field, 'text.too-long')
    return null
  }
  return t === '' || /^[-—–/]+$/.test(t) ? null : t
}

/** Names keep every rare character; padding blanks go, and all the dots people type become ·. */
export function readName(raw: string): string {
  const t = seenText(raw)
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  const dotted = t.replace(/\s*[•‧・･∙⋅．•]\s*/g, '·')
  return dotted.replace(/([^\x20-\x7e]) (?=[^\x20-\x7e])/g, '$1')
}

const ODD_NAME = /[\d?？�\ue000-\uf8ff@#$%^&*=+<>]/

export function readPhone(raw: string): string | null {
  const digits = raw
    .normalize('NFKC')
    .replace(/[\s\-—()'"]/g, '')
    .replace(/^(\+?86|0086)(?=1\d{10}$)/, '')
    .replace(/\.0$/, '')
  return /^1\d{10}$/.test(digits) ? digits : null
}

function readSex(reader: RowReader): RosterRow['sex'] {
  const t = text(reader, 'sex')
  if (t === null) return null
  if (/^(男|男性|m|male|1)$/i.test(t)) return 'male'
  if (/^(女|女性|f|female|2)$/i.test(t)) return 'female'
  reader.find('sex', 'sex.unknown', t)
  return null
}

/** A day that must not lie ahead; a start soon to come is taken with a word of warning. */
function readPast(reader: RowReader, field: 'worked-since' | 'joined'): GivenDay | null {
  const read = readDay(reader.cell(field))
  const shown = reader.cell(field)?.text ?? ''
  if (read.is === 'nothing') return null
  if (read.is === 'unreadable') reader.find(field, 'date.unreadable', shown)
  if (read.is === 'year-only') reader.find(field, 'date.year-only', shown)
  if (read.is !== 'day') return null
  if (read.note !== null) reader.find(field, read.note, read.given.precise === 'month' ? read.given.day.slice(0, 7) : read.given.day)
  if (read.given.day > addDays(reader.today, SOON_DAYS)) {
    reader.find(field, 'date.in-future', shown)
    return null
  }
  if (read.given.day > reader.today) reader.find(field, 'date.soon', shown)
  return read.given
}

function readWord<T>(reader: RowReader, field: Field, code: FindingCode, of: (word: string) => T | null): T | null {
  const t = text(reader, field)
  if (t === null) return null
  const found = of(t)
  if (found === null) reader.find(field, code, t)
  return found
}

/** 校长, 园长 and 师训专干 are proposed as roles; 副校长 and 校长助理 are not 校长. */
export function rolesIn(position: string): ProposedRole[] {
  const parts = position.normalize('NFKC').split(/[\s、,,;;/兼和及与]+/)
  const roles = new Set<ProposedRole>()
  for (const part of parts) {
    if (/^(党.*书记)?(校长|园长|负责人)(\(.*\))?$/.test(part)) roles.add('principal')
    if (/师训(专干|干部|员|负责人|管理员)|(教师)?培训专干|继续教育(专干|管理员)/.test(part)) roles.add('officer')
  }
  return [...roles]
}

export function readRow(reader: RowReader): Omit<RosterRow, 'hasError'> {
  const name = readName(text(reader, 'name') ?? '')
  if (name === '') reader.find('name', 'name.empty')
  else if (ODD_NAME.test(name)) reader.find('name', 'name.odd-characters', name)

  const id = readIdNumber(reader.cell('id-number'), reader.today)
  if (id.is === 'wrong') reader.find('id-number', id.code)
  const sex = readSex(reader)
  if (id.is === 'number' && sex !== null && id.sex !== sex) reader.find('sex', 'sex.differs-from-id', sex === 'male' ? '男' : '女')

  const staffNumber = text(reader, 'staff-number')?.normalize('NFKC').replace(/\s/g, '').toUpperCase() ?? null
  const secret = staffNumber !== null && /^\d{17}[\dX]$|^\d{15}$/.test(staffNumber)
  if (secret) reader.find('staff-number', 'staff-number.is-id-number')

  const rawPhone = text(reader, 'phone')
  const phone = rawPhone === null ? null : readPhone(rawPhone)
  if (rawPhone !== null && phone === null) reader.find('phone', 'phone.not-mobile', rawPhone)

  const workedSince = readPast(reader, 'worked-since')
  const joined = readPast(reader, 'joined')
  const { leaving, status } = readLeaving(reader, text(reader, 'status'), text(reader, 'leave-reason'))
  if (workedSince !== null && joined !== null && startsBefore(joined, workedSince))
    reader.find('joined', 'date.joined-before-work', joined.day)
  if (leaving !== null && joined !== null && startsBefore(leaving.on, joined))
    reader.find(reader.column('left') === undefined ? 'status' : 'left', 'date.left-before-joined', leaving.on.day)

  const position = text(reader, 'position')
  const category = readWord(reader, 'category', 'category.unknown', categoryOf) ?? (position === null ? null : categoryOf(position))
  return {
    row: reader.row,
    name,
    formerNames: (text(reader, 'former-names') ?? '')
      .split(/[、,,;;/]/)
      .map(readName)
      .filter((n) => n !== '' && n !== '无' && n !== name),
    staffNumber: secret ? null : staffNumber,
    idNumber: id.is === 'number' ? id.number : null,
    sex,
    phone,
    subject: text(reader, 'subject'),
    stage: readWord(reader, 'stage', 'stage.unknown', stageOf),
    schoolCode: text(reader, 'school-code')?.normalize('NFKC').replace(/[\s']/g, '') ?? null,
    schoolName: text(reader, 'school-name')?.replace(/\s/g, '') ?? null,
    campus: text(reader, 'campus'),
    employment: readWord(reader, 'employment', 'employment.unknown', employmentOf),
    category,
    roles: position === null ? [] : rolesIn(position),
    workedSince,
    joined,
    leaving,
    status,
  }
}

/** Certain only as far as both are written: 2019-08 is not before 2019-08-15. */
function startsBefore(a: GivenDay, b: GivenDay): boolean {
  const monthsOnly = a.precise === 'month' || b.precise === 'month'
  return monthsOnly ? a.day.slice(0, 7) < b.day.slice(0, 7) : a.day < b.day
}
