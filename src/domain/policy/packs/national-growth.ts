// What every district must be asked about new teachers, leaders of schools and 年度考核. The numbers are told of national documents that are
// not kept with the packs, so each is a question. Data only.

import type { Pack } from '../policy.ts'
import { OURS, NO_DOCUMENT } from './sources.ts'

const ON = '2021-01-01'
const ORDER_7 = { document: '教育部令第7号（1999），转述，待核', number: '教育部令第7号', quote: null }
const LEADERS = { document: '教育部关于校长培训的意见（2013），转述，待核', number: null, quote: null }
const REGISTRATION = { document: '中小学教师资格定期注册的规定，转述，待核', number: null, quote: null }

export const nationalGrowthSettings = {
  probationHours: {
    value: '120',
    from: ON,
    to: null,
    source: ORDER_7,
    mark: 'assumed',
    question: '新任教师试用期培训是不是不少于 120 学时？文件是转述的，请区确认。',
  },
  probationMonths: {
    value: 12,
    from: ON,
    to: null,
    source: OURS(),
    mark: 'assumed',
    question: '试用期从参加工作时间起算多少个月？暂按 12 个月。',
  },
  probationCounts: {
    value: null,
    from: ON,
    to: null,
    source: NO_DOCUMENT(),
    mark: 'to-be-confirmed',
    question: '试用期的 120 学时算在五年 360 学时之内，还是之外？两种都显示。',
    options: ['inside', 'outside'],
  },
  leaderOfficeHours: {
    value: '300',
    from: ON,
    to: null,
    source: LEADERS,
    mark: 'assumed',
    question: '新任或拟任校长的任职资格培训是不是不少于 300 学时？文件是转述的，请区确认。',
  },
  leaderOfficeTag: {
    value: '任职资格',
    from: ON,
    to: null,
    source: OURS(),
    mark: 'assumed',
    question: '任职资格培训的学时用什么标签认出来？暂用“任职资格”。',
  },
  leaderOfficeMonths: {
    value: null,
    from: ON,
    to: null,
    source: NO_DOCUMENT(),
    mark: 'to-be-confirmed',
    question: '任职资格培训最晚在任职后几个月内完成？任职后完成的先不判定。',
  },
  leaderFiveYears: {
    value: '360',
    from: ON,
    to: null,
    source: LEADERS,
    mark: 'assumed',
    question: '在任校长五年内是不是不少于 360 学时？文件是转述的，请区确认。',
  },
} as const satisfies Pack['settings']

export const nationalGrowth = {
  appraisals: [
    {
      id: 'annual',
      name: '年度考核',
      per: 'year',
      result: true,
      count: false,
      source: REGISTRATION,
      mark: 'assumed',
      question: '定期注册要看每年的年度考核结果。结果分几档、谁能看，请区确认；暂按通行的档次，只有本人、学校管理和区里能看。',
    },
  ],
} satisfies NonNullable<Pack['parts']>
