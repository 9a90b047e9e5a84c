// The supervision file against what is asked: one line a figure, its verdict, and what is missing to reach or to say it.
// For the district as a whole, or for one school; whole numbers only where a share is judged.

import type { PersonId } from '../ids.ts'
import type { Fraction } from '../rotation/share-verdict.ts'
import { compareWith, leastWith } from '../targets/verdict.ts'
import type { SupervisionItem } from './items.ts'
import type { SchoolFile, SupervisionAnswer } from './supervision-report.ts'

export type SupervisionMissing =
  | 'no-certificates'
  | 'backbone-open'
  | 'no-pupils'
  | 'no-list'
  | 'nobody-moved'
  | 'undetermined-people'
  | 'not-kept'
  | 'district-only'
  | 'one-school'
  | 'nobody-counted'
  | 'no-schools'

export interface JudgedLine {
  readonly item: SupervisionItem
  readonly verdict: 'met' | 'unmet' | 'undetermined'
  /** How many of how many; null where the figure is no share of people. */
  readonly has: number | null
  readonly of: number | null
  /** The most that count, where open questions let more or fewer in; null where nothing is open. */
  readonly hasAtMost: number | null
  /** The smallest and the largest share, where open questions decide between several; empty where nothing is open. */
  readonly extremes: readonly Fraction[]
  /** With part-cycle teachers taken by time, where that differs. */
  readonly hasByTime: number | null
  /** How many more people it takes to reach a share; null where nobody can say or it is no share. */
  readonly short: number | null
  /** The fewest it could take, where open questions decide; else as many. */
  readonly shortAtLeast: number | null
  /** How many of those nobody can say of yet. */
  readonly unknown: number
  /** A coefficient in thousandths. */
  readonly thousandths: number | null
  /** Schools that do not reach it, by name; for figures asked of every school. */
  readonly schools: readonly string[]
  /** How many more each of those schools needs, for figures asked of every school. */
  readonly need: readonly { readonly school: string; readonly more: number }[]
  /** Schools that have not said how many pupils they have. */
  readonly withoutPupils: readonly string[]
  /** Who makes the figure, and who does only by some answers to open questions; ids, for shares of rotation. */
  readonly people: readonly PersonId[]
  readonly perhaps: readonly PersonId[]
  readonly missing: readonly SupervisionMissing[]
}

const nothing = {
  has: null,
  of: null,
  hasAtMost: null,
  extremes: [],
  hasByTime: null,
  short: null,
  shortAtLeast: null,
  unknown: 0,
  thousandths: null,
  schools: [],
  need: [],
  withoutPupils: [],
  people: [],
  perhaps: [],
  missing: [],
} as const
const sum = (schools: readonly SchoolFile[], of: (s: SchoolFile) => number): number => schools.reduce((n, s) => n + of(s), 0)
const verdictOf = (missing: readonly SupervisionMissing[], met: boolean): JudgedLine['verdict'] =>
  missing.length > 0 ? 'undetermined' : met ? 'met' : 'unmet'
const reaches = (has: number, of: number, item: SupervisionItem): boolean => of > 0 && compareWith({ has, of }, item.atLeast ?? '0') >= 0

const shortOf = (n: number | null): Pick<JudgedLine, 'short' | 'shortAtLeast'> => ({ short: n, shortAtLeast: n })

/** How many 骨干 more until people × 100 ≥ least × pupils. */
const needed = (s: SchoolFile, item: SupervisionItem): number | null =>
  s.pupils === null ? null : Math.max(0, Math.ceil(leastWith(s.pupils.count, item.atLeast ?? '0') / 100) - s.backbone.length)

function hoursLine(item: SupervisionItem, schools: readonly SchoolFile[]): JudgedLine {
  const [has, of, byTime] = [sum(schools, (s) => s.met), sum(schools, (s) => s.counted), sum(schools, (s) => s.metByTime)]
  // Of some nobody can say yet: as long as the share could be reached with them, it is not judged.
  const unknown = sum(schools, (s) => s.short.filter((p) => p.is === 'undetermined').length)
  const open = !reaches(has, of, item) && unknown > 0 && reaches(has + unknown, of, item)
  const missing: SupervisionMissing[] = of === 0 ? ['nobody-counted'] : open ? ['undetermined-people'] : []
  return {
    ...nothing,
    item,
    has,
    of,
    hasByTime: byTime === has ? null : byTime,
    ...shortOf(Math.max(0, leastWith(of, item.atLeast ?? '0') - has)),
    unknown,
    missing,
    verdict: verdictOf(missing, reaches(has, of, item)),
    schools: schools.filter((s) => s.met < s.counted).map((s) => s.name),
  }
}

