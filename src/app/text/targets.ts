// Words of 规划 and of 规划指标. Figures come in as printed.
import { fullDay } from './common.ts'

export const plan = {
  title: '规划',
  intro: '本区文件里写明的教师发展事项，都在这里。',
  places: {
    targets: ['规划指标', '文件里的每个数，现在到了多少'],
    gaps: ['学时缺口', '下学期先安排哪一类、安排给谁'],
    tiers: ['梯队', '称号、提名、评定'],
    studios: ['工作室', '在建多少，谁主持'],
    rotation: ['交流轮岗', '符合条件的、交流了的、还要去的'],
    registration: ['定期注册与持证', '谁快到期，缺什么'],
    'year-review': ['年审', '各校交表、抽审、通过'],
    supervision: ['优质均衡督导材料', '迎检要的数和名单'],
    appraisal: ['考核记载', '按名单登记，只记日期'],
    programmes: ['培养计划与名额', '项目、提名和名额'],
    mentoring: ['师徒结对', '谁带谁，到什么时候'],
    rules: ['规则', '每条规则的依据，待区确认的事项'],
    policy: ['确认与发布', '确认参数，先试算再发布'],
  },
  /** A place under the district's own name for it: '青蓝工程与师徒结对'. */
  both: (own: string, place: string): string => `${own}与${place}`,
  /** What is registered at a place, by the names of the district's documents. */
  namely: (names: readonly string[], note: string): string => `${names.join('、')}：${note}`,
} as const

const percent = (permille: number): string => `${String(permille / 10)}%`

export const targets = {
  title: '规划指标',
  intro: '数从全区档案里算出来，不用另外填报。含糊的数（“左右”“数十名”）照原文写，不判断达没达到。',
  at: { plan: (day: string): string => `规划期末 ${fullDay(day)}`, now: '现在' },
  when: '看哪一天',
  ended: (day: string): string => `十四五规划已于 ${fullDay(day)} 结束，以期末的数为准；新规划发布前，“现在”的数只供参考。`,
  endedBeside: (day: string): string => `上一个规划已于 ${fullDay(day)} 结束，选“规划期末”看当时的数。`,
  groups: {
    tiers: '梯队与称号',
    studios: '工作室',
    qualification: '资格与学历',
    training: '培训',
    leaders: '校长',
    rotation: '交流轮岗',
    platform: '项目与基地',
  },
  verdicts: { met: '达到', unmet: '没达到', 'words-only': '不判断', undetermined: '待核实' },
  figure: (has: number, of: number | null, unit: 'share' | 'people' | 'count' | 'times', permille: number | null): string =>
    unit === 'share'
      ? `${permille === null ? '—' : percent(permille)}（${String(has)} / ${String(of ?? 0)} 人）`
      : `${String(has)}${unit === 'people' ? ' 人' : unit === 'times' ? ' 人次' : ' 个'}`,
  target: (words: string, by: string): string => `目标：${words}（${fullDay(by)}前）`,
  start: (words: string, on: string): string => `起点：${words}（${fullDay(on)}）`,
  noTarget: '文件只写了起点，没有写目标。',
  beside: (titles: string): string => `另有口径不同的数：${titles}`,
  question: '待区确认',
  missing: {
    'no-records': '到这一天，全区还没有这类记录；登记后才算得出。',
    'not-kept': '本系统不保管这类事实。',
    elsewhere: '逐学年计算，请看“交流轮岗”。',
    'people-unknown': '有的人这一项还不清楚，没有算在内。',
  },
  source: '原文',
  none: '本区文件里没有写教师方面的数字指标。',
} as const
