// Which reviews a filter shows, and what wants a look about one, in words.

import type { Difference } from '../../domain/year-review/compare.ts'
import type { SchoolReviewLine } from '../../domain/year-review/district-report.ts'
import { formatTenths } from '../../domain/hours.ts'
import { laterWords } from '../school/later-lines.ts'
import { yearReview } from '../text/year-review-pages.ts'

export const REVIEW_FILTERS = ['waiting', 'odd', 'returned', 'open', 'none', 'accepted', 'all'] as const
export type ReviewFilter = (typeof REVIEW_FILTERS)[number]

export function matchesFilter(s: SchoolReviewLine, filter: ReviewFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'waiting') return s.state === 'handed-in'
  if (filter === 'odd') return s.state === 'handed-in' && s.exceptions.length > 0
  return s.state === filter
}

export function exceptionWords(s: Pick<SchoolReviewLine, 'exceptions' | 'differences' | 'disputes' | 'later'>): string[] {
  const words = yearReview.district.exceptions
  const found = s.exceptions.map((what) => {
    if (what === 'differs') return words.differs(s.differences.filter((d) => d.is !== 'unknown-person').length)
    return what === 'disputes' ? words.disputes(s.disputes) : words[what]
  })
  return s.later.entries === 0 ? found : [...found, laterWords(s.later)]
}

export function differenceWords(d: Difference): string {
  const words = yearReview.school.differing
  return d.is === 'other-figures' ? words[d.is](formatTenths(d.handedIn), formatTenths(d.atServer)) : words[d.is]
}
