// What kind of school a name speaks of, for a school that an import opens: a proposal shown in the dry run, changed later by the district.
// What the name does not say stays unknown; nothing is guessed from its people.

import type { Stage } from '../../domain/dossier.ts'
import type { Place, SchoolKind } from '../../domain/school-file.ts'

const BY_WORD: readonly (readonly [RegExp, SchoolKind, Stage])[] = [
  [/幼儿园|幼稚园|托儿所/, 'kindergarten', 'kindergarten'],
  [/教学点/, 'teaching-point', 'primary'],
  [/进修学院|进修校|进修学校|教研/, 'institute', 'unknown'],
  [/特殊教育|特教|聋|盲|启智/, 'special', 'special'],
  [/职业|职教|中专|技工/, 'vocational', 'vocational'],
  [/九年/, 'nine-year', 'unknown'],
  [/中心校|中心小学|中心学校/, 'central', 'primary'],
  [/村小|村完小|村小学/, 'village', 'primary'],
  [/校区|分校/, 'campus', 'unknown'],
  [/初级中学|初中/, 'junior', 'junior'],
  [/高级中学|高中|完全中学/, 'senior', 'senior'],
  [/小学|完小/, 'primary', 'primary'],
  [/中学/, 'junior', 'unknown'],
]

export function kindOfSchool(name: string): { kind: SchoolKind; stage: Stage; place: Place } {
  const [, kind, stage] = BY_WORD.find(([word]) => word.test(name)) ?? [null, 'primary' as const, 'unknown' as const]
  return { kind, stage, place: kind === 'teaching-point' || kind === 'village' ? 'rural' : 'unknown' }
}

/** The school a teaching point, village school or campus belongs to: the one whose whole name its own begins with; the longest such. */
export function parentByName<T extends { readonly name: string }>(name: string, schools: readonly T[]): T | null {
  if (!['teaching-point', 'village', 'campus'].includes(kindOfSchool(name).kind)) return null
  const above = schools.filter((s) => s.name !== name && s.name.length >= 4 && name.startsWith(s.name))
  return above.sort((a, b) => b.name.length - a.name.length)[0] ?? null
}
