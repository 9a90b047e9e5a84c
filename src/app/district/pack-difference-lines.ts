// What a pack adds, changes and ends, as lines of a list: rules and settings say what they say before and after, other items which
// fields differ. Counts first; most telling kinds first in the order of the parts. Pure.

import { differences, type ItemDifference } from '../../domain/policy-change/pack-differences.ts'
import type { Laid } from '../../domain/policy/laid-over.ts'
import type { Rule, SettingKey, Settings } from '../../domain/policy/policy.ts'
import { district } from '../text/district.ts'
import { nounSettingNames } from '../text/noun-settings.ts'
import { packDifferences as words } from '../text/policy-page.ts'
import { ruleWords, settingWords } from './rule-words.ts'

export interface DifferenceLine {
  readonly key: string
  readonly title: string
  readonly note: string
}
export interface DifferenceLines {
  /** Empty where nothing differs. */
  readonly counts: string
  readonly lines: readonly DifferenceLine[]
}

const settingNames: Readonly<Record<string, string>> = { ...district.rules.settingNames, ...nounSettingNames }
const KINDS = ['added', 'changed', 'ended', 'gone'] as const
/** What the sentence of a rule or a setting says already. */
const SAID = /^(value|standIn|options|type|per|unit|window|direction|minimum|factor|atMost)(\.|$)/

export function differenceLines(
  before: Laid,
  after: Laid,
  kinds: Readonly<Record<ItemDifference['is'], string>> = words.kinds,
): DifferenceLines {
  const found = differences(before, after)
  const counts = KINDS.map((kind) => ({ kind: kinds[kind], n: found.filter((one) => one.is === kind).length }))
  return {
    counts: words.counts(counts.filter(({ n }) => n > 0)),
    lines: found.map((one) => ({
      key: `${one.part} ${one.id}`,
      title: words.item(kinds[one.is], words.parts[one.part], one.part === 'settings' ? (settingNames[one.id] ?? one.id) : one.title),
      note: noteOf(one, before, after),
    })),
  }
}

function noteOf(one: ItemDifference, before: Laid, after: Laid): string {
  const [was, will] = [sentence(one, before), sentence(one, after)]
  const said = was === will ? (one.is === 'changed' ? [] : will === null ? [] : [will]) : [inWords(one, was, will)]
  const left = was === null && will === null ? one.fields : one.fields.filter(({ field }) => !SAID.test(field))
  const fields = left.map(({ field, was: from, will: to }) => fieldLine(field, from, to))
  const startsAnew = one.is === 'added' && one.from !== null ? [words.since(one.from)] : []
  return [...new Set([...said, ...fields, ...startsAnew])].join('；')
}

const inWords = (one: ItemDifference, was: string | null, will: string | null): string =>
  one.is === 'added' ? (will ?? '') : one.is === 'gone' ? (was ?? '') : words.between(was, will)

/** Where something stands in a document, and what was asked, is long: that it changed is enough here. */
const fieldLine = (field: string, was: string | null, will: string | null): string =>
  field === 'question' || field.indexOf('source.') === 0 || (was === null && will === null)
    ? words.fieldChanged(words.field(field))
    : words.fieldBetween(words.field(field), was, will)

/** What a rule or a setting says; null for other items. */
function sentence(one: ItemDifference, of: Laid): string | null {
  if (one.part === 'rules') {
    const rule = of.rules.filter((r) => r.id === one.id).pop() as Rule | undefined
    return rule === undefined ? null : ruleWords(rule)
  }
  if (one.part !== 'settings') return null
  const setting = of.settings[one.id as SettingKey] as Settings[SettingKey] | undefined
  return setting === undefined ? null : settingWords(one.id as SettingKey, setting)
}
