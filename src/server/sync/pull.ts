// The pull half: what is new for this person, out of one unmoving picture of the database. Moves nothing, remembers nothing.
// The cursor only says how far the feed was read; what the person may hold is computed anew each time.

import { heldDigest } from '../../wire/document-text.ts'
import { PROTOCOL, type SyncRequest, type SyncResponse } from '../../wire/sync.ts'
import type { Asker } from '../door/asker.ts'
import { withAsker, type Visit } from '../door/door.ts'
import { readDocuments, subjectOf, type StoredDocument } from '../store/documents.ts'
import { feedPage, lookInReach, type FeedPage, type HeldDocument } from '../store/feed.ts'
import type { DistrictState } from '../store/districts.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { heldDocuments, heldKey } from './held.ts'
import type { OpAnswer } from './push.ts'
import type { SyncDeps } from './deps.ts'

/** Unpacked; packed a tenth of it, which a slow line carries well before the phone gives up. Larger pages pack better, not much. */
export const PAGE_BYTES = 1024 * 1024
/** Documents read first, to see how large they are here, and the most at a time after that. */
const FIRST_READ = 4
const MOST_READ = 100

export type PullRequest = Pick<SyncRequest, 'generation' | 'cursor' | 'held' | 'want' | 'opened' | 'reference' | 'digests'>

export async function pull(deps: SyncDeps, cursorSecret: Buffer, asker: Asker, request: PullRequest, results: readonly OpAnswer[]): Promise<SyncResponse> {
  return withAsker(deps.db, deps.clock, asker, (visit) => answer(deps, cursorSecret, visit, request, results), { snapshot: true })
}

async function answer(deps: SyncDeps, secret: Buffer, visit: Visit, request: PullRequest, results: readonly OpAnswer[]): Promise<SyncResponse> {
  const { tx, asker, scope } = visit
  const look = scope.reach === 'list' ? await lookInReach(tx, asker.district) : null
  const at = look === null ? await deps.references.read(tx, asker.district) : await deps.references.at(tx, look.district)
  const { district } = at
  const held = await heldDocuments(visit, look, at.reference, request.opened)
  const keys = [...held.keys()]
  const since = startOf(secret, district, request)
  const feed = since === null ? NOTHING : await feedOf(visit, held, since)
  const wanted = request.want.map(heldKey).filter((key) => held.has(key))
  const { documents, left } = await wholeDocuments(visit, held, [...new Set(wanted)], PAGE_BYTES - bytesOf(feed))
  const reference = await deps.phoneReferences.read(visit, at, look?.posts ?? [])
  const cursor = feed.cutAt ?? district.head
  const more = feed.cutAt !== null || left
  const scopeDiffers = heldDigest(keys) !== request.held
  return {
    protocol: PROTOCOL,
    generation: district.generation,
    results: results.map(({ op, result }) => ({ op, result })),
    rows: feed.rows.map(({ subjectKind, subjectId, id, kind, content }) => ({ subject: { kind: subjectKind, id: subjectId }, row: { id, kind, content } })),
    cursor: writeCursor(secret, district.id, { generation: district.generation, change: cursor }),
    more,
    ...(scopeDiffers ? { scope: [...held.values()].map(({ kind, id }) => ({ kind, id })) } : {}),
    documents: documents.map(({ subject, digest, rows }) => ({ subject, digest, rows: [...rows] })),
    digests: digestsFor(held, feed, documents, request.digests === 'all' || since === null ? 'all' : 'changed', cursor),
    ...(reference.hash === request.reference ? {} : { reference }),
    me: { roles: scope.roles.map(({ role, atKind, atId }) => ({ role, at: { kind: atKind, id: atId } })) },
    backedUpThrough: district.backedUpThrough === 0 ? '' : String(district.backedUpThrough),
    serverTime: deps.clock(),
    nextAfterMs: more ? 0 : nextAfter(deps.chance()),
    minBuild: '',
  }
}

/** One to two minutes, so that phones that came back together spread out. */
const nextAfter = (chance: number): number => 60_000 + Math.floor(chance * 60_000)

/** From which change the feed is read; null when the phone starts (or starts again, after another generation). */
function startOf(secret: Buffer, district: DistrictState, request: PullRequest): number | null {
  const cursor = request.cursor === null ? null : readCursor(secret, district.id, request.cursor)
  if (cursor === null || request.generation !== district.generation || cursor.generation !== district.generation) return null
  return cursor.change > district.head ? null : cursor.change
}

const NOTHING: FeedPage = { rows: [], cutAt: null }

/** Only documents that changed since have rows that did; mostly there are none, and nothing more is asked. */
async function feedOf({ tx, asker }: Visit, held: ReadonlyMap<string, HeldDocument>, since: number): Promise<FeedPage> {
  const moved = [...held.values()].filter(({ change }) => change > since).map(heldKey)
  return moved.length === 0 ? NOTHING : feedPage(tx, asker.district, moved, since, PAGE_BYTES)
}

const bytesOf = (feed: FeedPage): number => feed.rows.reduce((sum, row) => sum + row.content.length + 100, 0)

/** Wanted documents in the order asked, while there is room; always at least one. */
async function wholeDocuments(visit: Visit, held: ReadonlyMap<string, HeldDocument>, wanted: readonly string[], room: number): Promise<{ documents: StoredDocument[]; left: boolean }> {
  const documents: StoredDocument[] = []
  let bytes = 0
  let taken = 0
  let next = FIRST_READ
  while (taken < wanted.length && (bytes < room || documents.length === 0)) {
    const some = wanted.slice(taken, taken + next).flatMap((key) => held.get(key) ?? [])
    for (const document of await readDocuments(visit.tx, visit.asker.district, some.map((d) => subjectOf(d.kind, d.id)))) {
      if (bytes >= room && documents.length > 0) return { documents, left: true }
      documents.push(document)
      bytes += document.rows.reduce((sum, row) => sum + row.content.length + 100, 0)
    }
    taken += next
    // As many as should still fit: what is read and does not fit is read again for the next page.
    next = Math.max(1, Math.min(MOST_READ, Math.floor((room - bytes) / Math.max(1, bytes / Math.max(1, documents.length)))))
  }
  return { documents, left: taken < wanted.length }
}

/** A document of which a later page still brings rows has no digest yet: the phone could not match it. */
function digestsFor(held: ReadonlyMap<string, HeldDocument>, feed: FeedPage, documents: readonly StoredDocument[], which: SyncRequest['digests'], cursor: number): Record<string, string> {
  const digests: Record<string, string> = {}
  const keys = which === 'all' ? held.keys() : new Set(feed.rows.map((r) => `${r.subjectKind}:${r.subjectId}`))
  for (const key of keys) {
    const document = held.get(key)
    if (document !== undefined && document.change <= cursor) digests[key] = document.digest
  }
  for (const document of documents) digests[heldKey(document.subject)] = document.digest
  return digests
}
