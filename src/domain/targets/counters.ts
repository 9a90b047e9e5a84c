// How each measure is counted: from the files at the start, from each person as they come. What is counted is a record on a day,
// never a guess: without a single record of its kind that had begun by the day, a count is `no-records`, not nought: what was only
// written down of later days does not say that the district had kept it by then.

import type { Day } from '../day.ts'
import { entriesOf } from '../evaluate/item.ts'
import type { Dossier } from '../dossier.ts'
import type { Policy } from '../policy/policy.ts'
import { certificatesOf, certifiedOn } from '../registration/certificate.ts'
import { qualificationRecords, qualificationsOn } from '../registration/qualification.ts'
import { programmesBy } from '../programmes/membership.ts'
import type { ReportOn } from '../reports/report.ts'
import { runsOn, studiosOf } from '../studios/studio.ts'
import { isIn, populationOn } from '../tiers/populations.ts'
import { titlesOf, titlesOn, type Title } from '../tiers/title.ts'
import type { Measure } from './indicator.ts'
import { fits, type OnRoll } from './whom.ts'

export interface Counting {
  n: number
  /** Records of the kind begun by the day, in force or not: whether the district keeps it here as far back as that. */
  records: number
  /** People of whom the fact that decides is not known. */
  unknown: number
}

/** Nobody said from which day: taken as from before. */
const begunBy = (from: Day | null, asOf: Day): boolean => from === null || from <= asOf

interface OnePersonOn {
  readonly dossier: Dossier
  readonly onRoll: OnRoll | null
}

type Of<K extends Measure['of']> = Extract<Measure, { of: K }>
interface Counter<M extends Measure> {
  files?(counting: Counting, measure: M, on: ReportOn<unknown>): void
  person?(counting: Counting, measure: M, one: OnePersonOn, on: ReportOn<unknown>): void
}

const people: Counter<Of<'people'>> = {
  person(counting, { who }, { onRoll }) {
    if (onRoll === null) return
    counting.records += 1
    if (fits(onRoll, who)) counting.n += 1
  },
}

function holds(measure: Of<'titles'>, titles: readonly Title[], on: ReportOn<unknown>): boolean {
  const meant = titles.filter((t) => measure.as === 'either' || t.as === measure.as)
  const population = measure.population === undefined ? null : populationOn(on.reference.policy, measure.population, on.asOf)
  if (population !== null && isIn(population, meant)) return true
  return (measure.rungs ?? []).some((ref) => meant.some((t) => ref === t.rung || ref === `${t.rung}:${t.level ?? ''}`))
}

const titles: Counter<Of<'titles'>> = {
  person(counting, measure, { dossier, onRoll }, on) {
    counting.records += titlesOf(dossier).filter((t) => begunBy(t.from, on.asOf)).length
    if (onRoll !== null && fits(onRoll, measure.who) && holds(measure, titlesOn(dossier, on.asOf), on)) counting.n += 1
  },
}

const inYearUntil = (day: Day, asOf: Day): boolean => day <= asOf && day.slice(0, 4) === asOf.slice(0, 4)

const trained: Counter<Of<'trained'>> = {
  person(counting, { who }, { dossier, onRoll }, on) {
    if (onRoll === null || !fits(onRoll, who)) return
    const recognised = entriesOf(dossier).filter((e) => e.state === 'recognised')
    counting.records += recognised.filter((e) => begunBy(e.training.last, on.asOf)).length
    counting.n += recognised.filter((e) => inYearUntil(e.training.last, on.asOf)).length
  },
}

const qualified: Counter<Of<'qualified'>> = {
  person(counting, { who, qualifications }, { dossier, onRoll }, on) {
    const wanted = (code: string): boolean => qualifications.includes(code)
    counting.records += qualificationRecords(dossier).filter(
      (q) => isSameKind(q.code, qualifications) && begunBy(q.since, on.asOf),
    ).length
    if (onRoll !== null && fits(onRoll, who) && [...qualificationsOn(dossier, on.asOf)].some(wanted)) counting.n += 1
  },
}

/** Any 学历 on record says that 学历 are kept, whichever is asked for. */
const isSameKind = (code: string, wanted: readonly string[]): boolean =>
  wanted.some((w) => w === code || (w.startsWith('education:') && code.startsWith('education:')))

const certified: Counter<Of<'certified'>> = {
  person(counting, { who }, { dossier, onRoll }, on) {
    counting.records += certificatesOf(dossier).filter((c) => begunBy(c.heldSince, on.asOf)).length
    if (onRoll !== null && fits(onRoll, who) && certifiedOn(dossier, on.asOf)) counting.n += 1
  },
}

const studios: Counter<Of<'studios'>> = {
  files(counting, { kinds }, on) {
    const all = on.files.flatMap(studiosOf)
    counting.records += all.filter((s) => begunBy(s.from, on.asOf)).length
    counting.n += all.filter((s) => kinds.includes(s.kind) && runsOn(s, on.asOf)).length
  },
}

const programme: Counter<Of<'programme'>> = {
  person(counting, measure, { dossier }, on) {
    counting.records += programmesBy(dossier, on.asOf).length
    if (programmesBy(dossier, on.asOf).some((m) => m.programme === measure.programme)) counting.n += 1
  },
}

export const COUNTERS: { readonly [K in Measure['of']]: Counter<Of<K>> } = {
  people,
  titles,
  trained,
  qualified,
  certified,
  studios,
  programme,
  elsewhere: {},
  'not-kept': {},
}

/** Kinds of rows a measure reads of a dossier: hours only where an indicator of the district counts them. */
const ROWS: Readonly<Partial<Record<Measure['of'], readonly string[]>>> = {
  titles: ['title'],
  trained: ['hours'],
  qualified: ['qualification'],
  certified: ['certificate'],
  programme: ['programme'],
}
export const rowsRead = (policy: Policy): string[] => [
  ...new Set(policy.parts.indicators.flatMap((i) => [i.numerator, i.denominator]).flatMap((m) => (m === null ? [] : (ROWS[m.of] ?? [])))),
]
export const FILES_READ: readonly string[] = ['studio']
