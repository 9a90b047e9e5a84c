// What reading one row needs: its cells by field, the day it is, and a place to put findings.

import type { Day } from '../../domain/day.ts'
import type { Cell } from '../sheets/sheet.ts'
import type { Field } from './fields.ts'
import { finding, type Column, type Finding, type FindingCode } from './reading.ts'

export interface RowReader {
  readonly sheet: string
  readonly row: number
  readonly today: Day
  readonly cell: (field: Field) => Cell | null
  readonly column: (field: Field) => Column | undefined
  readonly find: (field: Field | null, code: FindingCode, value?: string) => void
}

export function reporter(sheet: string, row: number, column: (field: Field) => Column | undefined, into: Finding[]): RowReader['find'] {
  return (field, code, value) => {
    into.push(finding({ sheet, row, column: field === null ? '' : (column(field)?.heading ?? '') }, code, value))
  }
}
