import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { rebuild, remakeStale, verify } from '../../../src/server/store/rebuild.ts'
import { claim, world, type World } from '../../journeys/world.ts'

let w: World
let school: SchoolId
let qin: PersonId

beforeAll(async () => {
  w = await world()
  school = await w.school('实验小学')
  qin = await w.teacher('覃丽莎', school)
  await w.role(qin, '覃丽莎', 'officer', { kind: 'school', id: school })
  const phone = await w.device(qin)
  await phone.sync([
    phone.op({ kind: 'teacher', id: qin }, 'claim-hours', claim()),
    phone.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ level: 'school' })),
  ])
})
afterAll(() => w.close())

describe('what is kept beside the rows', () => {
  test('agrees with the rows after everything people did', async () => {
    expect(await verify(w.db, districtRules)).toEqual([])
  })

  test('when damaged is found, named, and made again from the rows', async () => {
    await sql`update standing set body = '{}' where person = ${qin}`.execute(w.db)
    await sql`delete from posting where person = ${qin}`.execute(w.db)
    await sql`update document set digest = 'x', waits_school = false where subject_id = ${qin}`.execute(w.db)
    await sql`delete from membership where at_id = ${school}`.execute(w.db)
    await sql`update school set name = '别的' where id = ${school}`.execute(w.db)
    const found = await verify(w.db, districtRules)
    const expected = [
      { subject: `school:${school}`, what: 'roles' },
      { subject: `school:${school}`, what: 'school' },
      { subject: `teacher:${qin}`, what: 'digest' },
      { subject: `teacher:${qin}`, what: 'posts' },
      { subject: `teacher:${qin}`, what: 'standing' },
      { subject: `teacher:${qin}`, what: 'waiting' },
    ]
    const key = (d: { subject: string; what: string }): string => `${d.subject} ${d.what}`
    expect(found.map(key).sort()).toEqual(expected.map(key).sort())
    expect((await rebuild(w.db, districtRules)).map(key).sort()).toEqual(found.map(key).sort())
    expect(await verify(w.db, districtRules)).toEqual([])
  })

  test('is brought to the policy in force when packs or settings changed', async () => {
    await sql`update standing set policy = 'older'`.execute(w.db)
    await remakeStale(w.db, districtRules)
    expect(await verify(w.db, districtRules)).toEqual([])
  })
})
