// Words about pauses (产假、病假、援派、借调……) and retirement as the cycle sees them, and of the question they put to the district.

import { daySpan, fullDay } from './common.ts'

const answers = { whole: '按整个周期要求', 'by-time': '按到退休的时间折算' } as const

export const retirementSettingNames = { nearRetirement: '周期没满就退休的教师怎么要求' } as const
export const retirementSettingWords = { nearRetirement: (v: keyof typeof answers): string => answers[v] } as const

export const pausesCard = {
  title: '暂停与周期',
  span: (from: string | null, to: string | null): string =>
    from === null ? '没有写从哪天起，先由学校补上' : to === null ? `${fullDay(from)}起` : daySpan(from, to),
  paused: (days: number): string => `这个周期到今天已暂停 ${String(days)} 天。`,
  moved: (days: number, without: string, pace: string): string =>
    `这个周期到今天已暂停 ${String(days)} 天。“按时间均摊”的参考线把这些天去掉：不去掉是 ${without}，去掉后是 ${pace}。`,
  stays: (last: string, short: string): string => `不顺延：到${fullDay(last)}，还差 ${short}`,
  extended: (last: string, short: string): string => `顺延：到${fullDay(last)}，还差 ${short}`,
  above: '两种结果都在上面列出。',
  asPlanned: '还没结束的暂停按登记的结束日算，改了结束日，顺延到哪天也跟着变。',
  goesOn: '还没结束的暂停，结束后才知道是多少天，现在算不出顺延到哪天。',
  extends: { open: '暂停要不要顺延周期，待区确认。', extends: '本区定了：暂停顺延周期。', 'does-not': '本区定了：暂停不顺延周期。' },
  retires: (day: string): string => `${fullDay(day)}退休`,
  retiresNote: '周期没满就退休的怎么要求，待区确认，两种算法都列出：',
  retiresDecided: (v: keyof typeof answers): string => `本区定了：${answers[v]}。`,
  whole: (required: string, short: string): string => `按整个周期：共需 ${required}，还差 ${short}`,
  byTime: (required: string, short: string): string => `按到退休的时间：共需 ${required}，还差 ${short}`,
} as const
