// 差异系数 of a figure over schools: the standard deviation weighted by pupils, divided by the weighted mean; rounded to a thousandth.
// One school alone has no spread, and a mean of nothing divides nothing.

export interface Weighed {
  /** People counted, and the pupils they are divided by. */
  readonly people: number
  readonly pupils: number
}

/** In thousandths, half up; null for fewer than two schools or where nobody is counted anywhere. */
export function spreadOf(schools: readonly Weighed[]): number | null {
  const counted = schools.filter((s) => s.pupils > 0)
  const pupils = counted.reduce((sum, s) => sum + s.pupils, 0)
  const people = counted.reduce((sum, s) => sum + s.people, 0)
  if (counted.length < 2 || people === 0) return null
  const mean = people / pupils
  const variance = counted.reduce((sum, s) => sum + (s.pupils / pupils) * (s.people / s.pupils - mean) ** 2, 0)
  return Math.round((Math.sqrt(variance) / mean) * 1000)
}
