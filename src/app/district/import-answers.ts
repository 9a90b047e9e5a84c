// The importer's answers to open rows, from what was chosen to what travels; and answers given before are kept unless given anew. Pure.

import type { RowAnswer } from '../../wire/import.ts'

/** Before a person's id, in the value of a choice. */
export const SAME = 'same:'

export function answersOf(chosen: Readonly<Record<number, string | undefined>>): RowAnswer[] {
  return Object.keys(chosen)
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((row): RowAnswer[] => {
      const value = chosen[row]
      if (value === undefined) return []
      return [
        value.indexOf(SAME) === 0
          ? { row, is: 'same', person: value.slice(SAME.length) }
          : value === 'new'
            ? { row, is: 'new' }
            : { row, is: 'skip' },
      ]
    })
}

export const withAnswers = (before: readonly RowAnswer[], more: readonly RowAnswer[]): RowAnswer[] =>
  [...before.filter((b) => !more.some((m) => m.row === b.row)), ...more].sort((a, b) => a.row - b.row)

export interface ProposedRole {
  readonly row: number
  readonly name: string
  readonly school: string
  readonly role: 'principal' | 'officer'
}

export const roleKey = (r: Pick<ProposedRole, 'row' | 'role'>): string => `${r.row}:${r.role}`
