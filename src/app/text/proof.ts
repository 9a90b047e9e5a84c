// Words of the 个人学时登记表. Numbers come in as printed, days as 'YYYY-MM-DD'.
import { fullDay } from './common.ts'

export const proof = {
  title: '教师个人学时登记表',
  window: '哪一段时间',
  windows: { cycle: '本周期', 'last-cycle': '上周期', 'school-year': '本学年', 'calendar-year': '本年', own: '自选' },
  from: '从哪天',
  to: '到哪天',
  wrongOrder: '结束日期早于开始日期，请改一下。',
  subtitle: (name: string, school: string, span: string): string => `${name} · ${school} · ${span}`,
  number: '序号', what: '名称', day: '日期', kind: '级别 · 形式', recognised: '认定学时', counted: '计入学时', credits: '学分',
  sums: '按级别合计',
  total: '合计',
  totals: (recognised: string, counted: string): string => `认定 ${recognised} 学时，计入 ${counted} 学时`,
  none: '这段时间没有已认定的学时',
  noneWhat: '换一段时间，或等审核通过。',
  pending: (n: number, hours: string): string => `另有 ${n} 条待审（${hours} 学时）没有列入。`,
  later: (n: number): string => `另有 ${n} 条还没到结束那天，没有列入。`,
  foot: (day: string, version: string): string => `截至 ${fullDay(day)} 已认定的学时；规则版本 ${version}。`,
  identity: (number: string): string => `教师编号 ${number}`,
  yearOpen: (start: string): string => `学年从 ${start} 算起是暂用的，待区确认。`,
  whoSigns: '由谁签字、盖什么章：待区确认。',
  unsent: (n: number): string => `有 ${n} 条只在本机，还没送到服务器，审核后才会列入。`,
  caption: '已认定的学时',
} as const
