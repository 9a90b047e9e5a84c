// Everything that is said of one teacher on a day: hours of the cycle, probation and leader's hours, tiers with duties, rotation and
// appointment, registration with its windows, mentoring, programmes, appraisals. Over a dossier of twenty years and 400 entries.
import { appraisalsOn } from '../../src/domain/appraisal/appraisal.ts'
import { addDays, day, type Day } from '../../src/domain/day.ts'
import type { FactBase, Row } from '../../src/domain/document.ts'
import type { Dossier, DossierRow } from '../../src/domain/dossier.ts'
import { evaluateCycle } from '../../src/domain/evaluate/evaluate-cycle.ts'
import { historyOf } from '../../src/domain/history/history.ts'
import type { OpId, PersonId, RowId } from '../../src/domain/ids.ts'
import { pairsOn } from '../../src/domain/mentoring/pair.ts'
import { probationOf } from '../../src/domain/mentoring/probation.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { leaderHours } from '../../src/domain/programmes/leader-hours.ts'
import { programmesBy } from '../../src/domain/programmes/membership.ts'
import { recordedIn } from '../../src/domain/registration/recorded.ts'
import { registrationStanding } from '../../src/domain/registration/standing.ts'
import { ownRotation } from '../../src/domain/rotation/own.ts'
import { unnamedPosts } from '../../src/domain/rotation/rotation.ts'
import { rungsOf } from '../../src/domain/tiers/ladders.ts'
import { dutiesDuring, pastTitles, standingInTiers } from '../../src/domain/tiers/standing-in-tiers.ts'
import { teacherWith } from './district.ts'

const HIRED = day('2006-09-01')

export function allVerdicts(policy: Policy, dossier: Dossier, on: Day): unknown[] {
  const reading = evaluateCycle(policy, dossier, on)
  const tiers = standingInTiers(policy, dossier, on, true)
  const rotation = ownRotation(dossier, on)
  return [
    reading,
    probationOf(policy, dossier, on, reading.window),
    leaderHours(policy, dossier, day('2018-09-01'), on),
    historyOf(dossier),
    tiers,
    pastTitles(dossier, on),
    ...tiers.ladders.flatMap(({ held }) => held).map((title) => dutiesDuring(title, tiers.duties, on)),
    rotation,
    unnamedPosts(dossier, rotation.rotations),
    registrationStanding(policy, dossier, on, recordedIn(policy, dossier, on)),
    pairsOn(dossier, on),
    programmesBy(dossier, on),
    appraisalsOn(dossier, on),
  ]
}

/** A backbone teacher of twenty years: titles, sixty duties, rotations, five registrations, pairs on both sides, yearly appraisals. */
export function longServing(policy: Policy, id: string): Dossier {
  const base = teacherWith(id, 400)
  const rows = new Map<RowId, Row>(
    [...base.rows].map(([key, row]) => [
      key,
      row.kind === 'person' ? { ...row, facts: row.facts.map((fact) => ({ ...fact, workedSince: HIRED })) } : row,
    ]),
  )
  let n = 0
  const add = (kind: string, on: Day, ...facts: Record<string, unknown>[]): void => {
    n += 1
    const row = `${id}-more-${String(n)}` as RowId
    const signed: FactBase = {
      op: row as string as OpId,
      by: 'officer' as PersonId,
      byName: '吴专干',
      byRole: 'officer',
      recordedOn: on,
      recordedAt: '10:00',
      saidAt: '',
    } as FactBase
    rows.set(row, { id: row, kind, facts: facts.map((fact) => ({ ...signed, ...fact })) })
  }
  const year = (count: number): Day => day(`${String(2006 + count)}-09-01`)
  rungsOf(policy)
    .slice(0, 4)
    .forEach((rung, i) => {
      add('title', year(5 + 3 * i), {
        what: 'awarded',
        rung: rung.id,
        level: rung.levels[0] ?? null,
        as: 'held',
        subject: '语文',
        programme: null,
        from: year(5 + 3 * i),
        until: null,
        deed: '渝教〔2011〕1号',
        evidence: '',
      })
    })
  for (let i = 0; i < 60; i += 1)
    add('duty', year(5 + (i % 14)), {
      what: 'done',
      kind: (['lesson', 'lecture', 'research', 'outreach'] as const)[i % 4],
      title: `示范课 ${String(i)}`,
      first: addDays(year(5 + (i % 14)), i),
      last: addDays(year(5 + (i % 14)), i),
      place: '帮扶学校',
    })
  for (let i = 0; i < 3; i += 1) {
    const post = `${id}-post` as RowId
    add(
      'rotation',
      year(6 + 4 * i),
      {
        what: 'planned',
        way: 'post',
        home: 'school',
        host: 'other',
        first: year(6 + 4 * i),
        until: year(7 + 4 * i),
        relation: 'stays',
        note: '',
      },
      { what: 'moved', post },
    )
    add('appointment', year(6 + 4 * i), {
      what: 'appointed',
      post,
      appointer: 'district',
      quota: 'school',
      from: year(6 + 4 * i),
      until: year(9 + 4 * i),
      paper: '',
    })
  }
  add('certificate', HIRED, { what: 'recorded', kind: 'primary', subject: '语文', heldSince: HIRED, until: null, lastDigits: null })
  add('qualification', HIRED, { what: 'recorded', code: 'education:bachelor', since: HIRED, until: null, detail: '' })
  for (let i = 0; i < 4; i += 1)
    add('registration', year(5 * i), {
      what: 'registered',
      kind: i === 0 ? 'first' : 'regular',
      conclusion: 'passed',
      registeredOn: year(5 * i),
      from: year(5 * i),
      until: addDays(year(5 * i + 5), -1),
    })
  for (let i = 0; i < 8; i += 1) {
    add('mentoring', year(8 + i), {
      what: 'began',
      side: i === 0 ? 'mentee' : 'mentor',
      other: `P${String(i)}`,
      otherName: '林老师',
      pair: i === 0 ? null : `pair-${String(i)}`,
      programme: null,
      subject: '语文',
      from: year(8 + i),
      until: year(10 + i),
    })
    add('programme', year(8 + i), { what: 'joined', programme: `programme-${String(i)}`, from: year(8 + i), until: year(9 + i), place: '' })
  }
  const item = policy.parts.appraisals.find((one) => one.result)?.id ?? 'annual'
  for (let i = 0; i < 19; i += 1)
    add('appraisal', year(i + 1), { what: 'recorded', item, period: String(2006 + i), on: year(i + 1), result: 'qualified', count: null })
  return { subject: base.subject, rows: rows as ReadonlyMap<RowId, Row> as Map<RowId, DossierRow> }
}
