// 级别, 形式 and the questions about a whole table, where an import speaks of them and the district's own policy does not name them.

import type { Result } from '../../domain/appraisal/appraisal.ts'
import type { Level, Mode } from '../../domain/dossier.ts'

export const LEVEL_WORDS: Record<Level, string> = {
  nation: '国培',
  city: '市培',
  district: '区培',
  area: '片区',
  school: '校本',
  self: '自主',
}
export const MODE_WORDS: Record<Mode, string> = {
  'face-to-face': '集中',
  online: '网络',
  blended: '混合',
  placement: '跟岗',
  'school-based': '校本研修',
  other: '其他形式',
}

export const KIND_WORDS = { roster: '教师花名册', openings: '历年学时表', project: '培训名单', appraisal: '考核名单' } as const
export const APPRAISAL_RESULT_WORDS: Record<Result, string> = {
  excellent: '优秀',
  qualified: '合格',
  'basically-qualified': '基本合格',
  unqualified: '不合格',
  'not-graded': '不定等次',
}

export const ABOUT_WORDS: Readonly<Record<string, { readonly words: string; readonly hint: string }>> = {
  title: { words: '培训名称', hint: '老师在学时记录里看到的就是这个名称。' },
  organiser: { words: '组织单位', hint: '' },
  item: { words: '登记哪一项', hint: '' },
  period: { words: '哪一期', hint: '年写 2026，学年写 2025-2026，学期写 2025-2026-1。' },
  on: { words: '日期', hint: '表里没有写日期的人，都用这一天。' },
  theme: { words: '培训主题', hint: '文件点名的主题、校长任职资格培训才选。' },
  level: { words: '级别', hint: '' },
  mode: { words: '形式', hint: '' },
  first: { words: '开始日期', hint: '培训实际开始的那天，不是发证那天。' },
  last: { words: '结束日期', hint: '学时算在结束那天所在的年度。' },
  hours: { words: '每人学时', hint: '名单里没写学时的人按这个数。' },
  credits: { words: '每人学分', hint: '证书上写了学分才填；学分单独记，不与学时换算。' },
  years: { words: '覆盖哪几年', hint: '如 2021-2025；只有一个总数、分不出年度的，写合计的起止年。' },
  source: { words: '来源', hint: '如“某某平台导出”，老师核对时看得到。' },
}

export const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '姓名',
  'staff-number': '教师编号',
  'id-number': '身份证号',
  phone: '手机号',
  subject: '任教学科（只用来分辨同名的人）',
  'school-name': '学校名称',
  'school-code': '学校标识码',
  ordinal: '序号',
  'not-needed': '其他（不保存）',
  year: '年度',
  'school-year': '学年',
  level: '级别',
  mode: '形式',
  hours: '学时',
  credits: '学分',
  source: '来源',
  title: '培训名称',
  result: '考核结果',
  attendance: '出勤',
  share: '出勤率',
}
