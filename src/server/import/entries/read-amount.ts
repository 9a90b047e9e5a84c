// A cell of 学时 or 学分: plain, with at most one place after the point, never below nothing. What cannot be read is said, not rounded;
// a cell that names the other unit is never taken for this one.

import { parseHours } from '../../../domain/hours.ts'
import type { FindingCode } from '../reading.ts'

export type Amount =
  { readonly is: 'amount'; readonly tenths: number } | { readonly is: 'nothing' } | { readonly is: 'wrong'; readonly code: FindingCode }

const OTHER = { hours: /学分$/, credits: /(学时|课时)$/ } as const

export function readAmount(text: string | null, unit: 'hours' | 'credits' = 'hours'): Amount {
  if (text === null) return { is: 'nothing' }
  const bare = text.normalize('NFKC').replace(/\s/g, '')
  if (OTHER[unit].test(bare)) return { is: 'wrong', code: unit === 'hours' ? 'amount.says-credits' : 'amount.says-hours' }
  const plain = bare
    .replace(/(学时|学分|课时|h)$/i, '')
    .replace(/(\.\d)0+$/, '$1')
    .replace(/\.0*$/, '')
  if (/^-\d/.test(plain)) return { is: 'wrong', code: 'amount.negative' }
  if (/^\d+\.\d{2,}$/.test(plain)) return { is: 'wrong', code: 'amount.two-places' }
  const tenths = parseHours(plain)
  return tenths === null ? { is: 'wrong', code: 'amount.unreadable' } : { is: 'amount', tenths }
}

/** As ops carry it: '20.5', '16'. */
export const decimal = (tenths: number): string => `${String(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${String(tenths % 10)}`}`

/** Null where nothing can be read. */
export const tenthsOf = (text: string | undefined): number | null => {
  const read = readAmount(text ?? null)
  return read.is === 'amount' ? read.tenths : null
}
