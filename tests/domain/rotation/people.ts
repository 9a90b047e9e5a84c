// A district of teachers for the rotation report, made of plain rows: who is hired when and where, who went where, whose titles.
import { day, type Day } from '../../../src/domain/day.ts'
import type { Document, FactBase, Row, Signature } from '../../../src/domain/document.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import type { DistrictId, OpId, PersonId, RowId, SchoolId } from '../../../src/domain/ids.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import type { Reference, SchoolInfo } from '../../../src/domain/reference.ts'
import { runReport, type ReportOn } from '../../../src/domain/reports/report.ts'
import { rotationReport, type RotationAnswer } from '../../../src/domain/rotation/report.ts'
import { knownAt } from '../../../src/domain/document.ts'

export interface Stay {
  readonly way: string | null
  readonly host: string
  readonly from?: string
  readonly to?: string
  readonly plan?: readonly [string, string | null]
  readonly recordedOn?: string
  readonly returnedOn?: string
}
export interface Somebody {
  readonly id: string
  readonly hired?: string | null
  readonly home: string
  readonly since?: string
  readonly stays?: readonly Stay[]
  readonly titles?: readonly string[]
  readonly listed?: boolean
}

const sign = (on: string, op: string): Signature => ({
  op: op as OpId,
  by: 'du' as PersonId,
  byName: '杜',
  byRole: 'district-officer',
  recordedOn: day(on),
  recordedAt: '10:00',
  saidAt: '',
})
const row = (id: string, kind: string, facts: object[]): Row => ({ id: id as RowId, kind, facts: facts as FactBase[] })

export function dossierOf(one: Somebody): Dossier {
  const start = one.since ?? one.hired ?? '2010-09-01'
  const rows: Row[] = [
    row(`${one.id}-p`, 'person', [
      {
        ...sign('2020-01-01', 'p'),
        what: 'identified',
        name: `师${one.id}`,
        initials: [],
        staffNumber: null,
        sex: 'unknown',
        subject: null,
        stage: 'primary',
        employment: 'permanent',
        category: 'full-time',
        workedSince: one.hired === undefined ? '2010-09-01' : one.hired,
      },
    ]),
    row(`${one.id}-h`, 'post', [{ ...sign('2020-01-01', 'h'), what: 'started', school: one.home, post: 'home', from: start }]),
  ]
  one.stays?.forEach((s, k) => {
    const id = `${one.id}-s${String(k)}`
    const recorded = s.recordedOn ?? s.from ?? '2020-01-02'
    const [first, until] = s.plan ?? [s.from ?? '2025-09-01', s.to ?? null]
    if (s.from !== undefined) {
      const ended =
        s.to === undefined ? [] : [{ ...sign(s.returnedOn ?? s.to, `${id}e`), what: 'ended', to: s.to, reason: 'returned', note: '' }]
      rows.push(
        row(`${id}p`, 'post', [{ ...sign(recorded, `${id}m`), what: 'started', school: s.host, post: 'rotation', from: s.from }, ...ended]),
      )
    }
    if (s.way !== null) {
      const planned = {
        ...sign(s.plan === undefined ? recorded : '2020-01-02', id),
        what: 'planned',
        way: s.way,
        home: one.home,
        host: s.host,
        first,
        until,
        relation: 'stays',
        note: '',
      }
      rows.push(
        row(id, 'rotation', [planned, ...(s.from === undefined ? [] : [{ ...sign(recorded, `${id}m`), what: 'moved', post: `${id}p` }])]),
      )
    }
  })
  one.titles?.forEach((rung, k) =>
    rows.push(
      row(`${one.id}-t${String(k)}`, 'title', [
        {
          ...sign('2020-01-01', 't'),
          what: 'awarded',
          rung,
          level: null,
          as: 'held',
          subject: null,
          programme: null,
          from: '2020-01-01',
          until: null,
          deed: '',
          evidence: '',
        },
      ]),
    ),
  )
  return { subject: { kind: 'teacher', id: one.id as PersonId }, rows: new Map(rows.map((r) => [r.id, r])) } as unknown as Dossier
}

export const YEAR = { first: '2025-09-01', last: '2026-08-31' } as const
export function listFile(people: readonly Somebody[], over: Readonly<Record<string, unknown>> = {}): Document {
  const listed = people.filter((p) => p.listed === true).map((p) => ({ id: p.id, name: `师${p.id}` }))
  const fact = {
    ...sign('2025-09-01', 'l'),
    what: 'frozen',
    ...YEAR,
    definition: '区里的条件',
    source: '区教委',
    total: listed.length,
    people: listed,
    digest: 'd',
    ...over,
  }
  return {
    subject: { kind: 'district', id: '500118' as DistrictId },
    rows: new Map([['list' as RowId, row('list', 'eligible-list', [fact])]]),
  }
}

const school = (id: string, place: SchoolInfo['place']): SchoolInfo => ({
  id: id as SchoolId,
  name: id,
  code: id,
  kind: 'primary',
  place,
  stage: 'primary',
  parent: null,
})
export const SCHOOLS = [
  school('city', 'urban'),
  school('city2', 'urban'),
  school('town', 'town'),
  school('village', 'rural'),
  school('nowhere', 'unknown'),
]

const made = new Map<string, Policy>()
export function policyOf(settings: Readonly<Record<string, string>> = {}, code = '500118'): Policy {
  const key = JSON.stringify([code, settings])
  const known = made.get(key)
  if (known !== undefined) return known
  const policy = policyFor(
    code,
    Object.entries(settings).map(([key, value]) => ({ key, value, from: '2021-01-01', source: '区教委' })),
  )
  if (policy === null) throw new Error(code)
  made.set(key, policy)
  return policy
}

export interface Asked {
  readonly people: readonly Somebody[]
  readonly asOf: string
  readonly policy?: Policy
  readonly list?: Document | null
  readonly known?: string
  readonly schools?: readonly string[]
  readonly year?: string
}

export function ask({ people, asOf, policy = policyOf(), list, known, schools, year }: Asked): RotationAnswer {
  const at = (doc: Document): Document => (known === undefined ? doc : knownAt(doc, day(known)))
  const file = list === undefined ? listFile(people) : list
  const reference: Reference = {
    district: '500118' as DistrictId,
    districtName: '永川区',
    policy,
    schools: SCHOOLS,
    roles: [],
    activities: [],
  }
  const on: ReportOn<{ readonly year: string }> = {
    args: { year: year ?? '' },
    asOf: day(asOf),
    knownAt: known === undefined ? null : (known as Day),
    reference,
    schools: (schools ?? SCHOOLS.map((s) => s.id)) as SchoolId[],
    wholeDistrict: schools === undefined,
    files: file === null ? [] : [at(file)],
  }
  return runReport(
    rotationReport,
    on,
    people.map((p) => ({ dossier: at(dossierOf(p)) as Dossier, standing: null })).filter((p) => p.dossier.rows.size > 0),
  )
}
