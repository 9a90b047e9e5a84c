import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '../../../src/domain/ids.ts'
import { connect } from '../../../src/server/store/database.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

// With a plain sequence half of the rows committed under load are never pulled; with the counter row none may be lost.
let w: World
let officer: Device
const teachers: Device[] = []

beforeAll(async () => {
  w = await world()
  const school = await w.school('实验小学')
  const wang: PersonId = await w.teacher('王建国', school)
  await w.role(wang, '王建国', 'officer', { kind: 'school', id: school })
  officer = await w.device(wang)
  for (let i = 0; i < 6; i += 1) teachers.push(await w.device(await w.teacher(`老师${String(i)}`, school)))
})
afterAll(() => w.close())

test('an officer who keeps pulling while six teachers write misses none of their rows', async () => {
  const sent = new Set<string>()
  const seen = new Set<string>()
  await officer.sync()
  let writing = true
  const writers = teachers.map(async (teacher) => {
    for (let i = 0; i < 8; i += 1) {
      const ops = [1, 2].map(() => teacher.op({ kind: 'teacher', id: teacher.person }, 'claim-hours', claim()))
      const { results } = await teacher.sync(ops)
      expect(results.every((r) => r.result.is === 'applied')).toBe(true)
      for (const op of ops) sent.add(op.content.op)
    }
  })
  const pull = async (): Promise<void> => {
    for (const { row } of (await officer.sync()).rows) seen.add(row.id)
  }
  const reading = (async () => {
    while (writing) await pull()
  })()
  await Promise.all(writers)
  writing = false
  await reading
  await pull()
  expect(sent.size).toBe(96)
  expect([...sent].filter((op) => !seen.has(op))).toEqual([])
  expect((await officer.sync()).rows).toEqual([])
  expect(w.failures).toEqual([])
})

/** How rows get the number by which they are read: whoever writes them takes one, does some work, and commits. */
const NUMBERED = {
  'a sequence': sql`select nextval('naive_number') as n`,
  'the counter row': sql`update counted set head = head + 1 returning head as n`,
}

/** Eight write, one reads on from the highest number it has seen: how many committed rows it never saw. */
async function neverSeen(how: keyof typeof NUMBERED): Promise<{ written: number; lost: number }> {
  await sql`drop table if exists naive, counted`.execute(w.db)
  await sql`drop sequence if exists naive_number`.execute(w.db)
  await sql`create table naive (n bigint not null, id text primary key)`.execute(w.db)
  await sql`create table counted (head bigint not null)`.execute(w.db)
  await sql`insert into counted values (0)`.execute(w.db)
  await sql`create sequence naive_number`.execute(w.db)
  const db = connect(w.url, 10)
  const seen = new Set<string>()
  let upTo = 0
  let writing = true
  const write = async (writer: number): Promise<void> => {
    for (let i = 0; i < 25; i += 1) {
      await db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ n: number }>`${NUMBERED[how]}`.execute(tx)
        await sql`insert into naive values (${rows[0]?.n ?? 0}, ${`${String(writer)}.${String(i)}`})`.execute(tx)
        // Work between taking the number and the commit takes each a different time.
        await sql`select pg_sleep(${((writer * 7 + i * 3) % 5) / 1000})`.execute(tx)
      })
    }
  }
  const readOn = async (): Promise<void> => {
    const { rows } = await sql<{ n: number; id: string }>`select n, id from naive where n > ${upTo} order by n`.execute(db)
    for (const { n, id } of rows) {
      seen.add(id)
      upTo = Math.max(upTo, n)
    }
  }
  const reading = (async () => {
    while (writing) await readOn()
  })()
  await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(write))
  writing = false
  await reading
  await readOn()
  const { rows } = await sql<{ id: string }>`select id from naive`.execute(db)
  await db.destroy()
  return { written: rows.length, lost: rows.filter(({ id }) => !seen.has(id)).length }
}

test('with a sequence instead of the counter row committed rows are never read; with the counter row none is missed', async () => {
  const naive = await neverSeen('a sequence')
  const counted = await neverSeen('the counter row')
  console.log(
    `commit order: written ${String(naive.written)} each · never read with a sequence ${String(naive.lost)} · with the counter row ${String(counted.lost)}`,
  )
  expect(naive.written).toBe(200)
  expect(naive.lost).toBeGreaterThan(0)
  expect(counted).toEqual({ written: 200, lost: 0 })
})
