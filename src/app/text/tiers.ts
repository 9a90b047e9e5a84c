// What titles' verbs are called and why one was refused. The words of their pages stand in tier-pages.ts.

export const tierVerbs = {
  'nominate-title': '推荐称号',
  'award-title': '授予称号',
  'decline-title': '不授予称号',
  'renew-title': '称号续任',
  'end-title': '结束称号',
  'correct-title': '更正称号',
  'record-duty': '登记履职',
  'strike-duty': '撤销履职',
  'record-pupils': '登记在校学生数',
} as const

export const tierRefusals = {
  'title.unknown-rung': '本区的梯队里没有这个称号，请重新选。',
  'title.wrong-level': '这个称号没有这一级，请重新选级别。',
  'title.wrong-standing': '这个称号不能这样填：有的只有培养对象，有的不设培养对象。',
  'title.needs-subject': '这个称号要写明学科。',
  'title.already-nominated': '这个称号已经推荐过，正在等区里定。',
  'title.already-held': '这位老师在这一天已有这个称号。',
  'title.end-before-start': '结束日期早于授予日期，请改一下日期。',
  'title.renewed-before-start': '续任的日期早于上一次开始的日期，请改一下日期。',
  'title.other-desk': '区级及以上的称号由区里办理，学校只办校级的。',
  'duty.own-record': '自己的履职要由别人登记和撤销。',
  'title.own-award': '自己的称号不能自己授予、更改、续期或结束，请由另一位经办人办理。',
  'title.not-waiting': '这个推荐已经处理过了，请看最新状态。',
  'duty.end-before-start': '结束日期早于开始日期，请改一下日期。',
} as const
