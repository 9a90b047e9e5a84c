// What only shows when rows are seen together: a number used twice, one person twice, the same name with nothing to tell two apart.
// Two people of one name are common and fine as long as an ID number, or number and phone, tell them apart.

import type { FindingCode, RosterRow } from './reading.ts'
import type { Field } from './fields.ts'

export type Report = (row: number, field: Field, code: FindingCode, value: string) => void
type Seen = Omit<RosterRow, 'hasError'>

const sameSchool = (a: Seen, b: Seen): boolean => (a.schoolCode ?? a.schoolName) === (b.schoolCode ?? b.schoolName)

/** Could these two rows of one name be one person? */
function maybeSame(a: Seen, b: Seen): boolean {
  if (a.idNumber !== null && b.idNumber !== null) return false
  if (a.phone !== null && a.phone === b.phone) return true
  if (!sameSchool(a, b)) return false
  const numbersDiffer = a.staffNumber !== null && b.staffNumber !== null
  const phonesDiffer = a.phone !== null && b.phone !== null
  return !numbersDiffer && !phonesDiffer
}

function duplicates(rows: readonly Seen[], valueOf: (row: Seen) => string | null, report: (row: Seen, first: Seen) => void): void {
  const first = new Map<string, Seen>()
  for (const row of rows) {
    const value = valueOf(row)
    if (value === null) continue
    const before = first.get(value)
    if (before === undefined) first.set(value, row)
    else report(row, before)
  }
}

export function checkRows(rows: readonly Seen[], report: Report): void {
  duplicates(
    rows,
    (r) => r.staffNumber,
    (row, first) => report(row.row, 'staff-number', 'staff-number.duplicate', `${first.row}`),
  )
  duplicates(
    rows,
    (r) => r.idNumber,
    (row, first) => report(row.row, 'id-number', 'id.duplicate', `${first.row}`),
  )
  const byName = new Map<string, Seen[]>()
  for (const row of rows) {
    if (row.name === '') continue
    const others = byName.get(row.name) ?? []
    const twin = others.find((other) => maybeSame(other, row) && !(row.staffNumber !== null && row.staffNumber === other.staffNumber))
    if (twin !== undefined) report(row.row, 'name', 'person.maybe-same', `${twin.row}`)
    others.push(row)
    byName.set(row.name, others)
  }
}
