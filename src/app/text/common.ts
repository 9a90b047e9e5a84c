// Words used all over the app, and how days and hours are read aloud.
export const common = {
  appName: '研途',
  save: '保存',
  cancel: '取消',
  close: '关闭',
  back: '返回',
  done: '好了',
  undo: '撤销',
  retry: '再试一次',
  choose: '请选择',
  more: '更多',
  optional: '（可不填）',
  hoursUnit: '学时',
  creditsUnit: '学分',
  toBeConfirmed: '待区确认',
  forReference: '仅供参考',
  print: '打印',
  none: '无',
} as const

/** '2026-09-03' → '9月3日' */
export const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** '2026-09-03' → '2026年9月3日' */
export const fullDay = (day: string): string => `${Number(day.slice(0, 4))}年${monthDay(day)}`

/** One day, or first to last; the year is said once: '2026年7月14日–8月20日'. */
export function daySpan(first: string, last: string): string {
  if (first === last) return fullDay(first)
  return first.slice(0, 4) === last.slice(0, 4) ? `${fullDay(first)}–${monthDay(last)}` : `${fullDay(first)}–${fullDay(last)}`
}

/** The same under a heading that names the year of the last day: '7月14日–8月20日'. */
export const daySpanInYear = (first: string, last: string): string =>
  first === last ? monthDay(first) : first.slice(0, 4) === last.slice(0, 4) ? `${monthDay(first)}–${monthDay(last)}` : daySpan(first, last)

export const hoursWords = (hours: string): string => `${hours} ${common.hoursUnit}`