function shareLine(item: SupervisionItem, answer: SupervisionAnswer): JudgedLine {
  const share = answer.shares.find((s) => s.of === (item.figure === 'rotation-eligible' ? 'eligible' : 'movers'))
  if (share === undefined) return { ...nothing, item, verdict: 'undetermined', missing: ['district-only'] }
  const missing = share.missing.map((m): SupervisionMissing =>
    m === 'nobody-moved' ? 'nobody-moved' : m === 'population' ? 'backbone-open' : 'no-list',
  )
  const { part, whole, short, names, maybe } = share
  const unclear = part.low !== part.high || whole.low !== whole.high
  return {
    ...nothing,
    item,
    verdict: share.is,
    has: part.low,
    of: whole.low,
    hasAtMost: unclear ? part.high : null,
    extremes: unclear ? (share.extremes ?? []) : [],
    people: names,
    perhaps: maybe,
    ...(missing.includes('no-list') || missing.includes('nobody-moved') ? {} : { short: short.high, shortAtLeast: short.low }),
    missing: [...new Set(missing)],
  }
}

function spreadLine(item: SupervisionItem, answer: SupervisionAnswer): JudgedLine {
  const spread = answer.spreads.find((s) => item.stages.includes(s.stage))
  const missing: SupervisionMissing[] = [
    ...(answer.backboneOpen ? (['backbone-open'] as const) : []),
    ...((spread?.withoutPupils.length ?? 0) > 0 ? (['no-pupils'] as const) : []),
    ...((spread?.schools ?? 0) < 2 ? (['one-school'] as const) : []),
  ]
  const thousandths = spread?.thousandths ?? null
  return {
    ...nothing,
    item,
    thousandths,
    missing,
    withoutPupils: spread?.withoutPupils ?? [],
    verdict:
      thousandths === null ? 'undetermined' : verdictOf(missing, compareWith({ has: thousandths, of: 1000 }, item.atMost ?? '1') <= 0),
  }
}

function certifiedLine(item: SupervisionItem, { schools, certificatesKept }: SupervisionAnswer): JudgedLine {
  const [has, of] = [sum(schools, (s) => s.certified), sum(schools, (s) => s.teachers)]
  const missing: SupervisionMissing[] = of === 0 ? ['nobody-counted'] : certificatesKept ? [] : ['no-certificates']
  return {
    ...nothing,
    item,
    has,
    of,
    missing,
    ...shortOf(certificatesKept ? Math.max(0, leastWith(of, item.atLeast ?? '0') - has) : null),
    verdict: verdictOf(missing, reaches(has, of, item)),
    schools: certificatesKept ? schools.filter((s) => s.certified < s.teachers).map((s) => s.name) : [],
  }
}

function backboneLine(item: SupervisionItem, { schools, backboneOpen }: SupervisionAnswer): JudgedLine {
  const missing: SupervisionMissing[] = [
    ...(backboneOpen ? (['backbone-open'] as const) : []),
    ...(schools.some((s) => s.pupils === null) ? (['no-pupils'] as const) : []),
    ...(schools.length === 0 ? (['no-schools'] as const) : []),
  ]
  const short = schools.filter((s) => (needed(s, item) ?? 0) > 0)
  const verdict = short.length > 0 && !backboneOpen ? 'unmet' : verdictOf(missing, true)
  return {
    ...nothing,
    item,
    has: schools.filter((s) => needed(s, item) === 0).length,
    of: schools.length,
    missing,
    schools: short.map((s) => s.name),
    withoutPupils: schools.filter((s) => s.pupils === null).map((s) => s.name),
    need: short.map((s) => ({ school: s.name, more: needed(s, item) ?? 0 })),
    verdict,
  }
}

export function judgedLine(item: SupervisionItem, answer: SupervisionAnswer): JudgedLine {
  switch (item.figure) {
    case 'hours':
      return hoursLine(item, answer.schools)
    case 'rotation-eligible':
    case 'rotation-backbone':
      return shareLine(item, answer)
    case 'certified':
      return certifiedLine(item, answer)
    case 'backbone-per-hundred':
      return backboneLine(item, answer)
    case 'spread':
      return spreadLine(item, answer)
    case 'funds':
      return { ...nothing, item, verdict: 'undetermined', missing: ['not-kept'] }
  }
}
