// What must hold when the dust has settled, whatever came before: every phone is what a fresh phone of the same person gets, both are
// what lies in the database, nothing took effect twice, what is kept beside the rows is what they come to, and asking again moves nothing.

import { expect } from 'vitest'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { rollUpSchool } from '../../src/domain/roll-up.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { read } from '../../src/storage/phone.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { visibleReference } from '../../src/storage/visible.ts'
import { effectsOf, readServer } from '../simulation/at-server.ts'
import { todayIn } from './phones.ts'
import { storyPhone, type StoryPhone } from './phone.ts'
import type { World } from './world.ts'

export interface Held {
  readonly phone: StoryPhone
  readonly person: PersonId
  readonly name: string
}

/** Everybody connects, in this order, until nobody has anything left to say; three times at most. */
export async function everybodySyncs(...held: readonly Held[]): Promise<void> {
  let ends: string[] = []
  for (let round = 0; round < 3; round += 1) {
    ends = []
    for (const { phone } of held) ends.push((await phone.sync('all')).outcome.is)
    if (round > 0 && ends.every((end) => end === 'all-synced')) return
  }
  expect(ends).toEqual(held.map(() => 'all-synced'))
}

const contents = ({ phone }: StoryPhone): Promise<Record<string, string>> =>
  read(phone, async (database) => Object.fromEntries((await database.documents.toArray()).map((one) => [one.key, one.text]).sort()))

export async function allAgree(w: World, ...held: readonly Held[]): Promise<void> {
  await everybodySyncs(...held)
  const server = await readServer(w)
  for (const { phone, person, name } of held) {
    const fresh = await storyPhone(w, person, name)
    expect((await fresh.sync('all')).outcome).toEqual({ is: 'all-synced' })
    const here = await contents(phone)
    expect(here).toEqual(await contents(fresh))
    for (const [key, text] of Object.entries(here)) expect(text).toBe(server.texts.get(key))
    fresh.close()
    const before = phone.received.length
    await phone.sync()
    const answer = JSON.parse(phone.received[before] ?? '{}') as {
      rows?: unknown[]
      documents?: unknown[]
      scope?: unknown[]
      results?: unknown[]
    }
    expect([answer.rows, answer.documents, answer.scope, answer.results]).toEqual([[], [], undefined, []])
  }
  for (const effects of effectsOf(server).values()) {
    const places = effects.map(({ key, row, fact }) => `${key} ${row} ${fact.what}`)
    expect(new Set(places).size).toBe(places.length)
  }
  expect(await verify(w.db, districtRules)).toEqual([])
  expect(w.failures).toEqual([])
}

/** The roll-up of a school as its officer's phone adds it up and as the server says it: the same, and returned. */
export async function rollUpOf(w: World, school: SchoolId, { phone, person }: Held): Promise<Record<string, unknown>> {
  const reference = await read(phone.phone, (database) => visibleReference(phone.phone, database))
  if (reference === null) throw new Error('no reference yet')
  const { on: _on, ...own } = rollUpSchool(reference.value.policy, await allStandings(phone.phone), todayIn(w), school)
  const said = (await (await (await w.device(person)).fetch(`/api/school/${school}/roll-up`)).json()) as Record<string, unknown>
  for (const [what, value] of Object.entries(own)) expect(said[what], what).toEqual(JSON.parse(JSON.stringify(value)))
  return JSON.parse(JSON.stringify(own)) as Record<string, unknown>
}
