// A cell of 出勤率, in the thousandths that entries keep: 85%, 0.85, 85, 17/20, 17/20次. A bare number up to 1 is a share (1 is all of it),
// from 2 on it is per cent; what lies between could be either and is asked back. Cut off, never rounded up: 79.96 % is not 80 %.

import type { FindingCode } from '../reading.ts'

export type Share =
  { readonly is: 'share'; readonly thousandths: number } | { readonly is: 'nothing' } | { readonly is: 'wrong'; readonly code: FindingCode }

/**
 * A cell of 出勤 or 考勤情况, where people write words: a share only where it can be nothing else (85%, 出勤率 85%, 到课 17/20, 0.85, 全勤).
 * Null for words, for a bare number (days? times?) and for what cannot be; whoever counts absences says nothing here.
 */
export function shareInWords(text: string | null): number | null {
  if (text === null) return null
  const bare = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(?:出勤|到课|考勤|参训|实到)(?:率|情况|比例)?(?:为|是|:)?/, '')
  if (!/^[全满]勤$|%$|\/|^0?\.\d+$/.test(bare)) return null
  const read = readShare(bare)
  return read.is === 'share' ? read.thousandths : null
}

const WHOLE = 1000
const PARTS = 1_000_000

export function readShare(text: string | null): Share {
  if (text === null) return { is: 'nothing' }
  const bare = text.normalize('NFKC').replace(/\s/g, '').replace('⁄', '/')
  const read = /^[全满]勤$/.test(bare) ? WHOLE : (fraction(bare) ?? decimal(bare))
  if (read === null) return { is: 'wrong', code: 'share.unreadable' }
  return read > WHOLE ? { is: 'wrong', code: 'share.over-whole' } : { is: 'share', thousandths: Math.floor(read) }
}

function fraction(bare: string): number | null {
  const [, part, of] = /^(\d{1,4})\/(\d{1,4})(?:次|节|天|场|课时|学时)?$/.exec(bare) ?? []
  return part === undefined || Number(of) === 0 ? null : (Number(part) * WHOLE) / Number(of)
}

function decimal(bare: string): number | null {
  const [, digits, percent] = /^(\d{1,9}(?:\.\d{0,20})?)(%?)$/.exec(bare) ?? []
  if (digits === undefined) return null
  const parts = Math.round(Number(digits) * PARTS)
  if (percent === '' && parts > PARTS && parts < 2 * PARTS) return null
  return percent === '' && parts <= PARTS ? parts / (PARTS / WHOLE) : parts / (PARTS / 10)
}

/** As people write it: 850 → '85%', 666 → '66.6%'. */
export const percentOf = (thousandths: number): string => `${String(thousandths / 10)}%`
