// Words that rosters use for 用人形式, 教职工类别, 学段 and 在岗状态, and the codes they stand for.
// A word that is not here is null: the reader then says so and leaves the fact unknown, it never picks the nearest.

import type { Employment, PauseKind, PostEndReason, Stage, StaffCategory } from '../../domain/dossier.ts'

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u3000]/g, '')
    .replace(/[(（].*[)）]$/, '')

const table = <T>(entries: readonly (readonly [T, readonly string[]])[]): ((text: string) => T | null) => {
  const by = new Map(entries.flatMap(([code, words]) => words.map((w): [string, T] => [w, code])))
  return (text) => by.get(bare(text)) ?? null
}

export const employmentOf = table<Employment>([
  ['permanent', ['在编', '在编在岗', '在编教师', '正式在编', '事业编', '事业编制', '公办在编', '编内', '编制内', '有编制', '是']],
  [
    'contract',
    [
      '聘用',
      '聘用制',
      '合同',
      '合同制',
      '合同聘用',
      '编外',
      '编外聘用',
      '编制外',
      '非在编',
      '不在编',
      '校聘',
      '区聘',
      '自聘',
      '员额',
      '员额制',
      '否',
    ],
  ],
  ['substitute', ['临聘代课', '临聘', '代课', '临聘教师', '代课教师', '临时代课', '临时聘用', '临时代课教师']],
  ['dispatched', ['劳务派遣', '派遣', '派遣制', '劳务派遣制']],
  ['rehired', ['返聘', '退休返聘', '返聘教师']],
  ['private', ['民办', '民办教师', '民办学校', '民办聘用']],
  ['intern', ['实习', '实习生', '顶岗实习', '见习', '实习教师']],
])

export const categoryOf = table<StaffCategory>([
  ['full-time', ['专任教师', '专任', '专职教师', '任课教师', '教师', '教师岗', '教学岗', '是']],
  ['administrative', ['职员', '行政', '行政人员', '管理人员', '管理岗', '教辅', '教辅人员', '教学辅助人员']],
  ['worker', ['工勤', '工勤人员', '工勤岗', '后勤', '后勤人员', '工人', '炊事员', '保安']],
  ['carer', ['保育', '保育员', '保育人员']],
])

export const stageOf = table<Stage>([
  ['kindergarten', ['幼儿园', '学前', '学前教育', '幼儿', '幼儿教育']],
  ['primary', ['小学', '小学教育', '普通小学']],
  ['junior', ['初中', '初级中学', '普通初中']],
  ['senior', ['高中', '普通高中', '高级中学']],
  ['vocational', ['中职', '职高', '职业高中', '中等职业', '中等职业学校']],
  ['special', ['特教', '特殊教育', '特殊教育学校']],
])

const LEAVING: readonly (readonly [RegExp, PostEndReason])[] = [
  [/退休|离休|病退/, 'retired'],
  [/调(出|离|往|到)(本区|外区|区外|市外|外省)/, 'left-district'],
  [/调出|调离|调走|调动|转出/, 'transferred'],
  [/离职|辞职|辞退|解聘|合同(终止|到期|期满)/, 'resigned'],
  [/去世|病故|死亡|离校|除名|开除/, 'other'],
]

const PAUSES: readonly (readonly [RegExp, PauseKind])[] = [
  [/产假|生育假|哺乳假/, 'maternity'],
  [/病假|病休|工伤/, 'sick'],
  [/进修|脱产|读研|访学/, 'study'],
  [/借调|借出|抽调|挂职/, 'secondment'],
  [/援藏|援疆|援外|援青|支教|援派/, 'aid'],
  [/事假|育儿假|停薪留职|内退|待岗|外派|长假|休假/, 'other'],
]

export type StatusWord =
  | { readonly is: 'active' }
  | { readonly is: 'leaving'; readonly reason: PostEndReason }
  | { readonly is: 'paused'; readonly kind: PauseKind }
  | { readonly is: 'to-be-verified' }

/** 在岗状态 in words; null for words nobody knows. 返聘 works on, and 拟退休 has not left. */
export function statusOf(text: string): StatusWord | null {
  const t = text.normalize('NFKC').replace(/\s/g, '')
  if (/返聘/.test(t)) return { is: 'active' }
  if (/待核|待定|不详|拟|即将|预计|不在岗|不在职|^否$/.test(t)) return { is: 'to-be-verified' }
  const pause = PAUSES.find(([pattern]) => pattern.test(t))
  if (pause !== undefined) return { is: 'paused', kind: pause[1] }
  const leaving = leavingOf(t)
  if (leaving !== null) return { is: 'leaving', reason: leaving }
  return /^(在职在岗|在编在岗|正常在岗|在岗在职|在岗|在职|在校|在园|正常|是|1)/.test(t) ? { is: 'active' } : null
}

export const leavingOf = (text: string): PostEndReason | null => LEAVING.find(([pattern]) => pattern.test(text))?.[1] ?? null
