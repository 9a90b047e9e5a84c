// The pull half: what is new for this person, out of one unmoving picture of the database. Moves nothing, remembers nothing.
// The cursor only says how far the feed was read; what the person may hold is computed anew each time.

import { heldDigest } from '../../wire/document-text.ts'
import { countedBy } from '../../wire/counted-by.ts'
import { PAGE_BYTES, PROTOCOL, type SyncRequest, type SyncResponse } from '../../wire/sync.ts'
import { momentOf } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import { sha256 } from '../digest.ts'
import { withAskerBy, type Visit } from '../door/door.ts'
import type { PhoneReference, Who } from '../reference/phone-reference.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import { subjectOf } from '../store/documents.ts'
import type { DistrictState } from '../store/districts.ts'
import { feedPage, type FeedPage } from '../store/feed.ts'
import { glance, type Glance } from '../store/glance.ts'
import { retrying } from '../store/retry.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { heldByDistrictDevice, heldByKey, heldKey, type Held } from './held.ts'
import type { OpAnswer } from './receive.ts'
import type { SyncDeps } from './deps.ts'
import { inBulk, inRows, type Reader, type Whole } from './whole.ts'

/** Documents read first, to see how large they are here, and the most at a time after that. */
const FIRST_READ = 4
const MOST_READ = 100

export type PullRequest = Pick<
  SyncRequest,
  'generation' | 'cursor' | 'held' | 'want' | 'opened' | 'reference' | 'room' | 'bulk' | 'digests'
>

export interface Pulled {
  readonly answer: SyncResponse
  /** What follows it (wire/bulk.ts). */
  readonly texts: readonly Buffer[]
}

export async function pull(
  deps: SyncDeps,
  cursorSecret: Buffer,
  asker: Asker,
  request: PullRequest,
  results: readonly OpAnswer[],
): Promise<Pulled> {
  const since = changeOf(cursorSecret, asker, request)
  const answered = (found: Found): Pulled => ({
    answer: answer(deps, cursorSecret, found, request, results),
    texts: found.documents.flatMap(({ text }) => text ?? []),
  })
  const room = request.room ?? PAGE_BYTES
  const once = request.want.length === 0 ? await atOnce(deps, asker, since, room) : null
  if (once !== null) return answered(once)
  return withAskerBy(
    deps.db,
    deps.clock,
    asker,
    (tx, today) => glance(tx, asker, today, since, room),
    async (visit, seen) => answered(await looked(deps, visit, seen, request, since, room)),
    { snapshot: true },
  )
}

interface Found {
  readonly who: Who
  readonly at: ReferenceAt
  readonly held: Held
  readonly feed: FeedPage
  readonly documents: readonly Whole[]
  readonly left: boolean
  readonly reference: PhoneReference
}

/** Most phones want nothing but to hear what is new: one statement tells, where what it is read with is remembered. Null where more is to be read. */
async function atOnce(
  { db, clock, references, phoneReferences }: SyncDeps,
  asker: Asker,
  since: number | null,
  room: number,
): Promise<Found | null> {
  const now = momentOf(clock())
  const { scope, district, look } = await retrying(() => glance(db, asker, now.day, since, room))
  const at = references.known(district)
  if (look === null || at === null) return null
  const who = { asker, scope, now }
  const reference = phoneReferences.known(who, at, look.posts)
  return reference === null ? null : { who, at, reference, held: heldByKey(look.documents), feed: look.feed, documents: [], left: false }
}

async function looked(
  deps: SyncDeps,
  visit: Visit,
  { district, look }: Glance,
  request: PullRequest,
  since: number | null,
  room: number,
): Promise<Found> {
  const at = await deps.references.at(visit.tx, district)
  const held = look === null ? await heldByDistrictDevice(visit, at.reference, request.opened) : heldByKey(look.documents)
  const feed = look === null ? await feedOf(visit, held, since, room) : look.feed
  const wanted = request.want.map(heldKey).filter((key) => held.has(key))
  const read = request.bulk === true ? inBulk(visit, at.reference.policy) : inRows(visit)
  const { documents, left } = await wholeDocuments(read, held, [...new Set(wanted)], room - bytesOf(feed))
  return { who: visit, at, held, feed, documents, left, reference: await deps.phoneReferences.read(visit, at, look?.posts ?? []) }
}

