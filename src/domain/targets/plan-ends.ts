// Which plans are over on a day: their last days, the latest first. Several plans stand side by side once a district has published the
// next one (十五五), and each is read as of its own end. Pure.

import type { Day } from '../day.ts'
import type { Indicator } from './indicator.ts'

export const planEnds = (indicators: readonly Pick<Indicator, 'by'>[], today: Day): Day[] =>
  [...new Set(indicators.flatMap((i) => (i.by !== null && i.by < today ? [i.by as Day] : [])))].sort().reverse()

/** Whether a figure belongs to what is read as of a day: those of plans that began to end later, and those without a day, do not end with it. */
export const readAtEnd = (indicator: Pick<Indicator, 'by'>, end: Day): boolean => indicator.by === null || indicator.by <= end
