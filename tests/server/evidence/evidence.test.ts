// Evidence pictures: only with the dossier in scope, only what a record names, drawn anew, sealed on the disk.
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { evidenceFiles, evidencePlace } from '../../../src/server/evidence/evidence-files.ts'
import { evidenceKey } from '../../../src/server/evidence/evidence-key.ts'
import { evidenceRoutes } from '../../../src/server/evidence/evidence-routes.ts'
import { drawnAnew } from '../../../src/server/evidence/picture.ts'
import { seal, unseal } from '../../../src/server/evidence/sealing.ts'
import { evidencePath, MOST_EVIDENCE_BYTES } from '../../../src/wire/evidence.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'yantu-evidence-'))
const key = randomBytes(32)
let w: World
let qin: PersonId
let phone: Device
let officer: Device
let stranger: Device
let school: SchoolId
let photo: Buffer
let hash: string

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const put = (device: Device, bytes: Buffer, named = hashOf(bytes), of: string = qin): Promise<Response> =>
  device.fetch(evidencePath(named, of), { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': 'image/jpeg' } })
const get = (device: Device, named = hash, of: string = qin): Promise<Response> => device.fetch(evidencePath(named, of))
const outcome = async (response: Promise<Response>): Promise<string> => {
  const answer = await response
  const text = await answer.text()
  return `${String(answer.status)} ${answer.ok ? '' : (JSON.parse(text) as { code: string }).code}`.trim()
}
const recorded = (bytes: Buffer, more: Record<string, unknown> = {}): Promise<unknown> =>
  phone.sync([
    phone.op(
      { kind: 'teacher', id: qin },
      'claim-hours',
      claim({ evidence: [{ is: 'file', hash: hashOf(bytes), type: 'image/jpeg', bytes: bytes.length }], ...more }),
    ),
  ])

beforeAll(async () => {
  w = await world({
    overrides: { routes: (core) => [evidenceRoutes({ db: core.db, clock: core.clock, files: evidenceFiles(folder, () => key) })] },
  })
  school = await w.school('实验小学')
  qin = await w.teacher('覃丽莎', school)
  const wang = await w.teacher('王建国', school)
  await w.role(wang, '王建国', 'officer', { kind: 'school', id: school })
  phone = await w.device(qin)
  officer = await w.device(wang)
  stranger = await w.device(await w.teacher('外校老师', await w.school('解放小学')))
  // A picture as a phone makes it: taller than allowed, with a note of where it was taken.
  photo = await sharp({ create: { width: 900, height: 2000, channels: 3, background: '#c33' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: 'taken at home' } })
    .toBuffer()
  hash = hashOf(photo)
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true })
})

