// 历史学时: the names of its verbs and why one was not taken. Words for its pages stand in history-pages.ts.

export const historyVerbs = {
  'record-opening': '登记期初学时',
  'reverse-opening': '冲销期初学时',
  'confirm-history': '核对历史学时',
  'object-history': '对历史学时提出异议',
  'answer-objection': '答复历史学时异议',
}

export const historyRefusals = {
  'history.own': '自己的期初学时要由别人登记、答复。',
  'history.says-nothing': '学时和学分都没有写。请至少填一项，大于 0。',
  'history.differs': '这一年同级别、同形式的期初学时已经有了，数不一样。请先冲销或由学校更正，再登记。',
  'history.end-before-start': '结束早于开始，请改一下年度。',
  'history.not-over': '这一年还没有过完，不能作为期初学时。',
  'history.before-work': '这一年在参加工作以前，请核对年度或参加工作时间。',
  'history.after-leaving': '这一年在离校以后，请核对年度或离校日期。',
  'history.too-many-hours': '学时多得不像一年的数，请核对是不是多写了一位。',
  'history.changed-since-seen': '期初学时刚有变动，请再看一遍，再点“无误”。',
  'history.objection-open': '还有异议没有答复，答复以后再确认。',
  'history.original-not-seen': '替老师确认要先核对原件，请勾选“原件已核”。',
  'history.already-objected': '已经提出异议，正在等答复。',
  'history.answered-last': '区里已经作了最后答复。',
  'history.objection-answered': '这个异议已经答复过了。',
  'history.other-desk': '老师对学校的答复仍有异议，要由区里答复。',
  'history.no-balance': '这个异议说的是缺了哪一年，请先登记那一年的期初学时，再答复。',
}

/** The one task of the teacher's home page. */
export const historyTask = {
  task: (n: number): string => `核对历史学时（${String(n)} 条）`,
  note: '看看以前各年的学时对不对',
  tag: '请核对',
  go: '去核对',
  open: (unconfirmed: number, objections: number): string =>
    [...(objections > 0 ? [`${String(objections)} 条异议待答复`] : []), `${String(unconfirmed)} 人还没核对`].join('，'),
  asked: (n: number): string => `历史学时异议（${String(n)} 条）`,
  askedAll: '看全部历史学时',
  row: '历史学时',
  confirmed: '已核对',
  unconfirmed: '还没核对',
  none: '没有导入以前的学时',
  objected: '有异议，等答复',
  /** On paper: '期初学时 2023 年（来源：旧系统导出）' */
  line: (year: number | null, source: string): string => `期初学时${year === null ? '' : ` ${String(year)} 年`}（来源：${source}）`,
  rowNote: '系统启用以前的学时，按年度',
} as const
