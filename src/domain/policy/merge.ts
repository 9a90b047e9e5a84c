// National ← city ← district: one policy for a district, as phones receive it.
// How one layer lies over another is in laid-over.ts.
// What the district confirms on its own screen comes last, from its day on, and what held before stays known.

import { z } from 'zod/mini'
import { addDays, day, isDay } from '../day.ts'
import { withAttendance } from './attendance-rules.ts'
import { cyclesOverlap } from './check-pack.ts'
import { laidOver, nothing } from './laid-over.ts'
import { Settings, type Pack, type Policy, type SettingKey } from './policy.ts'

/** A value the district confirmed or changed, as its file keeps it (school-file.ts, SettingFact). */
export interface SettingOverride {
  readonly key: string
  readonly value: string
  readonly from: string
  readonly source: string
}

export class PolicyFault extends Error {}

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
  const { levels, rules, questions, settings, parts, words } = layers.reduce(laidOver, nothing())
  const whole = z.safeParse(Settings, settings)
  if (!whole.success)
    throw new PolicyFault(`${district.id}: ${whole.error.issues.map((i) => i.path.join('.')).join(', ')} missing or wrong`)
  const settled = withOverrides(whole.data, overrides)
  return {
    version: [...layers.map((l) => `${l.id}@${l.version}`), ...overrides.map((o) => `${o.key}@${o.from}=${o.value}`)].join('+'),
    district: { code: district.scope.code, name: district.scope.name },
    levels,
    rules: withAttendance({ rules, settings: settled, words }),
    questions,
    words,
    parts: parts as Policy['parts'],
    settings: settled,
  }
}

/** Settings with the district's own values, each in force from its day on; throws PolicyFault for one that cannot be read. */
export function withOverrides(settings: Settings, overrides: readonly SettingOverride[]): Settings {
  let result = settings
  for (const o of byFirstDay(overrides)) {
    const next = overridden(result, o)
    if (next === null) throw new PolicyFault(`setting ${o.key}: cannot be ${o.value}`)
    result = next
  }
  return result
}

/** In the order in which they come into force. */
export const byFirstDay = (overrides: readonly SettingOverride[]): SettingOverride[] =>
  [...overrides].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

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