describe('evidence pictures', () => {
  test('someone who is not signed in, and a teacher of another school, store nothing and learn nothing', async () => {
    const nobody = await w.app.request(evidencePath(hash, qin), {
      method: 'PUT',
      headers: { host: '127.0.0.1', 'x-yantu': '1' },
      body: new Uint8Array(photo),
    })
    expect(nobody.status).toBe(401)
    await recorded(photo)
    expect(await outcome(put(stranger, photo))).toBe('404 not-found')
    expect(await outcome(get(stranger))).toBe('404 not-found')
    expect(await outcome(get(stranger, hash, w.uuid()))).toBe('404 not-found')
    expect(readdirSync(folder)).toEqual([])
  })

  test('a picture no record names is not kept; the phone sends the record first', async () => {
    const other = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#090' } })
      .jpeg()
      .toBuffer()
    expect(await outcome(put(phone, other))).toBe('409 evidence.unnamed')
    await recorded(other, { title: '另一次研修' })
    expect(await outcome(put(phone, other))).toBe('200')
  })

  test('a teacher sends a picture, the school’s officer sees it, drawn anew and without the camera’s notes', async () => {
    expect(await outcome(get(officer))).toBe('404 not-found')
    expect(await outcome(put(phone, photo))).toBe('200')
    expect(await outcome(put(phone, photo))).toBe('200')
    const answer = await get(officer)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const seen = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([seen.height, seen.exif]).toEqual([1600, undefined])
  })

  test('what lies on the disk is sealed, and opens only under its own hash', () => {
    const [file = ''] = readdirSync(join(folder, w.district, hash.slice(0, 2))).map((name) =>
      join(folder, w.district, hash.slice(0, 2), name),
    )
    expect(file).not.toContain(qin)
    const sealed = readFileSync(file)
    expect(sealed.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
    expect(unseal(key, hash, sealed).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(() => unseal(key, hashOf(Buffer.from('other')), sealed)).toThrow()
    sealed.writeUInt8(sealed.readUInt8(40) ^ 1, 40)
    expect(() => unseal(key, hash, sealed)).toThrow()
  })

  test('other bytes than named, what is no picture, and too much of it are told apart and not kept', async () => {
    const fake = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>'.repeat(4))])
    const page = Buffer.from('<html>sign in to the wifi</html>')
    const large = Buffer.concat([photo, Buffer.alloc(MOST_EVIDENCE_BYTES)])
    for (const bytes of [fake, page, large])
      await recorded(bytes.length > MOST_EVIDENCE_BYTES ? fake : bytes, { title: `材料 ${String(bytes.length)}` })
    expect(await outcome(put(phone, photo, hashOf(fake)))).toBe('422 evidence.other-bytes')
    expect(await outcome(put(phone, fake))).toBe('422 evidence.not-a-picture')
    expect(await outcome(put(phone, page))).toBe('422 evidence.not-a-picture')
    expect(await outcome(put(phone, large, hashOf(fake)))).toBe('413 body.too-large')
    expect(await outcome(get(phone, hashOf(fake)))).toBe('404 not-found')
  })

  test('on a shared phone the same address shows a colleague nothing, and no browser keeps what it showed', async () => {
    const colleague = await w.device(await w.teacher('同校老师', school))
    const shown = await get(phone)
    expect([
      shown.status,
      shown.headers.get('cache-control'),
      shown.headers.get('x-content-type-options'),
      shown.headers.get('cross-origin-resource-policy'),
    ]).toEqual([200, 'no-store', 'nosniff', 'same-origin'])
    expect(await outcome(get(colleague))).toBe('404 not-found')
    // Naming it in a record of one's own dossier shows it there only to whoever knows its bytes; naming another's dossier shows nothing.
    expect(await outcome(get(colleague, hash, colleague.person))).toBe('404 not-found')
  })

  test('an officer whose role has ended sees no picture any more, from the next request on', async () => {
    const lent = await w.teacher('借来的专干', school)
    await w.role(lent, '借来的专干', 'officer', { kind: 'school', id: school })
    const device = await w.device(lent)
    expect(await outcome(get(device))).toBe('200')
    await sql`update membership set to_day = from_day - 1 where person = ${lent}`.execute(w.db)
    expect(await outcome(get(device))).toBe('404 not-found')
  })

  test('whoever remembers the hash of a picture and names it in a record of their own is shown nothing, in whatever words they name it', async () => {
    const former = await w.device(await w.teacher('去了外校的专干', await w.school('人民小学')))
    const own = { kind: 'teacher', id: former.person } as const
    const early = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#06c' } })
      .jpeg()
      .toBuffer()
    // Named before it arrives, as by somebody who saw the record while the picture was still on the teacher's phone.
    await recorded(early, { title: '图还没到' })
    const named = [hash, hashOf(early)].map((one) => ({ is: 'file', hash: one, type: 'image/jpeg', bytes: 10 }))
    await former.sync([
      former.op(own, 'claim-hours', claim({ evidence: named })),
      former.op(own, 'claim-hours', claim({ title: hash, organiser: hashOf(early) })),
    ])
    expect(await outcome(put(phone, early))).toBe('200')
    for (const one of [hash, hashOf(early)]) {
      expect(await outcome(get(former, one, former.person))).toBe('404 not-found')
      // Nor does it say whether it has arrived.
      expect(await outcome(put(former, Buffer.from('x'), one, former.person))).toBe('422 evidence.other-bytes')
    }
    // Who has the bytes shows them as their own.
    expect(await outcome(put(former, photo, hash, former.person))).toBe('200')
    expect(await outcome(get(former, hash, former.person))).toBe('200')
    expect(await outcome(get(former, hashOf(early), former.person))).toBe('404 not-found')
    expect(await outcome(get(officer, hashOf(early)))).toBe('200')
  })

  test('a colleague in scope cannot send a picture in the place of whoever named it', async () => {
    const late = await sharp({ create: { width: 10, height: 20, channels: 3, background: '#60c' } })
      .jpeg()
      .toBuffer()
    await recorded(late, { title: '还没送来的' })
    expect(await outcome(put(officer, late))).toBe('409 evidence.unnamed')
    expect(await outcome(put(phone, late))).toBe('200')
  })

  test('a picture sent before senders were told apart is shown where it is named', async () => {
    const old = await sharp({ create: { width: 12, height: 20, channels: 3, background: '#3c6' } })
      .jpeg()
      .toBuffer()
    await recorded(old, { title: '从前的' })
    const place = evidencePlace(folder, w.district, hashOf(old))
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, seal(key, hashOf(old), old))
    expect(await outcome(get(officer, hashOf(old)))).toBe('200')
    expect(await outcome(get(stranger, hashOf(old)))).toBe('404 not-found')
  })

  test('an address that is no hash is nothing at all', async () => {
    expect(await outcome(phone.fetch(`/api/evidence/${'z'.repeat(64)}?of=${qin}`))).toBe('404 not-found')
    for (const path of [
      '..%2F..%2Fevidence.key',
      '..%2f..%2f..%2fetc%2fpasswd',
      hash.toUpperCase(),
      `${hash}%0d%0aset-cookie:a=b`,
      `${hash}/..`,
      '..%2f..',
      `${hash}%00`,
    ]) {
      expect(await outcome(phone.fetch(`/api/evidence/${path}?of=${qin}`)), path).toBe('404 not-found')
    }
    for (const of of ['../x', `${qin}' or '1'='1`, '', 'a'.repeat(65), '%00'])
      expect(await outcome(phone.fetch(`/api/evidence/${hash}?of=${encodeURIComponent(of)}`)), of).toBe('404 not-found')
    expect(w.failures).toEqual([])
  })
})

describe('the key of an installation', () => {
  test('is made once, for the server’s eyes only, and one from outside comes first', () => {
    const first = evidenceKey(folder, undefined)
    expect(evidenceKey(folder, '')).toEqual(first)
    expect(statSync(join(folder, 'evidence.key')).mode & 0o077).toBe(0)
    expect(evidenceKey(folder, 'ab'.repeat(32))).toEqual(Buffer.from('ab'.repeat(32), 'hex'))
    expect(() => evidenceKey(folder, 'short')).toThrow()
  })
})

test('a PNG with holes becomes a JPEG on paper, an SVG is refused', async () => {
  const png = await sharp({ create: { width: 10, height: 10, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  expect((await sharp((await drawnAnew(png)) ?? Buffer.alloc(0)).metadata()).format).toBe('jpeg')
  expect(await drawnAnew(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBeNull()
})
