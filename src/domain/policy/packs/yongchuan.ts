// 永川区: five levels (it adds 片区); no number of hours of its own, so the city's 360 holds. Data only.

import type { Pack } from '../policy.ts'
import { YONGCHUAN_OPINION } from './sources.ts'
import { yongchuanIndicators } from './yongchuan-indicators.ts'
import { yongchuanThemes } from './yongchuan-themes.ts'
import { yongchuanGrowth } from './yongchuan-growth.ts'
import { yongchuanTiers } from './yongchuan-tiers.ts'
import { yongchuanRotation } from './yongchuan-rotation.ts'

const FIVE = YONGCHUAN_OPINION('健全国家、市、区、片区、校五级教师培训体系')
const ROUTE = '由谁审核、由谁发放，文件没有写；暂按学校初审、区认定。'

export const yongchuan: Pack = {
  id: 'yongchuan',
  version: '2026-11',
  scope: { kind: 'district', code: '500118', name: '永川区' },
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
      source: FIVE,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'national',
      question: ROUTE,
    },
    {
      level: 'city',
      name: '市培',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '20',
      source: FIVE,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'assumed',
      question: ROUTE,
    },
    {
      level: 'district',
      name: '区培',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: '40',
      source: FIVE,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'national',
      question: ROUTE,
    },
    {
      level: 'area',
      name: '片区',
      decides: ['school', 'district'],
      grantedBy: ['district'],
      exportCode: null,
      source: FIVE,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'to-be-confirmed',
      question: `${ROUTE}上报全国系统时，片区按区县（40）还是校级（60）？`,
    },
    {
      level: 'school',
      name: '校本',
      decides: ['school'],
      grantedBy: ['school', 'district'],
      exportCode: '60',
      source: FIVE,
      mark: 'stated',
      routeMark: 'assumed',
      exportMark: 'national',
      question: '校本研修由学校认定，还是须区认定？暂按学校。',
    },
  ],
  rules: [],
  questions: [],
  settings: {},
  parts: { indicators: yongchuanIndicators, themes: yongchuanThemes, ...yongchuanTiers, ...yongchuanGrowth, ...yongchuanRotation },
  words: { district: '永川区', trainingBody: '永川区教师进修学校' },
}
