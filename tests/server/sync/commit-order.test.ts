import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '../../../src/domain/ids.ts'
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
