// Closing a school while, in the same instant, somebody's post there is begun: two transactions at once on real PostgreSQL. Whoever
// comes first stands, and nobody is ever left at a school that takes nobody.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { connect, type Database } from '../../../src/server/store/database.ts'
import type { CloseAnswer } from '../../../src/wire/people-acts.ts'
import { world, type Device, type World } from '../../journeys/world.ts'

let w: World
let other: Database
let home: SchoolId
let tao: PersonId
let district: Device
let second: Device

beforeAll(async () => {
  w = await world()
  other = connect(w.url, 1)
  home = await w.school('实验小学')
  tao = await w.teacher('陶静', home)
  const devices: Device[] = []
  for (const name of ['刘科长', '马科长']) {
    const id = await w.person(name)
    await w.role(id, name, 'district-officer', 'district')
    devices.push(await w.device(id))
  }
  ;[district, second] = devices as [Device, Device]
}, 60_000)
afterAll(async () => {
  expect(w.failures).toEqual([])
  await other.destroy()
  await w.close()
})

const close = async (school: SchoolId, body: object = {}): Promise<CloseAnswer> => {
  const response = await district.fetch(`/api/district/schools/${school}/close`, {
    method: 'POST',
    body: JSON.stringify({ to: '2026-09-20', reason: '布局调整', into: null, confirm: true, ...body }),
  })
  return (await response.json()) as CloseAnswer
}
const begin = async (school: SchoolId): Promise<string> => {
  const { results } = await second.sync([
    second.op({ kind: 'teacher', id: tao }, 'start-post', { school, kind: 'visiting', from: '2026-09-21' }),
  ])
  const result = results[0]?.result
  return result?.is === 'refused' ? result.code : (result?.is ?? 'nothing')
}
const waiting = async (n: number): Promise<void> => {
  for (;;) {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(w.db)
    if ((rows[0]?.n ?? 0) >= n) return
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}
/** Both have decided, and wait for the district's counter in this order; then it is let go. */
async function inTurn<A, B>(first: () => Promise<A>, then: () => Promise<B>): Promise<[A, B]> {
  let started: [Promise<A>, Promise<B>] | null = null
  await other.transaction().execute(async (tx) => {
    await sql`select 1 from district for update`.execute(tx)
    const one = first()
    await waiting(1)
    const two = then()
    await waiting(2)
    started = [one, two]
  })
  if (started === null) throw new Error('not started')
  const [one, two] = started as [Promise<A>, Promise<B>]
  return [await one, await two]
}
const orphans = async (): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from posting p join school s on s.district = p.district and s.id = p.school where s.body::jsonb ? 'closedOn' and (p.to_day is null or p.to_day > (s.body::jsonb ->> 'closedOn')::date)`.execute(
      w.db,
    )
  ).rows[0]?.n ?? -1

describe('a post that begins while its school is closed', () => {
  test('where the post was first, the school is not closed over it', async () => {
    const school = await w.school('解放小学')
    const [begun, closed] = await inTurn(
      () => begin(school),
      () => close(school),
    )
    expect([begun, closed]).toMatchObject(['applied', { is: 'refused', code: 'school.people-left' }])
    expect(await orphans()).toBe(0)
  })

  test('where the closing was first, the post is refused', async () => {
    const school = await w.school('红旗小学')
    const [closed, begun] = await inTurn(
      () => close(school),
      () => begin(school),
    )
    expect([closed, begun]).toMatchObject([{ is: 'done' }, 'post.school-closed'])
    expect(await orphans()).toBe(0)
  })
})

describe('what stands in the way of a closing is said before anybody is moved', () => {
  test('a last day before the school’s first', async () => {
    const school = await w.school('新村小学')
    const liu = await w.teacher('柳青', school)
    for (const confirm of [false, true])
      expect(await close(school, { to: '1999-08-31', into: home, confirm })).toMatchObject({
        is: 'refused',
        code: 'school.closed-before-opened',
      })
    const { rows } = await sql<{ school: string }>`select school from posting where person = ${liu}`.execute(w.db)
    expect(rows).toEqual([{ school }])
  })
})
