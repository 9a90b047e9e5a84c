// What a pack must be before it may be published: shape, days in order, ids once, caps nested or disjoint, cycles apart,
// and nothing assumed or open without its question. Returns every fault; an empty list means it may be loaded.

import { z } from 'zod/mini'
import { isDay } from '../day.ts'
import { parseCredits, parseHours } from '../hours.ts'
import { capFaults } from './caps-fit.ts'
import type { Mark } from './cited.ts'
import { indicatorFaults } from '../targets/indicator.ts'
import { Pack, type Cycle, type Rule } from './policy.ts'

export interface PackFault {
  readonly code:
    | 'unknown-level'
    | 'unknown-title'
    | 'unknown-population'
    | 'unknown-studio'
    | 'unknown-programme'
    | 'no-denominator'
    | 'needless-denominator'
    | 'target-without-day'
    | 'least-over-most'
    | 'shape'
    | 'day'
    | 'id-twice'
    | 'caps-cross'
    | 'cycles-overlap'
    | 'silent-value'
    | 'no-question'
    | 'no-source'
    | 'amount'
    | 'factor'
    | 'offset-target'
    | 'headline'
  readonly where: string
}

interface Dated {
  readonly from: string
  readonly to: string | null
}

const overlap = (a: Dated, b: Dated): boolean => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)

/** `outer`: the layers it will be merged onto, for what only the whole can show (an offset's target). */
export function checkPack(input: unknown, outer: readonly Pack[] = []): PackFault[] {
  const parsed = z.safeParse(Pack, input)
  if (!parsed.success) return parsed.error.issues.map((i) => ({ code: 'shape', where: i.path.join('.') }))
  const pack = parsed.data
  const faults: PackFault[] = []
  const fault = (code: PackFault['code'], where: string): void => void faults.push({ code, where })
  const dated = (x: Dated, where: string): void => {
    if (!isDay(x.from) || (x.to !== null && (!isDay(x.to) || x.to < x.from))) fault('day', where)
  }
  if (!isDay(pack.published)) fault('day', 'published')
  const levels = new Set([pack, ...outer].flatMap((p) => p.levels.map((l) => l.level)))
  pack.rules.forEach((r, k) => {
    const where = `rule ${r.id}`
    dated(r, where)
    if (r.source.document === '') fault('no-source', where)
    if (isOurs(r.mark) && (r.question ?? '') === '') fault('no-question', where)
    if (pack.rules.some((other, j) => j < k && other.id === r.id && overlap(other, r))) fault('id-twice', where)
    if (levelsNamed(r).some((level) => !levels.has(level))) fault('unknown-level', where)
    for (const code of ruleFaults(r, [...pack.rules, ...outer.flatMap((o) => o.rules)])) fault(code, where)
  })
  for (const [key, s] of Object.entries(pack.settings)) {
    if (s === undefined) continue
    const where = `setting ${key}`
    dated(s, where)
    if (s.source.document === '') fault('no-source', where)
    if (s.mark === 'to-be-confirmed' ? s.value !== null : s.value === null) fault('silent-value', where)
    if (isOurs(s.mark) && (s.question ?? '') === '') fault('no-question', where)
    for (const e of s.earlier ?? []) dated(e, where)
  }
  for (const list of cycleLists(pack)) if (cyclesOverlap(list)) fault('cycles-overlap', 'setting cycles')
  pack.levels.forEach((l, k) => {
    if (pack.levels.findIndex((other) => other.level === l.level) !== k) fault('id-twice', `level ${l.level}`)
    if ([l.mark, l.routeMark, l.exportMark].some(isOurs) && (l.question ?? '') === '') fault('no-question', `level ${l.level}`)
    if (l.exportMark === 'to-be-confirmed' && l.exportCode !== null) fault('silent-value', `level ${l.level}`)
  })
  if (new Set(pack.questions.map((q) => q.id)).size < pack.questions.length) fault('id-twice', 'questions')
  for (const where of capFaults(pack.rules)) fault('caps-cross', where)
  for (const { code, where } of indicatorsFaults(pack, outer)) fault(code, where)
  return faults
}

/** Indicators that cannot be counted as written, or count titles that no layer names. */
function indicatorsFaults(pack: Pack, outer: readonly Pack[]): PackFault[] {
  const layers = [pack, ...outer]
  const rungs = new Set(layers.flatMap((l) => l.parts?.tiers ?? []).map((r) => r.id))
  const populations = new Set(layers.flatMap((l) => l.parts?.populations ?? []).map((p) => p.id))
  const studios = new Set(layers.flatMap((l) => l.parts?.studioKinds ?? []).map((s) => s.id))
  const programmes = new Set(layers.flatMap((l) => l.parts?.programmes ?? []).map((p) => p.id))
  return (pack.parts?.indicators ?? []).flatMap((i) => {
    const where = `indicator ${i.id}`
    const measures = [i.numerator, i.denominator]
    const titles = measures.filter((m) => m?.of === 'titles')
    return [
      ...indicatorFaults(i).map((code) => ({ code, where })),
      ...titles
        .flatMap((m) => (m.rungs ?? []).filter((ref) => !rungs.has(ref.split(':')[0] ?? '')))
        .map(() => ({ code: 'unknown-title', where }) as const),
      ...measures
        .filter((m) => m?.of === 'studios' && m.kinds.some((kind) => !studios.has(kind)))
        .map(() => ({ code: 'unknown-studio', where }) as const),
      ...measures
        .filter((m) => m?.of === 'programme' && !programmes.has(m.programme))
        .map(() => ({ code: 'unknown-programme', where }) as const),
      ...titles
        .filter((m) => m.population !== undefined && !populations.has(m.population))
        .map(() => ({ code: 'unknown-population', where }) as const),
    ]
  })
}

const isOurs = (mark: Mark): boolean => mark === 'assumed' || mark === 'to-be-confirmed'

/** The levels a rule speaks of: a district without 片区 has no hours of one, and a rule about them would never hold. */
const levelsNamed = (r: Rule) => [
  ...('filter' in r ? (r.filter?.levels ?? []) : []),
  ...(r.type === 'offset' ? (r.fromFilter.levels ?? []) : []),
]

function ruleFaults(r: Rule, all: readonly Rule[]): PackFault['code'][] {
  if (r.type === 'minimum' && (r.unit === 'hours' ? parseHours(r.value) : parseCredits(r.value)) === null) return ['amount']
  if (r.type === 'minimum' && r.headline === true && (r.unit !== 'hours' || r.filter !== undefined)) return ['headline']
  if (r.type === 'cap' && parseHours(r.value) === null) return ['amount']
  if (r.type === 'conversion' && (r.factor.den <= 0 || r.factor.num < 0)) return ['factor']
  if (r.type === 'offset' && !all.some((m) => m.type === 'minimum' && m.id === r.toMinimum)) return ['offset-target']
  return []
}

function cycleLists(pack: Pack): Cycle[][] {
  const s = pack.settings.cycles
  return s === undefined ? [] : [...(s.value === null ? [] : [s.value]), ...(s.options ?? [])]
}

/** True where cycles overlap or end before they begin: an entry would count in two, or in none. */
export function cyclesOverlap(cycles: readonly Cycle[]): boolean {
  const inOrder = [...cycles].sort((a, b) => (a.first < b.first ? -1 : 1))
  return inOrder.some((c, k) => c.last < c.first || (inOrder[k - 1]?.last ?? '') >= c.first)
}
