// A table of the year in parts, where it is too long for one op. Pure.

import type { Figures } from '../../domain/year-review/figures.ts'

/** So many people of a table go into one op, whatever their names and levels weigh. */
const IN_ONE_OP = 400

/** The arguments of each handing-in: one, or one a part where the table is too long for one op. */
export function inParts(row: string, { schools, people }: Pick<Figures, 'schools' | 'people'>): Record<string, unknown>[] {
  const of = Math.ceil(people.length / IN_ONE_OP)
  if (of < 2) return [{ row, schools, people }]
  return Array.from({ length: of }, (_, n) => ({ row, schools, people: people.slice(n * IN_ONE_OP, (n + 1) * IN_ONE_OP), part: { n, of } }))
}
