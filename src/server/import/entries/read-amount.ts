// A cell of 学时 or 学分: plain, with at most one place after the point, never below nothing. What cannot be read is said, not rounded.

import { parseHours } from '../../../domain/hours.ts'
import type { FindingCode } from '../reading.ts'

export type Amount = { readonly is: 'amount'; readonly tenths: number } | { readonly is: 'nothing' } | { readonly is: 'wrong'; readonly code: FindingCode }

export function readAmount(text: string | null): Amount {
  if (text === null) return { is: 'nothing' }
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/(学时|学分|课时|h)$/i, '').replace(/(\.\d)0+$/, '$1').replace(/\.0*$/, '')
  if (/^-\d/.test(plain)) return { is: 'wrong', code: 'amount.negative' }
  if (/^\d+\.\d{2,}$/.test(plain)) return { is: 'wrong', code: 'amount.two-places' }
  const tenths = parseHours(plain)
  return tenths === null ? { is: 'wrong', code: 'amount.unreadable' } : { is: 'amount', tenths }
}

/** As ops carry it: '20.5', '16'. */
export const decimal = (tenths: number): string => `${String(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${String(tenths % 10)}`}`
