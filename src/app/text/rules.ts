// Rules and verdicts in words: what a verdict says, why, what is missing to say it, and where a rule comes from.

import type { Effect } from '../../domain/evaluate/rules/effect.ts'
import type { Missing, Reason, Verdict } from '../../domain/evaluate/rules/minimum.ts'
import { formatTenths, type Tenths } from '../../domain/hours.ts'
import type { Source } from '../../domain/policy/cited.ts'
import type { Policy } from '../../domain/policy/policy.ts'

export const unitWords: Readonly<Record<Verdict['unit'], string>> = { hours: '学时', credits: '学分' }

/** What has to be known or confirmed first, and by whom. */
export const missingWords: Readonly<Record<Missing, string>> = {
  history: '以前的学时还没核对确认。请在“记录”里的“历史学时”核对，或由学校师训专干代为确认。',
  'history-years': '以前的学时有一部分没有写明是哪年的，请学校师训专干按年度补登。',
  credits: '有证书没有写学分，不能换算，请看证书后补上。',
  'pause-undated': '暂停（产假、病假等）没有写起止日，请学校师训专干补上。',
  'part-cycle': '周期中途参加工作，要求按整个周期还是按在岗时间折算，待区确认。',
  'pause-extends': '暂停是否顺延周期，待区确认。',
  role: '这条只约束担任某个岗位的人，是否担任请学校师训专干确认。',
  'worked-since': '参加工作时间没有填，请学校师训专干补上。',
  'no-cycle': '本区的周期从哪天到哪天还没定，待区确认。',
  'no-rule': '本区对这个周期的学时要求还没定，待区确认。',
}

const amount = (n: number, unit: Verdict['unit']): string => `${formatTenths(n as Tenths)} ${unitWords[unit]}`

/** `ruleTitle` names the rule of a reduction. */
export function reasonWords(reason: Reason, unit: Verdict['unit'], ruleTitle: (rule: string) => string): string {
  switch (reason.code) {
    case 'short':
      return `还差 ${amount(reason.short, unit)}`
    case 'reduced':
      return `按“${ruleTitle(reason.rule)}”少计 ${amount(reason.by, unit)}`
    case 'pending':
      return `待审的都通过后再加 ${amount(reason.would, unit)}`
  }
}

export const effectWords: Readonly<Record<Effect['type'], string>> = {
  exclusion: '不计入',
  attendance: '出勤不足，不计入',
  'once-only': '同一项只计一次',
  conversion: '按规定折算',
  cap: '超出上限的部分不计入',
}

const LAYERS: Readonly<Record<string, string>> = { national: '国家', chongqing: '重庆市' }

/**
 * 'national@2026-11+chongqing@2026-11+yuzhong@2026-11' → '渝中区 2026-11（国家 2026-11、重庆市 2026-11）'; what the district has decided
 * since ('lateBy@2026-11-22=03-31') is said by its number and its latest day, a pack it published by its version. Other forms as they are.
 */
export function versionWords(policy: Pick<Policy, 'version' | 'district'>): string {
  const parts = policy.version.split(/[+](?=[A-Za-z][\w.-]*@\d{4}-)/)
  const layers = parts.filter((part) => !DECIDED.test(part)).map((part) => part.split('@'))
  const days = parts.flatMap((part) => DECIDED.exec(part)?.[1] ?? []).sort()
  // Outer layers first, then the district's own, then the packs it published over it.
  const outer = layers.filter(([id = '']) => LAYERS[id] !== undefined).map(([id = '', version = '']) => `${LAYERS[id] ?? id} ${version}`)
  const [own, ...packs] = layers.slice(outer.length).map(([, version]) => version)
  if (
    own === undefined ||
    layers.some(([id = '', version], at) => version === undefined || (LAYERS[id] !== undefined) !== at < outer.length)
  )
    return policy.version
  const latest = days[days.length - 1]
  const published = packs.length === 0 ? '' : `，另有区里发布的规则包 ${packs.map(String).join('、')}`
  const decided = latest === undefined ? '' : `，另有区里发布的设定 ${String(days.length)} 项，最近的从 ${latest} 起`
  return `${policy.district.name} ${own}${outer.length === 0 ? '' : `（${outer.join('、')}）`}${published}${decided}`
}
const DECIDED = /^[^@]+@(\d{4}-\d{2}-\d{2})=/

export const sourceWords = (source: Source): string =>
  source.number === null || source.document.includes(source.number) ? source.document : `${source.document}（${source.number}）`
export const quoted = (source: Source): string | undefined => (source.quote === null ? undefined : `“${source.quote}”`)
