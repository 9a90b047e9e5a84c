// 年审: nothing of it stands in any document we hold; every value is a question to the district, and says what is used meanwhile.

import type { Settings } from '../policy.ts'
import { NO_DOCUMENT } from './sources.ts'

const ON = '2021-01-01'
const open = { from: ON, to: null, mark: 'to-be-confirmed' } as const

export const nationalReviewSettings: Pick<Settings, 'reviewSigner' | 'reviewPublicDays' | 'reviewSampleShare'> = {
  reviewSigner: {
    ...open,
    value: null,
    options: ['principal', 'officer'],
    source: NO_DOCUMENT(),
    question: '年审汇总表由谁签字：校长，还是师训专干？没有确认前两者都收。',
  },
  reviewPublicDays: {
    ...open,
    value: null,
    standIn: 5,
    options: [3, 5, 7],
    source: NO_DOCUMENT(),
    question: '年审公示几天？没有确认前按 5 天提示，少于也收，会标出来。',
  },
  reviewSampleShare: {
    ...open,
    value: null,
    standIn: '0.1',
    options: ['0.05', '0.1', '0.2'],
    source: NO_DOCUMENT(),
    question: '区里抽审多大比例？没有确认前按每校十分之一、至少 3 人提示，可以改。',
  },
}
