// The columns by which any table says whose row it is, in the same words as a roster; and the person one row names.

import { seenText } from '../../../domain/seen-text.ts'
import { FIELD_HEADINGS, type Patterns } from '../fields.ts'
import { readIdNumber } from '../id-number.ts'
import { readName, readPhone } from '../read-row.ts'
import type { RowReader } from '../row-reader.ts'

const { name, phone, subject, stage, sex, ordinal } = FIELD_HEADINGS

export const WHO_HEADINGS = {
  name,
  phone,
  ordinal,
  'staff-number': FIELD_HEADINGS['staff-number'],
  'id-number': FIELD_HEADINGS['id-number'],
  'school-name': FIELD_HEADINGS['school-name'],
  'school-code': FIELD_HEADINGS['school-code'],
  subject,
  'not-needed': [...FIELD_HEADINGS['not-needed'], ...stage, ...sex],
} as const
export const WHO_PATTERNS: Patterns = [
  [/身份证|公民身份号/, 'id-number'],
  [/手机/, 'phone'],
  [/标识码|(学校|单位|机构)(代码|编码)/, 'school-code'],
  [/(教师|教职工|职工|教工)(编号|工号)/, 'staff-number'],
]

export interface Who {
  readonly name: string
  readonly staffNumber: string | null
  /** Whole, in memory only. */
  readonly idNumber: string | null
  readonly phone: string | null
  /** Only to tell two of one name apart. */
  readonly subject: string | null
  readonly schoolCode: string | null
  readonly schoolName: string | null
}

export const textIn = (reader: RowReader<string>, field: string): string | null => {
  const t = seenText(reader.cell(field)?.text ?? '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  return t === '' || /^[-—–/]+$/.test(t) ? null : t
}

export function readWho(reader: RowReader<string>): Who {
  const said = readName(textIn(reader, 'name') ?? '')
  if (said === '') reader.find('name', 'name.empty')
  const id = readIdNumber(reader.cell('id-number'), reader.today)
  if (id.is === 'wrong') reader.find('id-number', id.code)
  const number = textIn(reader, 'staff-number')?.normalize('NFKC').replace(/\s/g, '').toUpperCase() ?? null
  const rawPhone = textIn(reader, 'phone')
  return {
    name: said,
    staffNumber: number !== null && /^\d{17}[\dX]$|^\d{15}$/.test(number) ? null : number,
    idNumber: id.is === 'number' ? id.number : null,
    subject: textIn(reader, 'subject'),
    phone: rawPhone === null ? null : readPhone(rawPhone),
    schoolCode: textIn(reader, 'school-code')?.normalize('NFKC').replace(/[\s']/g, '') ?? null,
    schoolName: textIn(reader, 'school-name')?.replace(/\s/g, '') ?? null,
  }
}
