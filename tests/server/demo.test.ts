// The demo district: filled into an empty database through the same verbs as everything else, the same every time.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { day } from '../../src/domain/day.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { evaluateCycle } from '../../src/domain/evaluate/evaluate-cycle.ts'
import { nearRetirement, retiresOn } from '../../src/domain/evaluate/near-retirement.ts'
import { historyOf } from '../../src/domain/history/history.ts'
import type { DistrictId, PersonId } from '../../src/domain/ids.ts'
import { homePost, postsOf } from '../../src/domain/person.ts'
import { leaderHours, leadsSince } from '../../src/domain/programmes/leader-hours.ts'
import { membershipsOf } from '../../src/domain/programmes/membership.ts'
import { registrationReport, type RegistrationAnswer } from '../../src/domain/registration/report.ts'
import type { ReviewFact } from '../../src/domain/year-review/review-row.ts'
import { withServer } from '../../src/server/door/door.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { fillDemo } from '../../src/server/demo/fill.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { checkReviews } from '../../src/server/reports/check-reviews.ts'
import { runReportOn } from '../../src/server/reports/run-report.ts'
import { connect, type Database } from '../../src/server/store/database.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { cloneDatabase, type TestDatabase } from '../setup/database.ts'

const NOW = Date.UTC(2026, 10, 21, 4, 0)
const TODAY = day('2026-11-21')
let database: TestDatabase
let db: Database
let people: Awaited<ReturnType<typeof fillDemo>>

const fill = (into: Database) =>
  fillDemo({ db: into, clock: () => NOW, rules: districtRules, references: referenceSource(districtRules) }, 'http://127.0.0.1:8080')
const asked = async () => {
  const {
    rows: [{ district } = { district: '' as DistrictId }],
  } = await sql<{ district: DistrictId }>`select distinct district from document`.execute(db)
  return withServer(db, { district, person: '' }, async (tx) => {
    const dossierOf = async (name: string): Promise<Dossier> => {
      const {
        rows: [one],
      } = await sql<{ id: PersonId }>`select id from person where name = ${name}`.execute(db)
      const [dossier] = await withServer(db, { district, person: '' }, (inside) =>
        readDossiers(inside, district, one === undefined ? [] : [one.id]),
      )
      if (dossier === undefined) throw new Error(`nobody is called ${name}`)
      return dossier
    }
    return { district, dossierOf, today: TODAY, reference: (await referenceSource(districtRules).read(tx, district)).reference }
  })
}
const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> => (await query.execute(db)).rows[0]?.n ?? 0

