// Shares in whole numbers: 20 % of 371 is reached by 75, not by 74, and no rounding ever says otherwise. Shares are thousandths.

/** True when `part` of `whole` is at least that share. */
export const reaches = (part: number, whole: number, thousandths: number): boolean => part * 1000 >= whole * thousandths

/** The smallest number that reaches the share of `whole`. */
export const leastOf = (whole: number, thousandths: number): number => Math.floor((whole * thousandths + 999) / 1000)

/** How many are missing to the share; 0 when it is reached. */
export const shortBy = (part: number, whole: number, thousandths: number): number => Math.max(0, leastOf(whole, thousandths) - part)

/** Per cent with one place, cut off so that 19.96 never reads 20.0; null where there is nothing to divide by. */
export function percent(part: number, whole: number): string | null {
  if (whole <= 0) return null
  const tenths = Math.floor((part * 1000) / whole)
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`
}

/** Thousandths as per cent: 200 → '20', 125 → '12.5'. */
export const percentOf = (thousandths: number): string =>
  thousandths % 10 === 0 ? String(thousandths / 10) : `${String(Math.floor(thousandths / 10))}.${String(thousandths % 10)}`
