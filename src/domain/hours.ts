// 学时 (hours) and 学分 (credits): two units, each a whole number of tenths, never a float of hours and never mixed.
// Whatever is read must be a plain decimal with at most one place; nothing is rounded on the way in.

export type Tenths = number & { readonly __unit: 'hours' }
export type CreditTenths = number & { readonly __unit: 'credits' }

export const NO_HOURS = 0 as Tenths

/** Reads '4', '4.5', '12.0' into whole tenths; null for anything else (signs, exponents, two places). */
function readTenths(text: string): number | null {
  const m = /^(\d{1,6})(?:\.(\d))?$/.exec(text.trim())
  return m === null ? null : Number(m[1]) * 10 + Number(m[2] ?? '0')
}

export const parseHours = (text: string): Tenths | null => readTenths(text) as Tenths | null
export const parseCredits = (text: string): CreditTenths | null => readTenths(text) as CreditTenths | null

/** Tenths of hours from a whole number of tenths; throws on fractions. */
export function tenths(n: number): Tenths {
  if (!Number.isInteger(n)) throw new RangeError(`not whole tenths: ${n}`)
  return n as Tenths
}

/** As people write it: 45 → '4.5', 40 → '4', -6 → '-0.6'. */
export function formatTenths(n: Tenths | CreditTenths): string {
  const abs = Math.abs(n)
  const whole = Math.floor(abs / 10)
  return `${n < 0 ? '-' : ''}${whole}${abs % 10 === 0 ? '' : `.${abs % 10}`}`
}

/** With exactly one place, for tables and machines: 40 → '4.0'. */
export const formatFixed = (n: Tenths | CreditTenths): string => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 10)}.${Math.abs(n) % 10}`

export const addHours = (a: Tenths, b: Tenths): Tenths => (a + b) as Tenths
export const lessHours = (a: Tenths, b: Tenths): Tenths => (a - b) as Tenths
export const leastHours = (a: Tenths, b: Tenths): Tenths => (a < b ? a : b)

/** a × num ÷ den, rounded half up to a whole tenth (a, num ≥ 0; den > 0; all whole). */
export function scaleHalfUp(a: number, num: number, den: number): number {
  return Math.floor((2 * a * num + den) / (2 * den))
}
