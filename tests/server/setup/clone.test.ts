// Every test file has a migrated database to itself.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../setup/database.ts'

let mine: TestDatabase
let other: TestDatabase

beforeAll(async () => {
  ;[mine, other] = await Promise.all([cloneDatabase(), cloneDatabase()])
})

afterAll(async () => {
  await Promise.all([mine.drop(), other.drop()])
})

test('a clone has the tables of the product', async () => {
  const [row] = await rows(
    mine.url,
    "select count(*)::int as n from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')",
  )
  expect(row?.['n']).toBeGreaterThan(5)
})

test('what one file writes no other file sees', async () => {
  await rows(mine.url, 'create table only_here (n int)')
  const [row] = await rows(other.url, "select to_regclass('only_here') is null as absent")
  expect(row?.['absent']).toBe(true)
})

async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
