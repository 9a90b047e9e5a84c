// What a pack adds, changes and ends: two states of a policy compared item by item, and the state a pack would leave, laid over the
// policy in force as the server lays it (what the district confirmed by itself goes over the pack). Pure; says nothing in words.

import { withAttendance } from '../policy/attendance-rules.ts'
import { byFirstDay, overridden, type SettingOverride } from '../policy/merge.ts'
import { laidOver, nothing, type Laid } from '../policy/laid-over.ts'
import { eachPart, type Parts } from '../policy/parts.ts'
import type { Pack, Policy, Settings } from '../policy/policy.ts'

export type DifferencePart = 'rules' | 'settings' | 'levels' | 'questions' | 'words' | keyof Parts

/** One field that differs; null where it was not there, or is no number, day or text. */
export interface FieldDifference {
  /** Its path, lists left out: 'value', 'target.least', 'source.document'. */
  readonly field: string
  readonly was: string | null
  readonly will: string | null
}

export interface ItemDifference {
  readonly part: DifferencePart
  readonly id: string
  /** The item's own title or name; a setting's key and a word's. */
  readonly title: string
  /** ended: it has a last day now and had none. gone: the later state has no such item. */
  readonly is: 'added' | 'changed' | 'ended' | 'gone'
  /** First day, of what is added or changed and has one. */
  readonly from: string | null
  /** Empty for what was added or is gone. */
  readonly fields: readonly FieldDifference[]
}

/** The policy that would hold with the pack published; `overrides` as the district's file keeps them. */
export function withPack(policy: Policy, pack: Pack, overrides: readonly SettingOverride[]): Policy {
  const laid = laidOver(policy, pack)
  const again = overrides.filter((o) => Object.prototype.hasOwnProperty.call(pack.settings, o.key))
  const settings = byFirstDay(again).reduce<Settings>((so, one) => overridden(so, one) ?? so, laid.settings as Settings)
  return { ...policy, ...laid, parts: laid.parts as Policy['parts'], settings, rules: withAttendance({ ...laid, settings }) }
}

/** The states before and after a published pack, of what packs published by the district say; the built-in layers are left out. */
export function aroundPack(pack: Pack, earlier: readonly Pack[]): { readonly before: Laid; readonly after: Laid } {
  const before = earlier.reduce<Laid>(laidOver, nothing())
  return { before, after: laidOver(before, pack) }
}

/** Every item that is not the same, part by part: rules, settings, then what nouns keep, levels, questions, words. */
export function differences(before: Laid, after: Laid): ItemDifference[] {
  const lists = (of: Laid): Map<DifferencePart, Map<string, object[]>> => {
    const parts = new Map<DifferencePart, Map<string, object[]>>()
    parts.set(
      'rules',
      byId(of.rules, (r) => r.id),
    )
    parts.set(
      'settings',
      byId(
        Object.entries(of.settings),
        ([key]) => key,
        ([, value]) => value,
      ),
    )
    eachPart((noun) =>
      parts.set(
        noun,
        byId(of.parts[noun], (item) => item.id),
      ),
    )
    parts.set(
      'levels',
      byId(of.levels, (l) => l.level),
    )
    parts.set(
      'questions',
      byId(of.questions, (q) => q.id),
    )
    parts.set(
      'words',
      byId(
        Object.entries(of.words),
        ([key]) => key,
        ([, word]) => ({ name: word }),
      ),
    )
    return parts
  }
  const then = lists(after)
  return [...lists(before)].flatMap(([part, was]) => {
    const will = then.get(part) ?? new Map<string, object[]>()
    return [...new Set([...was.keys(), ...will.keys()])].flatMap((id) => oneDifference(part, id, was.get(id) ?? [], will.get(id) ?? []))
  })
}

function byId<T>(list: readonly T[], idOf: (t: T) => string, itemOf: (t: T) => unknown = (t) => t): Map<string, object[]> {
  const found = new Map<string, object[]>()
  for (const one of list) {
    const item = itemOf(one)
    if (item === undefined) continue
    found.set(idOf(one), [...(found.get(idOf(one)) ?? []), item as object])
  }
  return found
}

/** Items of one id: mostly one, of a rule one for each span of days. */
function oneDifference(part: DifferencePart, id: string, was: readonly object[], will: readonly object[]): ItemDifference[] {
  const [old, now] = [leaves(was[was.length - 1]), leaves(will[will.length - 1])]
  const told = was.length === will.length && was.every((one, at) => alike(leaves(one), leaves(will[at])))
  if (told) return []
  const named = will.length > 0 ? now : old
  const title = part === 'settings' || part === 'words' ? id : (named.get('title')?.text ?? named.get('name')?.text ?? id)
  const from = will.length > 0 ? (now.get('from')?.text ?? null) : null
  if (was.length === 0 || will.length === 0) return [{ part, id, title, is: was.length === 0 ? 'added' : 'gone', from, fields: [] }]
  const fields = [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, was: old.get(field), will: now.get(field) }))
    .filter((one) => one.was?.text !== one.will?.text)
    .map((one) => ({ field: one.field, was: plain(one.was), will: plain(one.will) }))
  const ended = old.get('to') === undefined && now.get('to') !== undefined
  const spans = was.length === will.length ? [] : [{ field: 'spans', was: String(was.length), will: String(will.length) }]
  return [{ part, id, title, is: ended ? 'ended' : 'changed', from, fields: [...fields, ...spans] }]
}

interface Leaf {
  readonly text: string
  readonly plain: boolean
}

const plain = (leaf: Leaf | undefined): string | null => (leaf?.plain === true ? leaf.text : null)
const alike = (a: Leaves, b: Leaves): boolean => a.size === b.size && [...a].every(([key, leaf]) => b.get(key)?.text === leaf.text)
type Leaves = ReadonlyMap<string, Leaf>

/** The values of an item by their paths; null and what is left out are the same. A list is one value; closed names are not plain. */
function leaves(item: unknown, path = '', into = new Map<string, Leaf>()): Map<string, Leaf> {
  if (item === null || item === undefined) return into
  if (Array.isArray(item)) {
    const said = item.every((one) => typeof one === 'string' && isPlain(one))
    if (item.length > 0) into.set(path, { text: said ? item.join('、') : JSON.stringify(item), plain: said })
  } else if (typeof item === 'object')
    for (const [key, value] of Object.entries(item)) leaves(value, path === '' ? key : `${path}.${key}`, into)
  else {
    const text = String(item as string | number | boolean)
    into.set(path, { text, plain: typeof item === 'number' || (typeof item === 'string' && isPlain(text)) })
  }
  return into
}

/** A number, a day, or words for people; not the closed names of the schema ('cycle', 'held'). */
const isPlain = (text: string): boolean => /^[\d.-]+$/.test(text) || /[\u4e00-\u9fff]/.test(text)
