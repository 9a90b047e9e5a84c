// National ← city ← district: one policy for a district, as phones receive it.
// An inner layer replaces a level, a rule (all of one id), a question or a setting of the outer one; nothing else changes.
// What the district confirms on its own screen comes last, from its day on, and what held before stays known.

import { z } from 'zod/mini'
import { addDays, day, isDay } from '../day.ts'
import { cyclesOverlap } from './check-pack.ts'
import { eachPart, type Item } from './parts.ts'
import { Settings, type Pack, type Policy, type Rule, type SettingKey } from './policy.ts'

/** A value the district confirmed or changed, as its file keeps it (school-file.ts, SettingFact). */
export interface SettingOverride {
  readonly key: string
  readonly value: string
  readonly from: string
  readonly source: string
}

export class PolicyFault extends Error {}

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

const LEVEL_ORDER = ['nation', 'city', 'district', 'area', 'school', 'self']

/** `published`: packs the district published itself, each over the one before. Throws PolicyFault when the layers do not fit or leave a setting without even a question. */
export function mergePacks(
  national: Pack,
  city: Pack,
  district: Pack,
  overrides: readonly SettingOverride[] = [],
  published: readonly Pack[] = [],
): Policy {
  if (city.parent !== national.id || district.parent !== city.id)
    throw new PolicyFault(`${district.id} is not below ${city.id} below ${national.id}`)
  const layers = [national, city, district, ...published]
  let levels: Policy['levels'] = []
  let rules: Rule[] = []
  let questions: Policy['questions'] = []
  let settings: Pack['settings'] = {}
  let parts = eachPart((): readonly Item[] => [])
  let words: Record<string, string> = {}
  for (const layer of layers) {
    levels = replacing(levels, layer.levels, (l) => l.level)
    rules = replacing(rules, layer.rules, (r) => r.id)
    questions = replacing(questions, layer.questions, (q) => q.id)
    settings = { ...settings, ...layer.settings }
    const outer = parts
    parts = eachPart((noun) => replacing<Item>(outer[noun], layer.parts?.[noun] ?? [], (item) => item.id))
    words = { ...words, ...layer.words }
  }
  levels.sort((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level))
  const whole = z.safeParse(Settings, settings)
  if (!whole.success)
    throw new PolicyFault(`${district.id}: ${whole.error.issues.map((i) => i.path.join('.')).join(', ')} missing or wrong`)
  return {
    version: [...layers.map((l) => `${l.id}@${l.version}`), ...overrides.map((o) => `${o.key}@${o.from}=${o.value}`)].join('+'),
    district: { code: district.scope.code, name: district.scope.name },
    levels,
    rules,
    questions,
    words,
    parts: parts as Policy['parts'],
    settings: withOverrides(whole.data, overrides),
  }
}

/** Settings with the district's own values, each in force from its day on; throws PolicyFault for one that cannot be read. */
export function withOverrides(settings: Settings, overrides: readonly SettingOverride[]): Settings {
  let result = settings
  for (const o of [...overrides].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const next = overridden(result, o)
    if (next === null) throw new PolicyFault(`setting ${o.key}: cannot be ${o.value}`)
    result = next
  }
  return result
}

/** The settings with one value confirmed, or null when the key is unknown, the day is none, or the value does not fit. */
export function overridden(settings: Settings, o: SettingOverride): Settings | null {
  if (!Object.prototype.hasOwnProperty.call(settings, o.key) || !isDay(o.from)) return null
  const before = settings[o.key as SettingKey]
  const known = before.earlier ?? []
  const earlier =
    before.from < o.from
      ? [{ value: before.value, from: before.from, to: addDays(day(o.from), -1), source: before.source, mark: before.mark }, ...known]
      : known
  for (const value of readings(o.value)) {
    const cited = {
      value,
      from: o.from,
      to: null,
      source: { document: o.source, number: null, quote: null },
      mark: 'stated',
      ...(earlier.length > 0 ? { earlier } : {}),
    }
    const read = z.safeParse(Settings, { ...settings, [o.key]: cited })
    if (read.success && !cyclesOverlap(read.data.cycles.value ?? [])) return read.data
  }
  return null
}

/** The text as it stands, and as JSON where it is JSON ('does-not', '72', '["permanent"]'). */
function readings(text: string): unknown[] {
  try {
    return [text, JSON.parse(text) as unknown]
  } catch {
    // Plain words are no JSON; they are a reading all the same.
    return [text]
  }
}
