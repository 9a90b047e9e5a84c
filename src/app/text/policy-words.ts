// Words for levels, modes and other closed lists, where the district's own policy does not name them.

import type { Employment, Level, Mode, PauseKind, PostEndReason, PostKind, Stage, StaffCategory } from '../../domain/dossier.ts'
import type { Capacity } from '../../domain/document.ts'
import type { Mark } from '../../domain/policy/cited.ts'
import type { SchoolKind } from '../../domain/school-file.ts'

export const levels: Readonly<Record<Level, string>> = {
  nation: '国培',
  city: '市培',
  district: '区培',
  area: '片区',
  school: '校本',
  self: '自主',
}
export const modes: Readonly<Record<Mode, string>> = {
  'face-to-face': '集中',
  online: '网络',
  blended: '混合',
  placement: '跟岗',
  'school-based': '校本研修',
  other: '其他',
}
export const employments: Readonly<Record<Employment, string>> = {
  permanent: '在编',
  contract: '聘用',
  substitute: '临聘代课',
  dispatched: '劳务派遣',
  rehired: '返聘',
  private: '民办',
  intern: '实习',
  unknown: '未填',
}
export const categories: Readonly<Record<StaffCategory, string>> = {
  'full-time': '专任教师',
  administrative: '职员',
  worker: '工勤',
  carer: '保育',
  unknown: '未填',
}
export const stages: Readonly<Record<Stage, string>> = {
  kindergarten: '学前',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  vocational: '中职',
  special: '特教',
  unknown: '未填',
}
export const pauses: Readonly<Record<PauseKind, string>> = {
  maternity: '产假',
  sick: '病假',
  study: '脱产进修',
  secondment: '借调',
  aid: '援派',
  other: '其他',
}
export const posts: Readonly<Record<PostKind, string>> = {
  home: '人事关系',
  rotation: '交流轮岗',
  visiting: '走教',
  seconded: '借调',
  placement: '跟岗',
}
export const postEnds: Readonly<Record<PostEndReason, string>> = {
  transferred: '调往他校',
  retired: '退休',
  resigned: '辞职',
  'left-district': '调出本区',
  returned: '期满返回',
  mistake: '登记有误',
  other: '其他',
}
export const capacities: Readonly<Record<Capacity, string>> = {
  teacher: '本人',
  officer: '师训专干',
  principal: '校长',
  'district-officer': '区师训管理',
  auditor: '督导',
  admin: '管理员',
}
export const schoolKinds: Readonly<Record<SchoolKind, string>> = {
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
export const marks: Readonly<Record<Mark, string>> = {
  stated: '本区文件',
  city: '市级文件',
  national: '国家文件',
  assumed: '暂按此计，待区确认',
  'to-be-confirmed': '待区确认',
}
