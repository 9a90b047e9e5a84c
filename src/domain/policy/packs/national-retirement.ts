// What no document says about teachers who retire within a cycle. Data only.

import type { Pack } from '../policy.ts'
import { NO_DOCUMENT } from './sources.ts'

export const nationalRetirementSettings = {
  nearRetirement: {
    value: null,
    options: ['whole', 'by-time'],
    from: '2021-01-01',
    to: null,
    source: NO_DOCUMENT(),
    mark: 'to-be-confirmed',
    question: '周期没满就退休的教师，还按整个周期要求，还是按到退休那天的时间折算？两种结果都显示。',
  },
} as const satisfies Pack['settings']
