// POST /api/rescue: one part of a rescue file, within the bounds of a sync request; an answer for every op with an id.

import { Hono, type Context } from 'hono'
import { MOST_BYTES } from '../../wire/sync.ts'
import { RescueRequest, type RescueAnswer } from '../../wire/rescue.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import type { Admission } from '../http/admission.ts'
import { inTurn } from '../http/admit.ts'
import { readBoundedJson, SYNC_BOUNDS } from '../http/bounded-json.ts'
import { problem } from '../http/problem.ts'
import { readBodyText } from '../http/read-body.ts'
import type { SyncDeps } from './deps.ts'
import { handIn } from './rescue.ts'

/** The ops and the head. */
const MOST_REQUEST = MOST_BYTES + 4 * 1024

export const rescueRoute = (deps: SyncDeps, admission: Admission): Hono<AskerEnv> =>
  new Hono<AskerEnv>().post('/api/rescue', (c) => {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    return inTurn(
      c,
      admission,
      asker.person,
      () => readPart(c),
      async ({ ops }) => c.json({ results: await handIn(deps, asker, ops) } satisfies RescueAnswer),
    )
  })

async function readPart(c: Context): Promise<{ readonly ops: readonly unknown[] } | Response> {
  // What another site's form could send is never JSON by its own word.
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return problem(c, 415, 'request.malformed')
  const body = await readBodyText(c.req.raw, MOST_REQUEST)
  if (body.is === 'refused') return problem(c, body.status, body.code)
  const json = readBoundedJson(body.text, SYNC_BOUNDS)
  if (json.is === 'refused') return problem(c, 400, json.code)
  const file = RescueRequest.safeParse(json.value)
  return file.success ? file.data : problem(c, 400, 'rescue.not-one')
}
