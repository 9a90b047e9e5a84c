// Adding one person goes through the import: the row must say exactly what was typed, and be recognised.

import { describe, expect, it } from 'vitest'
import { base64, rosterOf } from '../../../src/app/school/one-row-roster.ts'

const PERSON = {
  name: '欧阳"小"明',
  phone: '13800001001',
  staffNumber: '',
  subject: '语文',
  stage: 'unknown',
  employment: 'permanent',
  category: 'full-time',
  from: '2026-09-01',
} as const

describe('one new person as a roster of one row', () => {
  it('says only what was filled in, and survives quotation marks', () => {
    expect(rosterOf(PERSON)).toBe(
      '\ufeff"姓名","手机号","任教学科","用人形式","教职工类别","进入本校时间"\r\n"欧阳""小""明","13800001001","语文","在编","专任教师","2026-09-01"\r\n',
    )
  })
  it('travels as the bytes of UTF-8', () => {
    expect(Buffer.from(base64('研途'), 'base64').toString('utf8')).toBe('研途')
  })
})
