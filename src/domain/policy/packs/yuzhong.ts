// 渝中区: 360 hours in its own words, four levels of training. Data only.

import type { Pack } from '../policy.ts'
import { YUZHONG_PLAN } from './sources.ts'
import { yuzhongIndicators } from './yuzhong-indicators.ts'
import { yuzhongThemes } from './yuzhong-themes.ts'
import { yuzhongGrowth } from './yuzhong-growth.ts'
import { yuzhongTiers } from './yuzhong-tiers.ts'
import { yuzhongRotation } from './yuzhong-rotation.ts'
import { yuzhongRegistration } from './yuzhong-registration.ts'

const ON = '2021-01-01'
const FOUR = YUZHONG_PLAN('完善四级教师培训体系，充分发挥各级各类教师培训的作用')
const WHICH = '规划写“四级”，没有列出名称，这里按国家、市、区、校理解；由谁审核也没有写，暂按学校初审、区认定。'

export const yuzhong: Pack = {
  id: 'yuzhong',
  version: '2026-11',
  scope: { kind: 'district', code: '500103', name: '渝中区' },
  parent: 'chongqing',
  published: '2026-11-21',
  planEnds: '2025-12-31',
  levels: [
    {
      level: 'nation',
      name: '国培',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '10',
      source: FOUR,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'national',
      question: WHICH,
    },
    {
      level: 'city',
      name: '市培',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '20',
      source: FOUR,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'assumed',
      question: WHICH,
    },
    {
      level: 'district',
      name: '区培',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '40',
      source: FOUR,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'national',
      question: WHICH,
    },
    {
      level: 'school',
      name: '校本',
      decides: ['school'],
      grantedBy: ['school', 'district'],
      exportCode: '60',
      source: FOUR,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'national',
      question: '校本研修由学校认定，还是须区认定？暂按学校。',
    },
  ],
  rules: [
    {
      id: 'hours',
      type: 'minimum',
      title: '五年周期不少于 360 学时',
      unit: 'hours',
      value: '360',
      headline: true,
      from: ON,
      to: null,
      mark: 'stated',
      source: YUZHONG_PLAN('完善全员培训制度，分层、分类、分科开展五年周期不少于360学时的全员培训'),
    },
  ],
  questions: [],
  settings: {},
  parts: {
    indicators: yuzhongIndicators,
    themes: yuzhongThemes,
    ...yuzhongTiers,
    ...yuzhongGrowth,
    ...yuzhongRotation,
    ...yuzhongRegistration,
  },
  words: { district: '渝中区', trainingBody: '渝中区教师进修学院' },
}
