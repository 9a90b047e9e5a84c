// Five hundred findings of one kind hide none of another.
import { expect, test } from 'vitest'
import { findingGroups } from '../../../src/app/district/finding-groups.ts'
import type { ImportFinding } from '../../../src/wire/import.ts'

const finding = (row: number, code: string, severity: ImportFinding['severity'] = 'error'): ImportFinding => ({
  row,
  column: '姓名',
  severity,
  code,
  words: code,
})
const list = [
  finding(1, 'entry.many-unknown'),
  finding(9, 'opening.differs', 'warning'),
  ...Array.from({ length: 500 }, (_, n) => finding(n + 2, 'entry.unknown-person')),
  finding(502, 'opening.before-work'),
  finding(503, 'amount.negative'),
]

test('the same kind stands together, errors first, and every finding is in one group', () => {
  const groups = findingGroups(list, 'all')
  expect(groups.map((g) => [g.severity, g.key, g.findings.length])).toEqual([
    ['error', 'entry.many-unknown', 1],
    ['error', 'entry.unknown-person', 500],
    ['error', 'opening.before-work', 1],
    ['error', 'amount.negative', 1],
    ['warning', 'opening.differs', 1],
  ])
})

test('one severity alone is shown when asked for', () => {
  expect(findingGroups(list, 'warning').map((g) => g.key)).toEqual(['opening.differs'])
  expect(findingGroups([], 'all')).toEqual([])
})

test('a kind of which not all were told says how many more there are', () => {
  const groups = findingGroups(list, 'all', [{ severity: 'error', code: 'entry.unknown-person', n: 9_500 }])
  expect(groups.map((g) => g.left)).toEqual([0, 9_500, 0, 0, 0])
})
