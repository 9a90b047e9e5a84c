// 申请更正, the second time: the teacher asks the district about the school's answer.

export const appealWords = {
  ask: '请区里再看',
  title: '请区里再看一次',
  what: '学校已经答复。还不同意的，可以请区里看一次；区里的答复是最后的。',
  open: '已请区里再看，等答复',
  closed: '学校和区里都已答复。',
  /** The answer about what had been taken away: there is no recognition left to keep. */
  keptReversed: (who: string): string => `${who}答复：维持冲销，不计学时`,
  sent: '已提交给区里',
} as const
