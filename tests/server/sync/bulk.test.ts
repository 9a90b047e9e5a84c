// Whole documents in bulk, from the real server: the same as row by row, only what is in reach, and no standing that may be an old one.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { standingOf } from '../../../src/domain/evaluate/standing.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import type { Reference } from '../../../src/domain/reference.ts'
import { partsOf, slicesOf } from '../../../src/wire/bulk.ts'
import { hashBytes } from '../../../src/wire/canonical.ts'
import { countedBy } from '../../../src/wire/counted-by.ts'
import { digestedText, documentFromText, heldDigest, linesOf } from '../../../src/wire/document-text.ts'
import { PROTOCOL, SyncResponse, type SyncRequest } from '../../../src/wire/sync.ts'
import { subjectOf } from '../../../src/server/store/documents.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let qin: PersonId
let far: PersonId
let officer: Device
let want: { kind: 'teacher' | 'school'; id: string }[]

beforeAll(async () => {
  w = await world()
  const central = await w.school('中心校')
  qin = await w.teacher('覃丽莎', central)
  far = await w.teacher('别校老师', await w.school('解放小学'))
  const wang = await w.teacher('王建国', central)
  await w.role(wang, '王建国', 'officer', { kind: 'school', id: central })
  officer = await w.device(wang)
  const teacher = await w.device(qin)
  await teacher.sync([teacher.op({ kind: 'teacher', id: qin }, 'claim-hours', claim({ title: '统编教材研修', level: 'school' }))])
  want = [qin, wang, far].map((id) => ({ kind: 'teacher' as const, id }))
  want.push({ kind: 'school', id: central })
})
afterAll(() => w.close())

async function asked(more: Partial<SyncRequest>): Promise<{ answer: SyncResponse; tail: Uint8Array; type: string }> {
  const body = {
    protocol: PROTOCOL,
    build: 'test',
    generation: null,
    cursor: null,
    held: heldDigest([]),
    want: [],
    opened: [],
    reference: null,
    ops: [],
    digests: 'changed',
    ...more,
  }
  const response = await officer.fetch('/api/sync', { method: 'POST', body: JSON.stringify(body) })
  expect(response.status).toBe(200)
  const { head, tail } = partsOf(new Uint8Array(await response.arrayBuffer()))
  return { answer: SyncResponse.parse(JSON.parse(head)), tail, type: response.headers.get('content-type') ?? '' }
}

const inBulk = async () => {
  const { answer, tail } = await asked({ want, bulk: true })
  const texts = slicesOf(answer.documents, tail) ?? []
  expect(texts).toHaveLength(answer.documents.length)
  return answer.documents.map((document, i) => ({ ...document, text: texts[i] ?? new Uint8Array(0) }))
}

test('a phone hears that it may ask for bulk when it hears what it may hold, and an idle one hears nothing of it', async () => {
  const first = await asked({})
  expect([first.answer.bulk, first.tail.length, first.type]).toEqual([true, 0, 'application/json'])
  const held = heldDigest((first.answer.scope ?? []).map((s) => `${s.kind}:${s.id}`))
  const idle = await asked({ held, cursor: first.answer.cursor, generation: first.answer.generation })
  expect([idle.answer.bulk, idle.answer.counted]).toEqual([undefined, undefined])
})

test('the texts are those of the documents row by row, with the digests’ own bytes, and only of what is in reach', async () => {
  const { answer } = await asked({ want })
  const bulk = await inBulk()
  expect(bulk.map(({ subject }) => subject.id)).toEqual(answer.documents.map(({ subject }) => subject.id))
  expect(bulk.map(({ subject }) => subject.id)).not.toContain(far)
  answer.documents.forEach(({ subject, rows, digest }, i) => {
    const text = bulk[i]?.text ?? new Uint8Array(0)
    expect(new TextDecoder().decode(text)).toBe(digestedText(subjectOf(subject.kind, subject.id), linesOf(rows)))
    expect(hashBytes(text).slice(0, 16)).toBe(digest)
    expect(bulk[i]?.rows).toEqual([])
  })
})

test('each dossier’s standing is what the phone would count from it, and a file has none', async () => {
  const { answer } = await asked({ want })
  const { policy } = JSON.parse(answer.reference?.content ?? '{}') as Reference
  const bulk = await inBulk()
  expect((await asked({ want, bulk: true })).answer.counted).toBe(countedBy(policy))
  let seen = 0
  for (const { subject, rows } of answer.documents) {
    const standing = bulk.find((one) => one.subject.id === subject.id)?.standing
    if (subject.kind === 'school') expect(standing).toBeUndefined()
    else {
      const dossier = documentFromText(subjectOf(subject.kind, subject.id), rows) as Dossier
      expect(JSON.parse(standing ?? '')).toEqual(standingOf(policy, dossier))
      seen += 1
    }
  }
  expect(seen).toBe(2)
})

test('a standing counted by other rules or other code, or before the dossier was last changed, stays at home', async () => {
  const has = async () => (await inBulk()).find(({ subject }) => subject.id === qin)?.standing !== undefined
  const set = (to: ReturnType<typeof sql>) => sql`update standing set ${to} where person = ${qin}`.execute(w.db)
  expect(await has()).toBe(true)
  await set(sql`policy = 'another'`)
  expect(await has()).toBe(false)
  const { answer } = await asked({ want, bulk: true })
  await set(sql`policy = ${answer.counted ?? ''}, change = change - 1`)
  expect(await has()).toBe(false)
  await set(sql`change = change + 1`)
  expect(await has()).toBe(true)
})
