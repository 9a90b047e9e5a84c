// 永川区's 培训主题: what its document wants teachers to be trained in, in its own words. Data only.

import type { Theme } from '../theme.ts'
import { YONGCHUAN_OPINION as plan } from './sources.ts'
import { theme } from './theme-items.ts'

export const yongchuanThemes: Theme[] = [
  theme('yongchuan-ethics', '师德养成', plan('聚焦师德养成与学科教学，开展“全学段、全学科、全体教师”分层分类专题培训')),
  theme('yongchuan-subject', '学科教学', plan('聚焦师德养成与学科教学，开展“全学段、全学科、全体教师”分层分类专题培训')),
  theme('yongchuan-leaders', '干部轮训', plan('严格执行干部轮训制度')),
  theme('yongchuan-special', '特殊教育与融合教育', plan('开展特殊教育教师教学基本功展示和融合教育优秀教育教学案例遴选活动')),
  theme(
    'yongchuan-it',
    '信息技术与教学融合',
    plan('将信息技术与教师教研、教师培训、教科研管理等教师发展场景深度融合，构建大数据驱动下的教师发展新机制'),
  ),
]
