// Shares in whole numbers: 20 % of 371 is reached by 75, not by 74, and no rounding ever says otherwise. Shares are thousandths.

/** True when `part` of `whole` is at least that share. */
export const reaches = (part: number, whole: number, thousandths: number): boolean => part * 1000 >= whole * thousandths

/** The smallest number that reaches the share of `whole`. */
export const leastOf = (whole: number, thousandths: number): number => Math.floor((whole * thousandths + 999) / 1000)

/** How many are missing to the share; 0 when it is reached. */
export const shortBy = (part: number, whole: number, thousandths: number): number => Math.max(0, leastOf(whole, thousandths) - part)

/**
 * Tenths of a percent, half up as everybody reckons it; but never what is asked, nor the whole, before it is reached: 19.96 does not
 * read 20 where 20 is asked. Null where there is nothing to divide by.
 */
export function permille(part: number, whole: number, asked = 1000): number | null {
  if (whole <= 0) return null
  const rounded = Math.floor((part * 2000 + whole) / (2 * whole))
  const claims = (thousandths: number): boolean => rounded >= thousandths && part * 1000 < whole * thousandths
  return claims(asked) || claims(1000) ? Math.floor((part * 1000) / whole) : rounded
}

/** The same as people read it: '31.7', '95'. */
export function percent(part: number, whole: number, asked?: number): string | null {
  const tenths = permille(part, whole, asked)
  return tenths === null ? null : String(tenths / 10)
}

/** Thousandths as per cent: 200 → '20', 125 → '12.5'. */
export const percentOf = (thousandths: number): string =>
  thousandths % 10 === 0 ? String(thousandths / 10) : `${String(Math.floor(thousandths / 10))}.${String(thousandths % 10)}`
