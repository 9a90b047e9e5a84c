// Standings are kept: counted when a dossier or the policy changes, and not when anything else does.
import { beforeEach, expect, test } from 'vitest'
import type { Reference } from '../../src/domain/reference.ts'
import { closePhone, read, write, type Phone } from '../../src/storage/phone.ts'
import { settle } from '../../src/storage/settle.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { systemHash } from '../../src/storage/system-hash.ts'
import { canonical, hashText, shortHash } from '../../src/wire/canonical.ts'
import { digestOf, rowText } from '../../src/wire/document-text.ts'
import type { SyncResponse } from '../../src/wire/sync.ts'
import { dossierOf, dossiers, fill, handset, keyOf, openFor, reference, referenceWire } from './people.ts'

let phone: Phone
beforeEach(async () => {
  phone = await openFor('wu', handset())
  await fill(phone, [dossiers.tao, dossiers.lin])
  return () => {
    closePhone(phone)
  }
})

let cursor: string | null = null
beforeEach(() => {
  cursor = null
})

async function answered(more: Partial<SyncResponse>): Promise<void> {
  const asked = { cursor, want: [] }
  cursor = `${cursor ?? ''}+`
  await settle(phone, asked, {
    protocol: 1,
    generation: 1,
    results: [],
    rows: [],
    cursor,
    more: false,
    documents: [],
    digests: {},
    backedUpThrough: '',
    serverTime: 0,
    nextAfterMs: 0,
    minBuild: '',
    ...more,
  })
}

const wire = (value: Reference) => ({ hash: shortHash(value), content: canonical(value) })
/** Shows which of them are written anew. */
const markAll = () =>
  write(phone, async (database) => {
    for (const one of await database.standings.toArray()) await database.standings.put({ ...one, name: `${one.name}(旧)` })
  })
const names = async () => (await allStandings(phone)).map(({ name }) => name).sort()

test('an activity that somebody registers leaves every standing as it was counted', async () => {
  await answered({ reference: referenceWire })
  await markAll()
  await answered({ reference: wire({ ...reference, schools: [...reference.schools].reverse() }) })
  expect(await names()).toEqual(['林老师(旧)', '陶老师(旧)'])
})

test('another policy counts all of them anew, also where only a value of it changed', async () => {
  await answered({ reference: referenceWire })
  await markAll()
  await answered({ reference: wire({ ...reference, policy: { ...reference.policy, version: `${reference.policy.version}+1` } }) })
  expect(await names()).toEqual(['林老师', '陶老师'])
  expect((await allStandings(phone)).map(({ policy }) => policy)).toEqual([
    `${reference.policy.version}+1`,
    `${reference.policy.version}+1`,
  ])
})

test('standings of a phone from before this was remembered are counted anew once', async () => {
  await markAll()
  await answered({ reference: referenceWire })
  expect(await names()).toEqual(['林老师', '陶老师'])
})

test('another build counts all of them anew once, also where the server sends nothing new', async () => {
  await answered({ reference: referenceWire })
  phone = Object.assign(phone, { build: '0.2.1' })
  await markAll()
  await answered({})
  expect(await names()).toEqual(['林老师', '陶老师'])
  await markAll()
  await answered({})
  expect(await names()).toEqual(['林老师(旧)', '陶老师(旧)'])
})

test('a dossier that came whole is counted from what came, and its digest is the same by whichever hash', async () => {
  expect(await systemHash('覃 𠮷 䶮\n"a"')).toBe(hashText('覃 𠮷 䶮\n"a"'))
  const rows = [...dossiers.tao.rows.values()].map(rowText)
  for (const hash of [systemHash, undefined]) {
    phone = hash === undefined ? phone : Object.assign(phone, { hash })
    await markAll()
    await answered({ documents: [{ subject: dossierOf('tao'), digest: '', rows: rows.slice().reverse() }] })
    expect((await names()).filter((name) => name.indexOf('陶') === 0)).toEqual(['陶老师'])
    expect((await read(phone, (database) => database.documents.get(keyOf('tao'))))?.digest).toBe(digestOf(dossierOf('tao'), rows))
    cursor = null
    await write(phone, (database) => database.meta.delete('cursor'))
  }
})
