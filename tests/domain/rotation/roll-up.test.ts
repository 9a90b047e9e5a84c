// Each school's roll-up for any day asked, whoever is planned, gone, back or transferred, and however late it was entered: as known on a
// day it reads as it read on that day, nobody is counted twice or lost, and a rotation moves nobody's hours to another school.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, earlier, type Day } from '../../../src/domain/day.ts'
import { knownAt, type Document, type Row } from '../../../src/domain/document.ts'
import type { PostRow } from '../../../src/domain/dossier.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { homePost, postsOf } from '../../../src/domain/person.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { runReport } from '../../../src/domain/reports/report.ts'
import { rollUpSchool, rollUpStandings, standingsAsOf, type SchoolRollUp } from '../../../src/domain/roll-up.ts'
import { rotationReport, type RotationLine } from '../../../src/domain/rotation/report.ts'
import { rotationsOf } from '../../../src/domain/rotation/rotation.ts'
import '../../../src/domain/verbs/all-verbs.ts'
import { asDossier, attempt, CENTRAL, dossier, OTHER, POINT, REFERENCE, TODAY, TRAINING, type Who } from '../verbs/scene.ts'
import { PLAN } from './scene.ts'

const POLICY = policyFor('500103')
if (POLICY === null) throw new Error('no policy')
const policy = POLICY
const SCHOOLS: readonly SchoolId[] = [CENTRAL, POINT, OTHER]
const PEOPLE: readonly Who[] = ['lin', 'tao', 'wei']

interface Step {
  readonly who: number
  readonly does: 'plan' | 'start' | 'end' | 'transfer' | 'hours'
  readonly school: SchoolId
  /** Days since the step before, and how long ago it happened that is entered now. */
  readonly later: number
  readonly ago: number
  readonly asked: number
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  does: fc.constantFrom('plan', 'plan', 'start', 'start', 'end', 'transfer', 'hours', 'hours'),
  school: fc.constantFrom(...SCHOOLS),
  later: fc.integer({ min: 1, max: 25 }),
  ago: fc.integer({ min: 0, max: 30 }),
  asked: fc.integer({ min: 0, max: 60 }),
})

/** What someone does on a day, through the verbs; what they may not is simply not done. */
function after(document: Document, s: Step, today: Day): Document {
  const on = addDays(today, -s.ago)
  const rotations = rotationsOf(asDossier(document))
  const planned = rotations.find((r) => r.post === null)?.id ?? ''
  const there = rotations.find((r) => r.post !== null && r.to === null)?.id ?? ''
  const [verb, args] =
    s.does === 'plan'
      ? ['plan-rotation', { ...PLAN, host: s.school, first: today, until: addDays(today, 90) }]
      : s.does === 'start'
        ? ['start-rotation', { row: planned, from: on }]
        : s.does === 'end'
          ? ['end-rotation', { row: there, to: on, note: '' }]
          : s.does === 'transfer'
            ? ['start-post', { school: s.school, kind: 'home', from: on }]
            : [
                'record-for',
                { ...TRAINING, title: `研修 ${today}`, first: on, last: on, evidence: [], lateReason: null, originalSeen: true },
              ]
  const outcome = attempt('du', verb as string, document, args, { today })
  return outcome.is === 'applied' ? outcome.document : document
}

const rollUps = (people: readonly Document[], asOf: Day, known: Day): SchoolRollUp[] =>
  SCHOOLS.map((school) => rollUpSchool(policy, standingsAsOf(policy, people.map(asDossier), asOf, known), asOf, school))

/** Who goes and comes, as a page of each school says it. */
const periods = (people: readonly Document[], asOf: Day, known: Day): (readonly RotationLine[])[] =>
  SCHOOLS.map((school) => {
    const on = {
      args: { year: '' },
      asOf,
      knownAt: known,
      reference: { ...REFERENCE, policy },
      schools: [school],
      wholeDistrict: false,
      files: [],
    }
    return runReport(
      rotationReport,
      on,
      people.map((d) => ({ dossier: asDossier(knownAt(d, known)), standing: null })),
    ).lines
  })

