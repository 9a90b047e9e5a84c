// The demo district: filled into an empty database through the same verbs as everything else, the same every time.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { fillDemo } from '../../src/server/demo/fill.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { connect, type Database } from '../../src/server/store/database.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { cloneDatabase, type TestDatabase } from '../setup/database.ts'

const NOW = Date.UTC(2026, 10, 21, 4, 0)
let database: TestDatabase
let db: Database
let people: Awaited<ReturnType<typeof fillDemo>>

const fill = (into: Database) => fillDemo({ db: into, clock: () => NOW, rules: districtRules, references: referenceSource(districtRules) }, 'http://127.0.0.1:8080')
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
  test('has six schools, one of them a teaching point with a single teacher, and a hundred and thirty people', async () => {
    const schools = await sql<{ name: string; n: number }>`select s.name, count(q.person)::int as n from school s left join posting q on q.school = s.id and q.kind = 'home' group by s.name order by n`.execute(db)
    expect(schools.rows.map((r) => r.n)).toEqual([1, 5, 15, 25, 38, 46])
  })

  test('has a link for every role', () => {
    expect(people.map((p) => p.role)).toEqual(['教师', '师训专干', '校长', '初中师训专干', '园长', '中心校师训专干', '教学点教师', '区师训专干', '督导', '区管理员'])
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
      expect(await count(sql`select count(*)::int as n from document_row where kind = 'hours' and content like ${like}`)).toBeGreaterThan(300)
    }
  })

  test('is in itself consistent', async () => {
    expect(await verify(db, districtRules)).toEqual([])
  })
})
