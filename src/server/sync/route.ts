// POST /api/sync: reads the request within bounds, pushes, then pulls. Thin on purpose.

import { Hono, type Context } from 'hono'
import { z } from 'zod/mini'
import { subjectKey, type Subject } from '../../domain/document.ts'
import { MOST_BYTES, MOST_OPS, PROTOCOL, SyncRequest, type SyncResponse } from '../../wire/sync.ts'
import { isOlderBuild, OLDEST_BUILD, OLDEST_PROTOCOL } from '../../wire/versions.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import type { Asker } from '../door/asker.ts'
import { withAsker } from '../door/door.ts'
import { noGuard, type RollbackGuard } from '../backup/rollback-guard.ts'
import type { Admission } from '../http/admission.ts'
import { inTurn } from '../http/admit.ts'
import { readBoundedJson, SYNC_BOUNDS } from '../http/bounded-json.ts'
import { packedJson } from '../http/packing.ts'
import { problem } from '../http/problem.ts'
import { rolledBackProblem } from '../http/read-only.ts'
import { readBodyText } from '../http/read-body.ts'
import { secret } from '../store/districts.ts'
import { noteUnequal } from '../store/ops.ts'
import { readCursor } from './cursor.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { rememberedIn } from './remembered.ts'
import type { SyncDeps } from './deps.ts'

/** Beside the ops there are at most 800 names of documents. */
const MOST_REQUEST = MOST_BYTES + 96 * 1024

/** Ops are read one by one (receive.ts), so that one that cannot be read blocks no other. */
const Envelope = z.extend(SyncRequest, { ops: z.array(z.unknown()).check(z.maxLength(MOST_OPS)) })
type Envelope = z.infer<typeof Envelope>

/** `oldestBuild`: what is older hands in its ops and is told to update (wire/versions.ts). */
export function syncRoute(
  deps: SyncDeps,
  admission: Admission,
  guard: RollbackGuard = noGuard,
  oldestBuild = OLDEST_BUILD,
): Hono<AskerEnv> {
  let cursorSecret: Promise<Buffer> | null = null
  const readSecret = (): Promise<Buffer> => {
    cursorSecret ??= secret(deps.db, 'cursor').catch((error: unknown) => {
      cursorSecret = null
      throw error
    })
    return cursorSecret
  }
  return new Hono<AskerEnv>().post('/api/sync', async (c) => {
    const asker = c.var.asker
    if (asker === null) return problem(c, 401, 'session.none')
    return inTurn(
      c,
      admission,
      asker.person,
      () => readRequest(c),
      async (request) => {
        // Before anything is taken: a phone that has seen more than the database holds proves that it is an older one.
        const seen = request.cursor === null ? null : readCursor(await readSecret(), asker.district, request.cursor)
        if (seen !== null && (await guard.beyond(asker.district, seen))) return rolledBackProblem(c)
        const results = await push(deps, asker, request.ops, rememberedIn(request))
        await noteDifferences(
          deps,
          asker,
          (request.unequal ?? []).map((one) => subjectKey(one as Subject)),
        )
        const { answer, texts } = await pull(deps, await readSecret(), asker, request, results)
        const paced = { ...answer, minBuild: oldestBuild, nextAfterMs: Math.floor(answer.nextAfterMs * admission.pace()) }
        return isTooOld(request, oldestBuild) ? packedJson(c, onlyResults(request, paced)) : packedJson(c, paced, texts)
      },
    )
  })
}

/** What the phone found unequal at its last synchronisation, and is fetching again. */
async function noteDifferences(deps: SyncDeps, asker: Asker, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await withAsker(deps.db, deps.clock, asker, ({ tx }) => noteUnequal(tx, keys))
}

const isTooOld = ({ protocol, build }: Envelope, oldestBuild: string): boolean =>
  protocol < OLDEST_PROTOCOL || isOlderBuild(build, oldestBuild)

/** What a phone that may not understand today's rows gets: its results, and that there is more, which it will have once it is updated. */
function onlyResults(
  { cursor }: Envelope,
  { protocol, generation, results, backedUpThrough, serverTime, nextAfterMs, minBuild }: SyncResponse,
): SyncResponse {
  return {
    protocol,
    generation,
    results,
    rows: [],
    cursor: cursor ?? '',
    more: true,
    documents: [],
    digests: {},
    backedUpThrough,
    serverTime,
    nextAfterMs,
    minBuild,
  }
}

async function readRequest(c: Context): Promise<Envelope | Response> {
  // What another site's form could send is never JSON by its own word.
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return problem(c, 415, 'request.malformed')
  const body = await readBodyText(c.req.raw, MOST_REQUEST)
  if (body.is === 'refused') return problem(c, body.status, body.code)
  const json = readBoundedJson(body.text, SYNC_BOUNDS)
  if (json.is === 'refused') return problem(c, 400, json.code)
  const envelope = Envelope.safeParse(json.value)
  if (!envelope.success) {
    const field = envelope.error.issues[0]?.path[0]
    return problem(c, 400, 'request.malformed', field === undefined ? {} : { field: String(field) })
  }
  // A phone of a newer release than this server: nobody can say here what its ops mean.
  if (envelope.data.protocol > PROTOCOL) return problem(c, 409, 'sync.protocol')
  if (Buffer.byteLength(JSON.stringify(envelope.data.ops)) > MOST_BYTES) return problem(c, 413, 'body.too-large')
  return envelope.data
}