beforeAll(async () => {
  database = await cloneDatabase()
  db = connect(database.url, 4)
  people = await fill(db)
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

describe('the demo district', () => {
  test('has seven schools, one of them a teaching point with a single teacher, and a hundred and forty-two people', async () => {
    const schools = await sql<{
      name: string
      n: number
    }>`select s.name, count(q.person)::int as n from school s left join posting q on q.school = s.id and q.kind = 'home' group by s.name order by n`.execute(
      db,
    )
    expect(schools.rows.map((r) => r.n)).toEqual([1, 5, 12, 15, 25, 38, 46])
  })

  test('has a link for every role', () => {
    expect(people.map((p) => p.role)).toEqual([
      '教师',
      '师训专干',
      '校长',
      '初中师训专干',
      '园长',
      '中心校师训专干',
      '教学点教师',
      '区师训专干',
      '督导',
      '区管理员',
    ])
    for (const { url } of people) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/#\/join\?c=[A-Z0-9-]+$/)
  })

  test('has claims waiting for schools and for the district, returned ones, and corrections asked for', async () => {
    expect(await count(sql`select count(*)::int as n from document where waits_school`)).toBeGreaterThan(20)
    expect(await count(sql`select count(*)::int as n from document where waits_district`)).toBeGreaterThan(5)
    expect(await count(sql`select count(*)::int as n from document_row where content like '%"returned"%'`)).toBeGreaterThanOrEqual(4)
    expect(await count(sql`select count(*)::int as n from document_row where content like '%"correction-requested"%'`)).toBe(2)
    expect(await count(sql`select count(*)::int as n from document_row where kind = 'pause'`)).toBe(4)
  })

  test('has years of hours, written down in their time', async () => {
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      const like = `%"recordedOn":"${String(year)}-%`
      expect(await count(sql`select count(*)::int as n from document_row where kind = 'hours' and content like ${like}`)).toBeGreaterThan(
        300,
      )
    }
  })

  test('has hours of before to check, for most settled, for some waiting, with one objection at a school and one at the district', async () => {
    const {
      rows: [{ district } = { district: '' }],
    } = await sql<{ district: string }>`select distinct district from document`.execute(db)
    const { rows } = await sql<{ id: PersonId }>`select id from person`.execute(db)
    const states = (
      await withServer(db, { district, person: '' }, (tx) =>
        readDossiers(
          tx,
          district,
          rows.map((r) => r.id),
        ),
      )
    ).map(historyOf)
    const objections = states.flatMap((s) => s.objections.map((o) => o.waitsFor))
    expect(states.filter((s) => s.openings.length > 0 && !s.confirmed && s.objections.length === 0).length).toBeGreaterThan(8)
    expect(states.filter((s) => s.confirmed).length).toBeGreaterThan(80)
    expect(objections.sort()).toEqual(['district', 'school'])
    const {
      rows: [qin],
    } = await sql<{ id: PersonId }>`select id from person where name = '覃丽莎'`.execute(db)
    const [hers] = await withServer(db, { district, person: '' }, (tx) => readDossiers(tx, district, [qin?.id as PersonId]))
    expect(hers === undefined ? null : historyOf(hers)).toMatchObject({ confirmed: false, openings: [{ year: 2020 }, { year: 2022 }] })
  })

  test('has a school that published its year and has an objection to answer, and one that handed in, whose figures the server finds too', async () => {
    const { rows } = await sql<{
      name: string
      content: string
    }>`select s.name, r.content from document_row r join school s on s.id = r.subject_id and s.district = r.district where r.kind = 'year-review'`.execute(
      db,
    )
    const steps = new Map(rows.map((r) => [r.name, (JSON.parse(r.content) as ReviewFact[]).map((f) => f.what)]))
    expect([...steps.keys()].sort()).toEqual(['双江初级中学', '雾灯小学'])
    expect(steps.get('雾灯小学')).toEqual(['opened', 'checked', 'published'])
    expect(steps.get('双江初级中学')).toEqual([
      'opened',
      'checked',
      'published',
      'signed',
      'handed-in',
      'sampled',
      'sample-checked',
      'sample-checked',
    ])
    expect(
      await count(sql`select count(*)::int as n from document_row where kind = 'review-line' and content like '%"agrees":false%'`),
    ).toBe(1)
    expect(await checkReviews(db, districtRules, day('2026-11-21'))).toEqual({ snapshots: 1, differences: [] })
  })

  test('has leaders whose training for the office was done before it, after it, in part and not at all', async () => {
    const { dossierOf, reference, today } = await asked()
    const of = async (name: string) => {
      const dossier = await dossierOf(name)
      const since = leadsSince(reference, dossier.subject.id as PersonId, today)
      return since === null ? null : leaderHours(reference.policy, dossier, since, today)?.office
    }
    expect(await of('陶明远')).toMatchObject({ has: 3000, required: 3000, is: 'met' })
    expect(await of('单国强')).toMatchObject({ has: 3000, is: 'undetermined' })
    expect(await of('龙小蓉')).toMatchObject({ has: 1800, is: 'unmet' })
    expect(await of('田永红')).toMatchObject({ has: 0, is: 'unmet' })
    const led = async (name: string) =>
      membershipsOf(await dossierOf(name))
        .map((m) => m.programme)
        .sort()
    expect([await led('陶明远'), await led('单国强'), await led('龙小蓉')]).toEqual([
      ['yz-hundred', 'yz-lead', 'yz-residence'],
      ['yz-eagles'],
      ['yz-strive'],
    ])
  })

  test('has a teacher of thirty-seven years who retires within the cycle and is still on the roll, with both outcomes', async () => {
    const { dossierOf, reference, today } = await asked()
    const dossier = await dossierOf('牟德贵')
    expect([homePost(postsOf(dossier), today)?.to, retiresOn(dossier, today)]).toEqual(['2027-08-31', '2027-08-31'])
    const reading = evaluateCycle(reference.policy, dossier, today)
    expect(nearRetirement(reference.policy, dossier, reading)).toMatchObject({
      answer: null,
      whole: { required: 3600 },
      byTime: { required: 1199 },
    })
  })

  test('has 双师型 at the 中职 with its two denominators apart', async () => {
    const { district } = await asked()
    const ran = await withServer(db, { district, person: '' }, async (tx) =>
      runReportOn(tx, await referenceSource(districtRules).read(tx, district), {
        report: registrationReport,
        args: {},
        asOf: TODAY,
        knownAt: null,
        today: TODAY,
        schools: null,
      }),
    )
    expect((ran as RegistrationAnswer).double).toEqual([
      { key: 'all', part: 4, whole: 12 },
      { key: 'specialists', part: 4, whole: 6 },
    ])
  })

  test('is in itself consistent', async () => {
    expect(await verify(db, districtRules)).toEqual([])
  })
})
