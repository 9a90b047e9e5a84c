// The closed lists of the domain in words, for tables that the server writes.

import type { Employment, Mode, StaffCategory } from '../../domain/dossier.ts'
import type { SchoolKind } from '../../domain/school-file.ts'

export const modeWords: Readonly<Record<Mode, string>> = {
  'face-to-face': '集中',
  online: '网络',
  blended: '混合',
  placement: '跟岗',
  'school-based': '校本研修',
  other: '其他',
}
export const employmentWords: Readonly<Record<Employment, string>> = {
  permanent: '在编',
  contract: '聘用',
  substitute: '临聘代课',
  dispatched: '劳务派遣',
  rehired: '返聘',
  private: '民办',
  intern: '实习',
  unknown: '用人形式未填',
}
export const categoryWords: Readonly<Record<StaffCategory, string>> = {
  'full-time': '专任教师',
  administrative: '职员',
  worker: '工勤',
  carer: '保育',
  unknown: '教职工类别未填',
}
export const kindWords: Readonly<Record<SchoolKind, string>> = {
  primary: '小学',
  junior: '初中',
  senior: '高中',
  'nine-year': '九年一贯制',
  kindergarten: '幼儿园',
  central: '中心校',
  village: '村小',
  'teaching-point': '教学点',
  campus: '校区',
  vocational: '中职',
  special: '特教学校',
  institute: '教师进修学院',
}
