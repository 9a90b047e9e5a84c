// Which reviews can be sampled or accepted together, and which one the district has to look at.
import { expect, test } from 'vitest'
import type { Difference } from '../../../src/domain/year-review/compare.ts'
import type { Exception, SchoolReviewLine } from '../../../src/domain/year-review/district-report.ts'
import { frozenTotals } from '../../../src/domain/year-review/figures.ts'
import { tenths } from '../../../src/domain/hours.ts'
import { day } from '../../../src/domain/day.ts'
import { acceptingReview, sampling, toAccept, toSample } from '../../../src/app/district/year-review-acts.ts'
import { differenceWords, exceptionWords, matchesFilter } from '../../../src/app/district/year-review-words.ts'
import { PEOPLE } from '../../domain/year-review/scene.ts'

const line = (school: string, more: Partial<SchoolReviewLine> = {}): SchoolReviewLine => ({
  school: school as never,
  row: 'r' as never,
  state: 'handed-in',
  asOf: day('2027-07-10'),
  published: null,
  sample: null,
  differences: [],
  disputes: 0,
  handedIn: { on: day('2027-07-17'), at: '10:00', by: '吴', digest: 'd', totals: frozenTotals(PEOPLE) },
  later: { entries: 0, recognised: 0, openings: 0, unsure: 0 },
  exceptions: [],
  acknowledged: null,
  ...more,
})
const done = { size: 3, done: 3, differing: 0 }
const odd = (exceptions: readonly Exception[]): Partial<SchoolReviewLine> => ({ exceptions, sample: done })

const lines = [
  line('new'),
  line('drawn', { sample: { size: 3, done: 1, differing: 0 } }),
  line('clean', { sample: done }),
  line('differs', odd(['differs'])),
  line('disputed', odd(['disputes'])),
  line('found', { sample: { size: 3, done: 3, differing: 1 } }),
  line('accepted', { state: 'accepted', sample: done }),
  line('open', { state: 'open', handedIn: null }),
]

test('a batch is sampled that was not yet, and accepted only where everyone drawn agrees and nothing wants a look', () => {
  expect(toSample(lines).map((l) => l.school)).toEqual(['new'])
  expect(toAccept(lines).map((l) => l.school)).toEqual(['clean'])
  expect(sampling(line('new'), '7', '0.1').args).toEqual({ row: 'r', digest: 'd', seed: '7', size: 3 })
  expect(acceptingReview(line('clean')).args).toEqual({ row: 'r', digest: 'd', differing: 0, note: '' })
})

test('the one queue holds what wants a look, and nothing that was accepted', () => {
  expect(lines.filter((l) => matchesFilter(l, 'odd')).map((l) => l.school)).toEqual(['differs', 'disputed'])
  expect(lines.filter((l) => matchesFilter(l, 'waiting'))).toHaveLength(6)
})

test('every exception and difference is a sentence', () => {
  const differences: Difference[] = [
    { person: 'p' as never, name: '林', is: 'other-figures', handedIn: tenths(240), atServer: tenths(20) },
    { person: 'q' as never, name: '陶', is: 'not-on-roll' },
    { person: 's' as never, name: '新', is: 'left-out' },
    { person: 'u' as never, name: '无', is: 'unknown-person' },
  ]
  expect(differences.map(differenceWords)).toEqual([
    '交表 24，服务器 2 学时',
    '截至日人事关系不在这里',
    '截至日在册，表里没有',
    '系统里没有这个人（已删除或填错）',
  ])
  const all: Exception[] = [
    'differs',
    'unknown-people',
    'other-rules',
    'disputes',
    'sample-differs',
    'public-short',
    'changed-since-public',
  ]
  const words = exceptionWords(
    line('x', { exceptions: all, differences, disputes: 2, later: { entries: 2, recognised: 50, openings: 1, unsure: 1 } }),
  )
  expect(words).toHaveLength(8)
  expect(words[0]).toBe('3 人与服务器的数不符')
  expect(words[7]).toBe('之后补登 2 条，5 学时，其中期初学时 1 条（1 条跨年度，分不出本年度多少，没有算进去）。不改已交的表。')
})