/** The same people had nobody ever been a guest anywhere. */
const withoutGuests = (document: Document): Document => ({
  ...document,
  rows: new Map(
    [...document.rows].filter(
      ([, row]) =>
        row.kind !== 'rotation' && !(row.kind === 'post' && (row as PostRow).facts.some((f) => f.what === 'started' && f.post !== 'home')),
    ),
  ),
})

interface Asked {
  readonly asOf: Day
  readonly known: Day
  readonly totals: SchoolRollUp[]
  readonly lines: (readonly RotationLine[])[]
}
function told(steps: readonly Step[]): { people: Document[]; asked: Asked[]; today: Day } {
  let people: Document[] = PEOPLE.map((who) => dossier(who, CENTRAL))
  let today = day(TODAY)
  const asked = steps.map((s): Asked => {
    today = addDays(today, s.later)
    people = people.map((d, n) => (n === s.who ? after(d, s, today) : d))
    const asOf = addDays(today, -s.asked)
    return { asOf, known: today, totals: rollUps(people, asOf, today), lines: periods(people, asOf, today) }
  })
  return { people, asked, today }
}
const year = fc.array(step, { minLength: 3, maxLength: 10 })

describe('each school’s roll-up, whoever moves', () => {
  it('for a past day as known on that day is the one that was computed then, and so are the periods both schools see', () => {
    fc.assert(
      fc.property(year, (steps) => {
        const { people, asked } = told(steps)
        for (const { asOf, known, totals, lines } of asked) {
          expect(rollUps(people, asOf, known)).toEqual(totals)
          expect(periods(people, asOf, known)).toEqual(lines)
        }
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('counts everybody once, and the schools sum to the district', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 200 }), (steps, ago) => {
        const { people, today } = told(steps)
        const asOf = earlier(addDays(today, -ago), today)
        const schools = rollUps(people, asOf, today)
        const whole = rollUpStandings(policy, standingsAsOf(policy, people.map(asDossier), asOf, today), asOf).totals
        const sum = (of: (s: SchoolRollUp) => number): number => schools.reduce((n, s) => n + of(s), 0)
        expect(sum((s) => s.onRoll)).toBe(people.filter((d) => homePost(postsOf(asDossier(d)), asOf) !== null).length)
        expect([sum((s) => s.onRoll), sum((s) => s.hours.counted), sum((s) => s.hours.recognised)]).toEqual([
          whole.onRoll,
          whole.hours.counted,
          whole.hours.recognised,
        ])
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('is the same with and without the rotations: whoever is a guest counts at home', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 200 }), (steps, ago) => {
        const { people, today } = told(steps)
        const asOf = addDays(today, -ago)
        expect(rollUps(people.map(withoutGuests), asOf, today)).toEqual(rollUps(people, asOf, today))
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('shows one period at home and at the host alike, at the school they were transferred to meanwhile, and at no other', () => {
    fc.assert(
      fc.property(year, (steps) => {
        for (const { lines } of told(steps).asked) {
          for (const line of lines.flat()) {
            const seen = SCHOOLS.filter((_, n) => lines[n]?.some((l) => l.row === line.row))
            expect(seen).toEqual(SCHOOLS.filter((s) => s === line.home || s === line.host || s === line.homeNow))
          }
        }
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})

/** Rows of the kinds that the property moves: so that a change of names is noticed here. */
const kinds = (rows: Iterable<Row>): Set<string> => new Set([...rows].map((r) => r.kind))
it('and the property does move people', () => {
  const steps: Step[] = [
    { who: 0, does: 'plan', school: OTHER, later: 1, ago: 0, asked: 0 },
    { who: 0, does: 'start', school: OTHER, later: 5, ago: 2, asked: 0 },
    { who: 0, does: 'hours', school: OTHER, later: 5, ago: 1, asked: 0 },
    { who: 0, does: 'end', school: OTHER, later: 9, ago: 1, asked: 0 },
    { who: 0, does: 'transfer', school: POINT, later: 3, ago: 0, asked: 0 },
  ]
  const [lin] = told(steps).people
  expect([...kinds(lin?.rows.values() ?? [])].sort()).toEqual(['hours', 'person', 'post', 'rotation'])
  expect(postsOf(asDossier(lin as Document)).map((p) => [p.school, p.kind, p.to === null])).toEqual([
    [CENTRAL, 'home', false],
    [OTHER, 'rotation', false],
    [POINT, 'home', true],
  ])
})
