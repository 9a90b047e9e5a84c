// The national ID number (GB 11643): 18 places, a birthday inside, a check digit at the end.
// Looked at in memory only; what is said about a wrong one never contains it.

import { dayOf, type Day } from '../../domain/day.ts'
import type { Cell } from '../sheets/sheet.ts'
import type { FindingCode } from './reading.ts'

export type IdReading =
  | { readonly is: 'nothing' }
  | { readonly is: 'number'; readonly number: string; readonly sex: 'female' | 'male' }
  | { readonly is: 'wrong'; readonly code: FindingCode }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

/** The 18th place that belongs to the first 17. */
export function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((n, weight, i) => n + weight * Number(first17[i]), 0)
  return CHECKS[sum % 11] ?? ''
}

export const idLast4 = (idNumber: string): string => idNumber.slice(-4)

export function readIdNumber(cell: Cell | null, today: Day): IdReading {
  if (cell === null) return { is: 'nothing' }
  const text = cell.text
    .normalize('NFKC')
    .replace(/[\s'"\u200b-\u200f\ufeff]/g, '')
    .toUpperCase()
    .replace(/[×＊*]$/, 'X')
  if (text === '' || /^(无|暂无|-+|—+)$/.test(text)) return { is: 'nothing' }
  // A spreadsheet keeps 15 digits of a number: the last three are gone for good.
  if (cell.kind === 'number' && text.length > 15) return { is: 'wrong', code: 'id.digits-lost' }
  if (/^\d(\.\d+)?E\+?1\d$/.test(text) || (/^\d{15}000$/.test(text) && checkDigit(text) !== text[17]))
    return { is: 'wrong', code: 'id.digits-lost' }
  if (/^\d{15}$/.test(text)) return { is: 'wrong', code: 'id.fifteen-digits' }
  if (/^[A-Z]/.test(text)) return { is: 'wrong', code: 'id.other-document' }
  if (!/^\d{17}[\dX]$/.test(text)) return { is: 'wrong', code: 'id.wrong-length' }
  if (checkDigit(text) !== text[17]) return { is: 'wrong', code: 'id.check-digit' }
  const born = dayOf(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)))
  if (born === null || born > today) return { is: 'wrong', code: 'id.no-such-birthday' }
  return { is: 'number', number: text, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' }
}
