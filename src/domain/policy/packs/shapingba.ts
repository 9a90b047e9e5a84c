// 沙坪坝区: its plan gives no number of hours (its 50 万人次 is not teacher training), so the city's 360 holds. Data only.

import type { Pack } from '../policy.ts'
import { SHAPINGBA_PLAN } from './sources.ts'
import { shapingbaIndicators } from './shapingba-indicators.ts'
import { shapingbaThemes } from './shapingba-themes.ts'
import { shapingbaGrowth } from './shapingba-growth.ts'
import { shapingbaTiers } from './shapingba-tiers.ts'
import { shapingbaRotation } from './shapingba-rotation.ts'

export const shapingba: Pack = {
  id: 'shapingba',
  version: '2026-11',
  scope: { kind: 'district', code: '500106', name: '沙坪坝区' },
  parent: 'chongqing',
  published: '2026-11-21',
  planEnds: '2025-12-31',
  levels: [],
  rules: [],
  questions: [
    {
      id: 'kindergarten',
      title: '学前教师培训',
      source: SHAPINGBA_PLAN('加强学前教育师资队伍分类培训、全员培训'),
      question: '幼儿园教师是否同样按五年 360 学时？规划写了全员培训，没有写学时；暂按相同。',
    },
  ],
  settings: {},
  parts: { indicators: shapingbaIndicators, themes: shapingbaThemes, ...shapingbaTiers, ...shapingbaGrowth, ...shapingbaRotation },
  words: { district: '沙坪坝区', trainingBody: '沙坪坝区教师进修学院' },
}
