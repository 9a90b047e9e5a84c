// A release as it is kept for ever: everything that happened in one small district, as signed ops of its phones and as ops of the
// server, what each was answered, the documents they came to, and a phone of that release with its queue. Replaying asks today's
// server the same things at the same times; whatever differs is told.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PersonId } from '../../src/domain/ids.ts'
import { withServer } from '../../src/server/door/door.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { addPeople } from '../../src/server/store/people.ts'
import { applyOnBehalf } from '../../src/server/sync/on-behalf.ts'
import { canonical } from '../../src/wire/canonical.ts'
import type { OpContent, SignedOp } from '../../src/wire/op.ts'
import type { OpResult } from '../../src/wire/result.ts'
import type { SyncResponse } from '../../src/wire/sync.ts'
import { world, type World } from '../journeys/world.ts'
import { readServer } from '../simulation/at-server.ts'

export type Step = {
  /** The server's clock, ms. */
  readonly at: number
  readonly result: OpResult
} & ({ readonly by: 'phone'; readonly op: SignedOp } | { readonly by: 'server'; readonly actor: string; readonly content: OpContent })

export interface Release {
  readonly release: string
  /** The form of requests that its phones speak. */
  readonly protocol: number
  readonly district: string
  readonly founded: { readonly admin: string; readonly role: string; readonly at: number }
  /** The verbs it had; each is among the ops that phones signed. */
  readonly verbs: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly devices: readonly { readonly id: string; readonly person: string; readonly publicKey: string }[]
  readonly steps: readonly Step[]
  /** Every document in the end: subject key → packed rows. */
  readonly documents: Readonly<Record<string, string>>
}

export const folderOf = (release: string): string => fileURLToPath(new URL(`./releases/${release}/`, import.meta.url))
/** Where a release is written, once: throws where it was. */
export function folderToWrite(release: string): string {
  const folder = folderOf(release)
  if (existsSync(folder)) throw new Error(`${release} is frozen and is never written again: ${folder}`)
  return folder
}

export const readRelease = (release: string): Release => JSON.parse(readFileSync(`${folderOf(release)}ops.json`, 'utf8')) as Release

export interface Replayed {
  readonly w: World
  /** What was answered otherwise than it was then, in words. */
  readonly differences: readonly string[]
  readonly documents: ReadonlyMap<string, string>
}

export async function replay(release: Release): Promise<Replayed> {
  const w = await world({ districtCode: release.district, founded: release.founded })
  const references = referenceSource(districtRules)
  const clock = (): number => w.now
  await withServer(w.db, { district: w.district, person: w.admin }, (tx) =>
    addPeople(
      tx,
      w.district,
      release.people.map((one) => ({ ...one, staffNumber: null })),
    ),
  )
  for (const { id, person, publicKey } of release.devices) await w.enrol(id, person as PersonId, publicKey)
  const names = new Map(release.people.map((one) => [one.id, one.name]))
  const differences: string[] = []
  for (const step of release.steps) {
    w.now = step.at
    const content = step.by === 'phone' ? step.op.content : step.content
    const result = step.by === 'phone' ? await pushed(w, release, step.op) : await onBehalf(step.content, step.actor)
    const [then, now] = [canonical(step.result), result === undefined ? 'nothing' : canonical(result)]
    if (then !== now) differences.push(`${content.verb} ${content.op}: was ${then}, is ${now}`)
  }
  return { w, differences, documents: (await readServer(w)).texts }

  async function onBehalf(content: OpContent, actor: string): Promise<OpResult | undefined> {
    const who = { district: w.district, actor: { id: actor as PersonId, name: names.get(actor) ?? '' }, device: 'corpus' }
    return (await applyOnBehalf({ db: w.db, clock, references }, who, [content]))[0]?.result
  }
}

async function pushed(w: World, { protocol }: Release, op: SignedOp): Promise<OpResult | undefined> {
  const body = {
    protocol,
    build: 'corpus',
    generation: null,
    cursor: null,
    held: '',
    want: [],
    opened: [],
    reference: null,
    ops: [op],
    digests: 'changed',
  }
  const headers = { host: '127.0.0.1', 'content-type': 'application/json', 'x-yantu': '1', 'test-device': op.transport.device }
  const response = await w.app.request('/api/sync', { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`${op.content.verb}: ${String(response.status)} ${await response.text()}`)
  return ((await response.json()) as SyncResponse).results.find((one) => one.op === op.content.op)?.result
}
