// 大渡口区: 360 hours in its own words (with the space the document has). Levels are the city's. Data only.

import type { Pack } from '../policy.ts'
import { DADUKOU_PLAN } from './sources.ts'
import { dadukouIndicators } from './dadukou-indicators.ts'
import { dadukouThemes } from './dadukou-themes.ts'
import { dadukouGrowth } from './dadukou-growth.ts'
import { dadukouTiers } from './dadukou-tiers.ts'
import { dadukouRotation } from './dadukou-rotation.ts'
import { dadukouRegistration } from './dadukou-registration.ts'

export const dadukou: Pack = {
  id: 'dadukou',
  version: '2026-11',
  scope: { kind: 'district', code: '500104', name: '大渡口区' },
  parent: 'chongqing',
  published: '2026-11-21',
  planEnds: '2025-12-31',
  levels: [],
  rules: [
    {
      id: 'hours',
      type: 'minimum',
      title: '五年周期不少于 360 学时',
      unit: 'hours',
      value: '360',
      headline: true,
      from: '2021-01-01',
      to: null,
      mark: 'stated',
      source: DADUKOU_PLAN('完善全员培训制度，分层、分类、分科开展五年周期不少于360 学时的全员培训'),
    },
  ],
  questions: [],
  settings: {},
  parts: {
    indicators: dadukouIndicators,
    themes: dadukouThemes,
    ...dadukouTiers,
    ...dadukouGrowth,
    ...dadukouRotation,
    ...dadukouRegistration,
  },
  words: { district: '大渡口区', trainingBody: '大渡口区教师进修学院' },
}
