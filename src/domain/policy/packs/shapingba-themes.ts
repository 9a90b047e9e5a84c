// 沙坪坝区's 培训主题: what its document wants teachers to be trained in, in its own words. Data only.

import type { Theme } from '../theme.ts'
import { SHAPINGBA_PLAN as plan } from './sources.ts'
import { theme } from './theme-items.ts'

export const shapingbaThemes: Theme[] = [
  theme('shapingba-special-series', '导师制、名师班等专项培训', plan('深化“导师制”“名师班”“名师工作室”和“教学专家工作室”等系列专项培训')),
  theme('shapingba-kindergarten', '学前教育师资培训', plan('加强学前教育师资队伍分类培训、全员培训')),
  theme('shapingba-special', '特殊教育', plan('加大专兼职特殊教育教师培训力度')),
  theme('shapingba-vocational', '职业教育名师和导师培养', plan('实施职业教育名师和导师培养项目，提高“双师型”教师比例')),
  theme('shapingba-four-have', '“四有”好老师', plan('实施“四有”好老师培养选树工程')),
]
