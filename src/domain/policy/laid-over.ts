// One layer of a policy over another: an inner layer replaces a level, a rule (all of one id), a question, a setting, a word or an item
// of a part of the outer one; nothing else changes. Written once, for the merge of a district and for what a pack would change.

import { eachPart, type Item, type Parts } from './parts.ts'
import type { Pack, Policy } from './policy.ts'

/** What layers are made of: a pack, or a policy in force. */
export type Layer = Pick<Pack, 'levels' | 'rules' | 'questions' | 'settings' | 'words' | 'parts'>
export type Laid = Pick<Policy, 'levels' | 'rules' | 'questions' | 'words'> & {
  readonly settings: Pack['settings']
  readonly parts: Parts
}

/** What the first layer lies over; made when asked for, so that phones that lay nothing over anything do not carry it. */
export const nothing = (): Laid => ({ levels: [], rules: [], questions: [], settings: {}, parts: eachPart(() => []), words: {} })

const LEVEL_ORDER = ['nation', 'city', 'district', 'area', 'school', 'self']

export function laidOver(outer: Laid, layer: Layer): Laid {
  return {
    levels: replacing(outer.levels, layer.levels, (l) => l.level).sort(
      (a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level),
    ),
    rules: replacing(outer.rules, layer.rules, (r) => r.id),
    questions: replacing(outer.questions, layer.questions, (q) => q.id),
    settings: { ...outer.settings, ...layer.settings },
    parts: eachPart((noun) => replacing<Item>(outer.parts[noun], layer.parts?.[noun] ?? [], (item) => item.id)),
    words: { ...outer.words, ...layer.words },
  }
}

/** Inner ones stand where the outer ones of the same key stood; new ones come last. Order matters: caps apply as written. */
function replacing<T>(outer: readonly T[], inner: readonly T[], keyOf: (t: T) => string): T[] {
  const placed = new Set<string>()
  const out = outer.flatMap((t) => {
    const key = keyOf(t)
    const instead = inner.filter((i) => keyOf(i) === key)
    if (instead.length === 0) return [t]
    if (placed.has(key)) return []
    placed.add(key)
    return instead
  })
  return [...out, ...inner.filter((i) => !placed.has(keyOf(i)))]
}
