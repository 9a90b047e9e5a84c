// A list copied from a table: each line may bring its own day and number.
import { expect, test } from 'vitest'
import { lineFacts } from '../../../src/app/growth/line-facts.ts'

test('a name alone says nothing of its own', () => {
  for (const line of ['覃丽莎', '12. 覃丽莎', '覃丽莎 Z1', '覃丽莎 江岸小学', '12'])
    expect(lineFacts(line)).toEqual({ on: null, count: null })
})

test('a day and a number beside the name are that person’s', () => {
  expect(lineFacts('覃丽莎\t5')).toEqual({ on: null, count: 5 })
  expect(lineFacts('覃丽莎，12次')).toEqual({ on: null, count: 12 })
  expect(lineFacts('3. 覃丽莎 2026-09-01')).toEqual({ on: '2026-09-01', count: null })
  expect(lineFacts('覃丽莎 2026年9月1日 8')).toEqual({ on: '2026-09-01', count: 8 })
  expect(lineFacts('覃丽莎 8 2026/9/1')).toEqual({ on: '2026-09-01', count: 8 })
  expect(lineFacts('覃丽莎 2026-02-30')).toEqual({ on: null, count: null })
})
