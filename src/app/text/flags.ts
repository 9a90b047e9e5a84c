// 提醒: what is worth a look, in words. A flag never refuses anything.

import type { Flag } from '../../domain/evaluate/flags.ts'
import { formatTenths } from '../../domain/hours.ts'
import { fullDay } from './common.ts'

export const flagTitles: Readonly<Record<Flag['code'], string>> = {
  'likely-duplicate': '可能重复',
  'overlapping-days': '日期重叠',
  'more-than-the-day': '学时偏多',
  'future-day': '日期在将来',
  'outside-employment': '不在任职期',
  'outside-cycle': '不在周期内',
  'over-cap': '超出上限',
  late: '补登',
  'history-covered': '该年已按期初计入',
  'after-deadline': '过了补登截止',
  'arrived-later': '按时登记，后来送达',
}

/** One sentence for a flag, with what it found. */
export function flagWords(flag: Flag): string {
  switch (flag.code) {
    case 'likely-duplicate':
      return `与“${flag.others[0]?.title ?? ''}”（${fullDay(flag.others[0]?.last ?? '')}）可能是同一次，请核对。`
    case 'overlapping-days':
      return `与“${flag.others[0]?.title ?? ''}”的日期重叠，请核对。`
    case 'more-than-the-day':
      return `这几天共 ${formatTenths(flag.hours)} 学时，一般最多 ${formatTenths(flag.most)}（每天学时数待区确认），请核对。`
    case 'future-day':
      return `结束日期 ${fullDay(flag.last)} 还没到，到那天以后才计入。`
    case 'outside-employment':
      return `${fullDay(flag.last)} 不在登记的任职期内，请核对日期或任职信息。`
    case 'outside-cycle':
      return `${fullDay(flag.last)} 不在任何一个周期内，不会计入本周期。`
    case 'over-cap':
      return `按规则最多计入 ${formatTenths(flag.countable)}，其余只认定、不计入。`
    case 'history-covered': {
      const [one] = flag.openings
      const which =
        one === undefined
          ? ''
          : `期初里${one.year === null ? '没有写年度的' : ` ${String(one.year)} 年`}${one.hours === null ? '已有学时' : `已有 ${formatTenths(one.hours)} 学时`}（来源：${one.words}），`
      return `${which}再登记可能重复，请核对。`
    }
    case 'after-deadline':
      return `补登截止是 ${fullDay(flag.deadline)}，已经过了。仍可补登，学校看过后再由区里看。`
    case 'arrived-later':
      return `${fullDay(flag.made)} 在手机上登记，${fullDay(flag.received)} 送达，按登记那天算。`
    case 'late':
      return flag.after === 'cycle'
        ? `属于补登：那个周期到 ${fullDay(flag.ended)} 已结束，请写明原因。`
        : `属于补登：那一学年到 ${fullDay(flag.ended)} 已结束，请写明原因。`
  }
}
