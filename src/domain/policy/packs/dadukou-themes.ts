// 大渡口区's 培训主题: what its document wants teachers to be trained in, in its own words. Data only.

import type { Theme } from '../theme.ts'
import { DADUKOU_PLAN as plan } from './sources.ts'
import { theme } from './theme-items.ts'

export const dadukouThemes: Theme[] = [
  theme(
    'dadukou-ethics',
    '思想政治与师德师风',
    plan('深入实施教书育人标兵涵养、思想政治与师德师风基地建设、中小学学科育人、“大渡”教师阅读致远、思想政治与师德宣讲“五大工程”'),
  ),
  theme(
    'dadukou-history',
    '“四史”学习教育',
    plan('将思想政治理论教育、“四史”学习教育、法治教育、师德师风专题教育作为重要内容纳入教师培训体系'),
  ),
  theme('dadukou-law', '法治教育', plan('将思想政治理论教育、“四史”学习教育、法治教育、师德师风专题教育作为重要内容纳入教师培训体系')),
  theme('dadukou-kindergarten', '幼儿园教师全覆盖培训', plan('建立健全幼儿教师分层分类培训体系，实行幼儿园教师全覆盖培训')),
  theme('dadukou-drill', '岗位大练兵', plan('开展“立足岗位大练兵，促进教师大发展”系列活动，强化教师教学基本功训练')),
  theme('dadukou-politics-course', '思政课备课与巡讲', plan('健全思政课教师一体化备课、常态化巡讲、精品化展示机制')),
  theme('dadukou-double', '“双师型”教师提升', plan('实施职业院校“双师型”教师提升计划')),
  theme('dadukou-visit', '访学交流', plan('支持优秀中青年骨干教师到国内外知名大学和科研院所访学交流')),
  theme('dadukou-safety', '全岗全员安全素养', plan('开展校园全岗全员安全素养培训')),
  theme('dadukou-guidance', '学生发展指导', plan('建立导师制，编制指导手册，开展师资培训')),
  theme('dadukou-evaluation', '教育评价能力', plan('加强教师教育评价能力建设，培养一支教育评价的专业人才队伍')),
  theme(
    'dadukou-ideology',
    '课程思政',
    plan('实施“党建引领·课程思政”计划，配齐配足思想政治教育教研人员，积极探索跨学段、跨学科交流研修机制'),
  ),
]
