// The supervision file against what is asked: one line a figure, its verdict, and what is missing to reach or to say it.
// For the district as a whole, or for one school; whole numbers only where a share is judged.

import { compareWith } from '../targets/verdict.ts'
import type { SupervisionItem } from './items.ts'
import type { SchoolFile, SupervisionAnswer } from './supervision-report.ts'

export type SupervisionMissing = 'no-certificates' | 'backbone-open' | 'no-pupils' | 'no-list' | 'nobody-moved' | 'undetermined-people' | 'not-kept' | 'district-only' | 'one-school'

export interface JudgedLine {
  readonly item: SupervisionItem
  readonly verdict: 'met' | 'unmet' | 'undetermined'
  /** How many of how many; null where the figure is no share of people. */
  readonly has: number | null
  readonly of: number | null
  /** With part-cycle teachers taken by time, where that differs. */
  readonly hasByTime: number | null
  /** A coefficient in thousandths. */
  readonly thousandths: number | null
  /** Schools that do not reach it, by name; for figures asked of every school. */
  readonly schools: readonly string[]
  readonly missing: readonly SupervisionMissing[]
}

const nothing = { has: null, of: null, hasByTime: null, thousandths: null, schools: [], missing: [] } as const
const sum = (schools: readonly SchoolFile[], of: (s: SchoolFile) => number): number => schools.reduce((n, s) => n + of(s), 0)
const verdictOf = (missing: readonly SupervisionMissing[], met: boolean): JudgedLine['verdict'] => (missing.length > 0 ? 'undetermined' : met ? 'met' : 'unmet')
const reaches = (has: number, of: number, item: SupervisionItem): boolean => of > 0 && compareWith({ has, of }, item.atLeast ?? '0') >= 0

/** 骨干 per hundred pupils reaches the least: people × 100 ≥ least × pupils. */
const enough = (s: SchoolFile, item: SupervisionItem): boolean | null => (s.pupils === null ? null : compareWith({ has: s.backbone.length * 100, of: s.pupils.count }, item.atLeast ?? '0') >= 0)

function hoursLine(item: SupervisionItem, schools: readonly SchoolFile[]): JudgedLine {
  const [has, of, byTime] = [sum(schools, (s) => s.met), sum(schools, (s) => s.counted), sum(schools, (s) => s.metByTime)]
  // Of some nobody can say yet: as long as the share could be reached with them, it is not judged.
  const unknown = sum(schools, (s) => s.short.filter((p) => p.is === 'undetermined').length)
  const open = !reaches(has, of, item) && unknown > 0 && reaches(has + unknown, of, item)
  return {
    ...nothing, item, has, of, hasByTime: byTime === has ? null : byTime, missing: open ? ['undetermined-people'] : [],
    verdict: verdictOf(open ? ['undetermined-people'] : [], reaches(has, of, item)), schools: schools.filter((s) => s.met < s.counted).map((s) => s.name),
  }
}

function shareLine(item: SupervisionItem, answer: SupervisionAnswer): JudgedLine {
  const share = answer.shares.find((s) => s.of === (item.figure === 'rotation-eligible' ? 'eligible' : 'movers'))
  if (share === undefined) return { ...nothing, item, verdict: 'undetermined', missing: ['district-only'] }
  const missing = share.missing.map((m): SupervisionMissing => (m === 'nobody-moved' ? 'nobody-moved' : m === 'population' ? 'backbone-open' : 'no-list'))
  return { ...nothing, item, verdict: share.is, has: share.part.low, of: share.whole.low, missing: [...new Set(missing)] }
}

function spreadLine(item: SupervisionItem, answer: SupervisionAnswer): JudgedLine {
  const spread = answer.spreads.find((s) => item.stages.includes(s.stage))
  const missing: SupervisionMissing[] = [...(answer.backboneOpen ? (['backbone-open'] as const) : []), ...((spread?.withoutPupils.length ?? 0) > 0 ? (['no-pupils'] as const) : []), ...((spread?.schools ?? 0) < 2 ? (['one-school'] as const) : [])]
  const thousandths = spread?.thousandths ?? null
  return { ...nothing, item, thousandths, missing, schools: spread?.withoutPupils ?? [], verdict: thousandths === null ? 'undetermined' : verdictOf(missing, compareWith({ has: thousandths, of: 1000 }, item.atMost ?? '1') <= 0) }
}

function certifiedLine(item: SupervisionItem, { schools, certificatesKept }: SupervisionAnswer): JudgedLine {
  const [has, of] = [sum(schools, (s) => s.certified), sum(schools, (s) => s.teachers)]
  const missing: SupervisionMissing[] = certificatesKept ? [] : ['no-certificates']
  return { ...nothing, item, has, of, missing, verdict: verdictOf(missing, reaches(has, of, item)), schools: certificatesKept ? schools.filter((s) => s.certified < s.teachers).map((s) => s.name) : [] }
}

function backboneLine(item: SupervisionItem, { schools, backboneOpen }: SupervisionAnswer): JudgedLine {
  const missing: SupervisionMissing[] = [...(backboneOpen ? (['backbone-open'] as const) : []), ...(schools.some((s) => s.pupils === null) ? (['no-pupils'] as const) : [])]
  const short = schools.filter((s) => enough(s, item) === false)
  const verdict = short.length > 0 && !backboneOpen ? 'unmet' : verdictOf(missing, schools.length > 0)
  return { ...nothing, item, has: schools.filter((s) => enough(s, item) === true).length, of: schools.length, missing, schools: short.map((s) => s.name), verdict }
}

export function judgedLine(item: SupervisionItem, answer: SupervisionAnswer): JudgedLine {
  switch (item.figure) {
    case 'hours': return hoursLine(item, answer.schools)
    case 'rotation-eligible': case 'rotation-backbone': return shareLine(item, answer)
    case 'certified': return certifiedLine(item, answer)
    case 'backbone-per-hundred': return backboneLine(item, answer)
    case 'spread': return spreadLine(item, answer)
    case 'funds': return { ...nothing, item, verdict: 'undetermined', missing: ['not-kept'] }
  }
}