function answer(
  deps: SyncDeps,
  secret: Buffer,
  { who, at: { district, reference: rules }, held, feed: read, documents, left, reference }: Found,
  request: PullRequest,
  results: readonly OpAnswer[],
): SyncResponse {
  const starts = startOf(secret, district, request) === null
  const feed = starts ? NOTHING : read
  const cursor = feed.cutAt ?? district.head
  const more = feed.cutAt !== null || left
  const scopeDiffers = heldDigest(held.keys(), sha256) !== request.held
  return {
    protocol: PROTOCOL,
    generation: district.generation,
    results: results.map(({ op, result }) => ({ op, result })),
    rows: feed.rows.map(({ subjectKind, subjectId, id, kind, content }) => ({
      subject: { kind: subjectKind, id: subjectId },
      row: { id, kind, content },
    })),
    cursor: writeCursor(secret, district.id, { generation: district.generation, change: cursor }),
    more,
    // Told where documents may be asked for next.
    ...(more || scopeDiffers ? { bulk: true } : {}),
    ...(request.bulk === true && documents.length > 0 ? { counted: countedBy(rules.policy) } : {}),
    ...(scopeDiffers ? { scope: [...held.values()].map(({ kind, id }) => ({ kind, id })) } : {}),
    documents: documents.map(({ document }) => document),
    digests: digestsFor(held, feed, documents, request.digests === 'all' || starts ? 'all' : 'changed', cursor),
    ...(reference.hash === request.reference ? {} : { reference }),
    me: { roles: who.scope.roles.map(({ role, atKind, atId }) => ({ role, at: { kind: atKind, id: atId } })) },
    backedUpThrough: district.backedUpThrough === 0 ? '' : String(district.backedUpThrough),
    serverTime: deps.clock(),
    nextAfterMs: more ? 0 : nextAfter(deps.chance()),
    minBuild: '',
  }
}

/** One to two minutes, so that phones that came back together spread out. */
const nextAfter = (chance: number): number => 60_000 + Math.floor(chance * 60_000)

/** The change number of the phone's cursor; null when it starts (or starts again, after another generation). */
function changeOf(secret: Buffer, { district }: Pick<Asker, 'district'>, request: PullRequest): number | null {
  const cursor = request.cursor === null ? null : readCursor(secret, district, request.cursor)
  return cursor === null || request.generation !== cursor.generation ? null : cursor.change
}

/** From which change the feed is read, now that the district is known: what another generation counted says nothing here. */
function startOf(secret: Buffer, district: DistrictState, request: PullRequest): number | null {
  const change = changeOf(secret, { district: district.id }, request)
  return change === null || request.generation !== district.generation || change > district.head ? null : change
}

const NOTHING: FeedPage = { rows: [], cutAt: null }

/** Only documents that changed since have rows that did; mostly there are none, and nothing more is asked. */
async function feedOf({ tx, asker }: Visit, held: Held, since: number | null, room: number): Promise<FeedPage> {
  const moved = since === null ? [] : [...held.values()].filter(({ change }) => change > since).map(heldKey)
  return since === null || moved.length === 0 ? NOTHING : feedPage(tx, asker.district, moved, since, room)
}

const bytesOf = (feed: FeedPage): number => feed.rows.reduce((sum, row) => sum + row.content.length + 100, 0)

/** Wanted documents in the order asked, while there is room; always at least one. */
async function wholeDocuments(
  read: Reader,
  held: Held,
  wanted: readonly string[],
  room: number,
): Promise<{ documents: Whole[]; left: boolean }> {
  const documents: Whole[] = []
  let bytes = 0
  let taken = 0
  let next = FIRST_READ
  while (taken < wanted.length && (bytes < room || documents.length === 0)) {
    const some = wanted.slice(taken, taken + next).flatMap((key) => held.get(key) ?? [])
    for (const one of await read(some.map((d) => subjectOf(d.kind, d.id)))) {
      if (bytes >= room && documents.length > 0) return { documents, left: true }
      documents.push(one)
      bytes += one.bytes
    }
    taken += next
    // As many as should still fit: what is read and does not fit is read again for the next page.
    next = Math.max(1, Math.min(MOST_READ, Math.floor((room - bytes) / Math.max(1, bytes / Math.max(1, documents.length)))))
  }
  return { documents, left: taken < wanted.length }
}

/** A document of which a later page still brings rows has no digest yet: the phone could not match it. */
function digestsFor(
  held: Held,
  feed: FeedPage,
  documents: readonly Whole[],
  which: SyncRequest['digests'],
  cursor: number,
): Record<string, string> {
  const digests: Record<string, string> = {}
  const keys = which === 'all' ? held.keys() : new Set(feed.rows.map((r) => `${r.subjectKind}:${r.subjectId}`))
  for (const key of keys) {
    const document = held.get(key)
    if (document !== undefined && document.change <= cursor) digests[key] = document.digest
  }
  for (const { document } of documents) digests[heldKey(document.subject)] = document.digest
  return digests
}
