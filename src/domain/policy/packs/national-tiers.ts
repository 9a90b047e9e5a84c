// What every district must be asked about titles. No document says which titles are 县级以上骨干教师 or 优质师资. Data only.

import type { Pack } from '../policy.ts'
import { NO_DOCUMENT } from './sources.ts'

const ON = '2021-01-01'

export const nationalTierSettings = {
  countyBackbone: {
    value: null,
    from: ON,
    to: null,
    source: NO_DOCUMENT(),
    mark: 'to-be-confirmed',
    question: '哪些称号算“县级以上骨干教师”（每百名学生的骨干教师数、交流轮岗的骨干比例都要用）？',
  },
  qualityTeachers: {
    value: null,
    from: ON,
    to: null,
    source: NO_DOCUMENT(),
    mark: 'to-be-confirmed',
    question: '哪些称号算交流轮岗里的“优质师资”？',
  },
} as const satisfies Pack['settings']

export const nationalTiers: NonNullable<Pack['parts']> = {
  populations: [
    {
      id: 'county-backbone',
      name: '县级以上骨干教师',
      of: [],
      candidates: false,
      setting: 'countyBackbone',
      source: NO_DOCUMENT(),
      mark: 'to-be-confirmed',
      question: '哪些称号算“县级以上骨干教师”？',
    },
  ],
}
