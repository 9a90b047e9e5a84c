// Words of an import that depend on what kind of table it is: 花名册, 历年学时表, 培训名单, 考核名单.

import type { TableKind } from '../../wire/import.ts'

export const kindNames: Readonly<Record<TableKind, string>> = {
  roster: '教师花名册',
  openings: '历年学时表',
  project: '培训名单',
  appraisal: '考核名单',
}

export const importKinds = {
  which: '是什么表',
  whichHint: '一般能自己认出来。认错了再在这里选。',
  auto: '自动识别',
  recognised: (kind: TableKind): string => `认出来是${kindNames[kind]}。`,
  what: {
    roster: '',
    openings: '写入后是各位老师的“期初学时”，老师核对“无误”以前，要用到它的结论都是待核实。',
    project: '写入后名单上的老师马上看得到这条学时，有异议可以申请更正，不用自己登记。',
    appraisal: '只记日期；家访记次数，年度考核记结果。分数和评语不读。',
  } satisfies Record<TableKind, string>,
  totals: { added: '要写入', kept: '已经有的', asked: '要你回答', withErrors: '有错误' },
  lineAdd: '写入',
  skipped: (n: number): string => `${String(n)} 行不导入`,
  about: { openings: '表里没写的', project: '这次培训', appraisal: '登记什么' },
  aboutIntro: '已经替你填好看得出来的，请核对；没填好以前不能写入。',
  aboutAgain: '填好了，再读一遍',
  missing: '请填上',
  wrong: '请改正',
  optional: '可不填',
  choose: '请选择',
  aboutFirst: '请先把上面没填的填好，再写入。',
  written: (n: number): string => `写入 ${String(n)} 条`,
  sums: (n: number): string => `写入 ${String(n)} 条`,
  historyPage: '历史学时核对情况',
  historyNote: '各校还有多少人没核对、要区里答复的异议',
  next: {
    openings: '老师打开研途会看到“核对历史学时”，请提醒他们看一看。',
    project: '名单上的老师已经看得到这条学时。',
    appraisal: '本人、学校和区里都看得到。',
  },
} as const
