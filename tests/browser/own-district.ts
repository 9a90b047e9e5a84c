// A server of its own with a district of its own rules, schools, officers and teachers, for stories that the demo district (渝中) cannot
// tell: 永川's year of rotation. Filled past its routes, so that filling costs no time; everybody comes in with a slip like anybody.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DistrictId, PersonId, RowId } from '../../src/domain/ids.ts'
import type { Place } from '../../src/domain/school-file.ts'
import { accountsKey } from '../../src/server/accounts/accounts-door.ts'
import { issueCodes } from '../../src/server/accounts/invites.ts'
import { withServer } from '../../src/server/door/door.ts'
import { initialsOf } from '../../src/server/import/initials.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { addPeople } from '../../src/server/store/people.ts'
import { foundDistrict } from '../../src/server/sync/found.ts'
import { applyOnBehalf } from '../../src/server/sync/on-behalf.ts'
import type { OpContent } from '../../src/wire/op.ts'
import { databaseOf } from '../server/kill/district.ts'
import { freePort, startServer, stopServer, whenReady } from '../setup/server-process.ts'

export interface Somebody {
  readonly name: string
  /** Since when at work, and at this school. */
  readonly since: string
  readonly officer?: boolean
}

export interface SchoolOf {
  readonly name: string
  readonly place: Place
  readonly people: readonly Somebody[]
}

export interface OwnDistrict {
  readonly address: string
  /** Does something in the administrator's name, or somebody's, for what the story is not about; answers the op's id. */
  does(subject: OpContent['subject'], verb: string, args: Record<string, unknown>, by?: string): Promise<string>
  idOf(name: string): string
  /** What a slip says: a code for whoever is called so. */
  slipOf(name: string): Promise<{ readonly code: string; readonly name: string }>
  stop(): Promise<void>
}

export async function ownDistrict(code: string, name: string, districtOfficer: string, schools: readonly SchoolOf[]): Promise<OwnDistrict> {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-own-'))
  const server = startServer({ YANTU_DATA: folder, PORT: String(await freePort()) })
  const address = await whenReady(server)
  const db = databaseOf(folder, 2)
  const district = code as DistrictId
  const admin = { id: randomUUID() as PersonId, name: '管理员' }
  const deps = { db, clock: Date.now, references: referenceSource(districtRules) }
  const ids = new Map<string, string>()
  await withServer(db, { district, person: admin.id }, (tx) =>
    foundDistrict(tx, deps, { district, code, name, admin: { ...admin, staffNumber: null }, role: randomUUID() as RowId }),
  )
  const does: OwnDistrict['does'] = async (subject, verb, args, by) => {
    const actor = by === undefined ? admin : { id: ids.get(by) as PersonId, name: by }
    const content: OpContent = { op: randomUUID(), actor: actor.id, subject, verb, v: 1, base: null, after: null, args }
    const [answer] = await applyOnBehalf(deps, { district, actor, device: 'test' }, [content])
    if (answer?.result.is !== 'applied') throw new Error(`${verb}: ${JSON.stringify(answer?.result)}`)
    return content.op
  }
  const knows = async (who: string): Promise<string> => {
    const id = randomUUID() as PersonId
    ids.set(who, id)
    await withServer(db, { district, person: admin.id }, (tx) => addPeople(tx, district, [{ id, name: who, staffNumber: null }]))
    return id
  }
  const takesRole = (at: OpContent['subject'], who: string, role: string): Promise<string> =>
    does(at, 'grant-role', { person: ids.get(who), personName: who, role, from: '2020-01-01', to: null })
  await knows(districtOfficer)
  await takesRole({ kind: 'district', id: district }, districtOfficer, 'district-officer')
  for (const [n, school] of schools.entries()) {
    const at = { kind: 'school' as const, id: randomUUID() as string }
    ids.set(school.name, at.id)
    await does(at, 'open-school', {
      name: school.name,
      code: `S${String(n)}`,
      kind: 'primary',
      place: school.place,
      stage: 'primary',
      parent: null,
      from: '2000-09-01',
    })
    for (const { name: who, since, officer } of school.people) {
      const identity = {
        name: who,
        initials: initialsOf(who),
        staffNumber: null,
        sex: 'female',
        subject: '语文',
        stage: 'primary',
        employment: 'permanent',
        category: 'full-time',
        workedSince: since,
      }
      await does({ kind: 'teacher', id: await knows(who) }, 'enrol-person', {
        identity,
        home: { row: randomUUID(), school: at.id, from: since },
      })
      if (officer === true) await takesRole(at, who, 'officer')
    }
  }
  const idOf = (who: string): string => {
    const id = ids.get(who)
    if (id === undefined) throw new Error(`nobody called ${who}`)
    return id
  }
  return {
    address,
    does,
    idOf,
    async slipOf(who) {
      const key = await accountsKey(db)
      const [slip] = await db
        .transaction()
        .execute((tx) =>
          issueCodes(tx, key, Date.now(), { district, madeBy: admin.id, purpose: 'join', lastsMs: 3_600_000 }, [idOf(who) as PersonId]),
        )
      if (slip === undefined) throw new Error(`no slip for ${who}`)
      return { code: slip.code, name: who }
    },
    async stop() {
      await db.destroy()
      await stopServer(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
