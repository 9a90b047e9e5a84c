// Words that all pages of a school use: what it is called, and how an act came out.

export const place = {
  principal: '校长',
  schoolBased: '校本研修',
  wholeSchool: '全校',
  kindergartenPrincipal: '园长',
  kindergartenBased: '园本研修',
  wholeKindergarten: '全园',
} as const

export const outcome = {
  stale: '这条刚刚有变化，请看过最新内容再处理。',
  noop: '已经是这样了，不用再办。',
  skipped: (n: number, why: string): string => `${n} 条没有办成：${why}`,
  notConnected: '没连上服务器，请连网后再试。',
  notHere: '本机没有这份档案。可能不在你的学校，或还没同步到。',
  noRules: '还没拿到本区的规则，请先连网同步一次。',
  reading: '正在从本机读取…',
} as const
