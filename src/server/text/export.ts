// Words of the tables that the server writes for people to open.

import { fullDay } from './days.ts'

export const exportWords = {
  fileName: (day: string): string => `区级汇总-${day}.xlsx`,
  title: (district: string): string => `${district}教师研修学时汇总`,
  asOf: (day: string, made: string): string => `截至 ${fullDay(day)}；${fullDay(made)} 导出；以后可能还有迟到的补登`,
  counts: '在册 = 应计 + 不计；已达标 + 进行中 + 需关注 + 待核实 = 应计；学时只计应计人员',
  schools: '各校',
  levels: '按级别',
  modes: '按形式',
  reasons: '不计原因',
  total: '全区合计',
  school: [
    '学校',
    '学校标识码',
    '学校类别',
    '在册',
    '应计',
    '不计',
    '已达标',
    '进行中',
    '需关注',
    '待核实',
    '已计入学时',
    '其中期初待核实',
    '已认定学时',
    '待审学时',
    '待学校审（条）',
    '待区认定（条）',
    '已退回（条）',
    '申请更正（条）',
  ],
  level: ['级别', '已计入学时', '已认定学时', '待审学时'],
  mode: ['形式', '已计入学时', '已认定学时', '待审学时'],
  reason: ['不计原因', '人数'],
} as const
