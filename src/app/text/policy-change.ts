// Words of verbs and refusals about changing the policy.

export const policyVerbs = { 'set-setting': '设置本区的值', 'publish-pack': '发布规则包' } as const

export const policyRefusals = {
  'setting.unknown': '本区规则里没有这一项，请更新研途后再看。',
  'setting.bad-value': '这个值填得不对，规则读不懂，没有保存。请照提示的样子填。',
  'pack.unreadable': '这不是规则包，或内容不完整，没有发布。请重新导出后再交。',
  'pack.other-district': '这是别的区的规则包，没有发布。请选本区的。',
  'pack.faulty': '规则包里有一处不对，没有发布。请按提示改好再交。',
  'pack.same-version': '这个版本号已经发布过、内容不同，没有发布。请换一个版本号。',
} as const
