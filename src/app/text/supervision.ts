// Words of 优质均衡督导材料.
import { percent as percentOf } from '../../domain/rotation/share.ts'
import { formatTenths, type Tenths } from '../../domain/hours.ts'
import { fullDay } from './common.ts'

const percent = (has: number, of: number, asked?: number): string => {
  const said = percentOf(has, of, asked)
  return said === null ? '—' : `${said}%`
}

export const supervision = {
  title: '优质均衡督导材料',
  open: '优质均衡督导材料',
  openNote: '迎检要的数和名单',
  intro: '只统计义务教育阶段的学校（小学、初中）。标“待区确认”的要求，请对照迎检通知核对后，在“确认与发布”里定下来。',
  asOf: '截至哪天',
  place: (place: string, day: string): string => `${place} · 截至 ${fullDay(day)}`,
  verdicts: { met: '达到', unmet: '没达到', undetermined: '待核实' },
  share: (has: number, of: number, asked?: number): string => `${percent(has, of, asked)}（${String(has)} / ${String(of)} 人）`,
  between: (shares: readonly string[]): string => shares.join('到 '),
  schoolsReach: (has: number, of: number): string => `${String(has)} / ${String(of)} 所学校达到`,
  byTime: (has: number, of: number): string => `周期中途参加工作的按在岗时间折算：${percent(has, of)}（${String(has)} / ${String(of)} 人）`,
  shortBy: (least: number, n: number, unknown: number): string =>
    `还差 ${least === n ? String(n) : `${String(least)} 到 ${String(n)}`} 人${unknown === 0 ? '' : `，其中待核实 ${String(Math.min(n, unknown))} 人`}`,
  atMost: (n: number): string => `有的算法还没定，最多可以算到 ${String(n)} 人`,
  bothEnds: '有的算法还没定，列出最少和最多两种结果',
  need: (need: readonly { school: string; more: number }[]): string =>
    `还没达到的学校：${need
      .slice(0, 8)
      .map((n) => `${n.school}（还差 ${String(n.more)} 人）`)
      .join('、')}${need.length > 8 ? `等 ${String(need.length)} 所` : ''}`,
  spread: (thousandths: number): string => `差异系数 ${(thousandths / 1000).toFixed(3)}`,
  asked: { least: (n: string, unit: string): string => `要求不低于 ${n}${unit}`, most: (n: string): string => `要求不高于 ${n}` },
  withoutPupils: (schools: readonly string[]): string =>
    `没有登记在校学生数的：${schools.slice(0, 8).join('、')}${schools.length > 8 ? `等 ${String(schools.length)} 所` : ''}。请学校在“梯队”页登记。`,
  notYet: (schools: readonly string[]): string =>
    `还没达到的学校：${schools.slice(0, 8).join('、')}${schools.length > 8 ? `等 ${String(schools.length)} 所` : ''}`,
  missing: {
    'no-certificates': '全区还没有登记教师资格证。',
    'backbone-open': '“县级以上骨干教师”算哪些称号，待区确认。',
    'no-pupils': '有学校没有登记在校学生数，请学校在“梯队”页登记。',
    'no-list': '本学年“符合交流条件”的名单还没有冻结或不全。',
    'nobody-moved': '本学年还没有登记交流轮岗。',
    'undetermined-people': '有人待核实（历史学时没确认、暂停没写起止日等），核实后才能判断。',
    'not-kept': '本系统不保管这个数，请另备。',
    'district-only': '只在全区的材料里计算。',
    'nobody-counted': '还没有应计的教师。',
    'no-schools': '还没有义务教育阶段的学校。',
    'one-school': '不到两所学校，没有校际差异可算。',
  },
  ask: '待区确认',
  schools: '各校情况',
  columns: {
    school: '学校',
    stage: '学段',
    counted: '应计',
    met: '满360',
    byTime: '按时间满',
    certified: '持证',
    teachers: '专任',
    backbone: '骨干',
    pupils: '学生',
    perHundred: '每百生骨干',
  },
  columnsNote:
    '“满360”照整个五年要求算；“按时间满”把中途参加工作的按在岗时间折算。持证的分母是专任教师，返聘等不计学时的也在内，所以可能比应计多。',
  names: '没达到的人',
  counted: '算进去的人',
  backboneOf: (school: string, n: number): string => `${school}：县级以上骨干教师（${String(n)}）`,
  peopleOf: (title: string, n: number): string => `${title}：算进去的（${String(n)}）`,
  perhapsOf: (title: string, n: number): string => `${title}：看怎么算，可能算进去的（${String(n)}）`,
  counts: '计入',
  countsPerhaps: '看怎么算，待区确认',
  paperName: (name: string, short: number): string => `${name}（差 ${formatTenths(short as Tenths)}）`,
  paperUnknown: (names: readonly string[]): string => `待核实：${names.join('、')}`,
  withNames: '连名单一起打印',
  schoolNames: '各校名单',
  moverNames: '交流轮岗名单',
  nobodyHere: '无',
  namesHeads: { short: '没满 360 学时（差多少）', uncertified: '没登记有效资格证', backbone: '县级以上骨干' },
  namesOf: (school: string, n: number): string => `${school}：还没满 360 学时的（${String(n)}）`,
  uncertified: (school: string, n: number): string => `${school}：没有登记有效教师资格证的（${String(n)}）`,
  short: (hours: number): string => `还差 ${formatTenths(hours as Tenths)} 学时`,
  shortByTime: '，按在岗时间已满',
  undetermined: '待核实',
  nobody: '都达到了',
  nobodyShort: '学时都达到了，持证还没有登记',
  print: '打印',
  toScreen: '回到页面',
  export: '导出表格',
  exported: '已导出',
  fileName: (day: string): string => `优质均衡督导材料-${day}.xlsx`,
  sheets: {
    figures: '指标',
    schools: '各校',
    short: '未满360名单',
    uncertified: '未持证名单',
    backbone: '骨干名单',
    movers: '交流轮岗名单',
  },
  heads: {
    item: '指标',
    asked: '要求',
    is: '结果',
    verdict: '判断',
    note: '说明',
    mark: '依据',
    name: '姓名',
    school: '学校',
    short: '还差学时',
    why: '说明',
  },
  signs: ['填表人', '审核人', '单位负责人'],
} as const
