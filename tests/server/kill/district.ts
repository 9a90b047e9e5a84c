// A district in the data folder of a running server, filled past its routes so that filling costs no time: one school, teachers,
// and for each a device and a session. What they do afterwards goes over HTTP like anybody's.

import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { DistrictId, PersonId, RowId } from '../../../src/domain/ids.ts'
import { accountsKey } from '../../../src/server/accounts/accounts-door.ts'
import { issueCodes } from '../../../src/server/accounts/invites.ts'
import { beginSession } from '../../../src/server/accounts/sessions.ts'
import { withServer } from '../../../src/server/door/door.ts'
import { runningDatabase } from '../../../src/server/postgres/embedded.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../../src/server/reference/reference.ts'
import { connect, type Database } from '../../../src/server/store/database.ts'
import { addPeople } from '../../../src/server/store/people.ts'
import { foundDistrict } from '../../../src/server/sync/found.ts'
import { applyOnBehalf } from '../../../src/server/sync/on-behalf.ts'
import { signingText, type OpContent, type SignedOp } from '../../../src/wire/op.ts'
import { claim } from '../../journeys/world.ts'
import { rawOf } from '../accounts/scene.ts'

const DISTRICT = '500103' as DistrictId
const admin = { id: 'admin' as PersonId, name: '管理员' }

export function databaseOf(folder: string, connections = 4): Database {
  const running = runningDatabase(folder)
  if (running === null) throw new Error(`no database is running in ${folder}`)
  return connect(running.url, connections)
}

export interface Writer {
  readonly person: PersonId
  readonly cookie: string
  /** The next op of this device: a claim in its teacher's own dossier. */
  next(): SignedOp
}

export async function fillDistrict(db: Database, writers: number): Promise<Writer[]> {
  const clock = Date.now
  const references = referenceSource(districtRules)
  await withServer(db, { district: DISTRICT, person: admin.id }, (tx) =>
    foundDistrict(
      tx,
      { clock, references },
      { district: DISTRICT, code: DISTRICT, name: '渝中区', admin: { ...admin, staffNumber: null }, role: randomUUID() as RowId },
    ),
  )
  const act = async (subject: OpContent['subject'], verb: string, args: Record<string, unknown>): Promise<void> => {
    const content: OpContent = { op: randomUUID(), actor: admin.id, subject, verb, v: 1, base: null, after: null, args }
    const [answer] = await applyOnBehalf({ db, clock, references }, { district: DISTRICT, actor: admin, device: 'test' }, [content])
    if (answer?.result.is !== 'applied') throw new Error(`${verb}: ${JSON.stringify(answer?.result)}`)
  }
  const school = randomUUID()
  await act({ kind: 'school', id: school }, 'open-school', {
    name: '实验小学',
    code: 'S1',
    kind: 'primary',
    place: 'urban',
    stage: 'primary',
    parent: null,
    from: '2000-09-01',
  })
  const made: Writer[] = []
  for (let i = 0; i < writers; i += 1) {
    const person = randomUUID() as PersonId
    const name = `老师${String(i)}`
    await withServer(db, { district: DISTRICT, person: admin.id }, (tx) =>
      addPeople(tx, DISTRICT, [{ id: person, name, staffNumber: null }]),
    )
    const identity = {
      name,
      initials: ['ls'],
      staffNumber: null,
      sex: 'unknown',
      subject: '语文',
      stage: 'primary',
      employment: 'permanent',
      category: 'full-time',
      workedSince: '2010-09-01',
    }
    await act({ kind: 'teacher', id: person }, 'enrol-person', { identity, home: { row: randomUUID(), school, from: '2015-09-01' } })
    made.push(await writerOf(db, person))
  }
  return made
}

async function writerOf(db: Database, person: PersonId): Promise<Writer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const device = randomUUID()
  await sql`insert into device (district, id, person, public_key, since) values (${DISTRICT}, ${device}, ${person}, ${rawOf(publicKey)}, '2026-09-01')`.execute(
    db,
  )
  const token = await db.transaction().execute((tx) => beginSession(tx, Date.now(), { district: DISTRICT, person, device }))
  let n = 0
  return {
    person,
    cookie: `yantu=${token}`,
    next() {
      n += 1
      const content: OpContent = {
        op: randomUUID(),
        actor: person,
        subject: { kind: 'teacher', id: person },
        verb: 'claim-hours',
        v: 1,
        base: null,
        after: null,
        args: claim({ title: `第 ${String(n)} 次` }),
      }
      const transport = { device, n, at: { clock: '2026-09-20T10:00:00', zone: 480, offset: 0 } }
      return { content, transport, alg: 'ES256', sig: signature(privateKey, signingText({ content, transport })) }
    },
  }
}

const signature = (key: KeyObject, text: string): string =>
  sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')

/** A code to join with, as a slip has it. */
export async function slipFor(db: Database, person: PersonId): Promise<string> {
  const key = await accountsKey(db)
  const [slip] = await db
    .transaction()
    .execute((tx) =>
      issueCodes(tx, key, Date.now(), { district: DISTRICT, madeBy: admin.id, purpose: 'join', lastsMs: 3_600_000 }, [person]),
    )
  if (slip === undefined) throw new Error('no slip')
  return slip.code
}
