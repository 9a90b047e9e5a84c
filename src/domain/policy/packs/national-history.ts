// What history and late claims ask every district. Data only; no document says either.

import type { Pack } from '../policy.ts'
import { NO_DOCUMENT, OURS } from './sources.ts'

const ON = '2021-01-01'

export const nationalHistorySettings: Pick<Pack['settings'], 'openingYearMost' | 'lateBy'> = {
  openingYearMost: {
    value: '1000',
    from: ON,
    to: null,
    source: OURS(),
    mark: 'assumed',
    question: '一年的期初学时超过多少就当填错、不收？暂按 1000。',
  },
  lateBy: {
    value: null,
    from: ON,
    to: null,
    source: NO_DOCUMENT(),
    mark: 'to-be-confirmed',
    question:
      '补登截止：上一年度的学时最晚到下一年的哪一天补登？过了这天的仍可补登，另转区里看。没有定时不设截止；定了之后，只管开始执行以后才结束的年度。',
  },
}
