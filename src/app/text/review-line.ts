// The few words about 年审 that the teacher's first page needs.

import { daySpan } from './common.ts'

export const reviewLine = {
  tag: '年审',
  check: '公示待你核对',
  look: '年审公示',
  days: (from: string, to: string): string => `公示期 ${daySpan(from, to)}`,
} as const
