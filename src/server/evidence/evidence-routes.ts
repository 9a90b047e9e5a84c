// PUT and GET /api/evidence/:hash?of=PERSON. Only with the dossier in the asker's scope, only a picture that a record of that dossier
// names, and only as whoever named it there sent it: a hash that somebody remembers shows them nothing, since they never had its
// bytes. Everyone else learns nothing (404). What is stored was drawn anew and is sealed.

import { sql } from 'kysely'
import { Hono, type Context } from 'hono'
import { MOST_EVIDENCE_BYTES, type EvidenceCode } from '../../wire/evidence.ts'
import { sha256 } from '../digest.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import type { Clock } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import { withAsker } from '../door/door.ts'
import { nothingHere, problem } from '../http/problem.ts'
import { readAtMost } from '../http/read-body.ts'
import { rowsFrom, type Database } from '../store/database.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import { drawnAnew } from './picture.ts'

export interface EvidenceDeps {
  readonly db: Database
  readonly clock: Clock
  readonly files: EvidenceFiles
}

const HASH = /^[0-9a-f]{64}$/
const no = (c: Context, status: 409 | 422, code: EvidenceCode): Response => problem(c, status, code)

/** What a fact says of pictures. */
interface Naming {
  readonly by: string
  readonly evidence?: readonly { readonly hash?: string }[]
}

interface Asked {
  readonly asker: Asker
  readonly hash: string
  readonly of: string
}

export function evidenceRoutes(deps: EvidenceDeps): Hono<AskerEnv> {
  return new Hono<AskerEnv>()
    .put('/api/evidence/:hash', async (c) => {
      const asked = askedFor(c)
      if (asked instanceof Response) return asked
      const { district, person } = asked.asker
      const by = await namedBy(deps, asked)
      if (by === null) return nothingHere(c)
      if (!by.includes(person)) return no(c, 409, 'evidence.unnamed')
      if (await deps.files.has(district, asked.hash, person)) return c.json({})
      const bytes =
        Number(c.req.header('content-length') ?? '0') > MOST_EVIDENCE_BYTES ? null : await readAtMost(c.req.raw, MOST_EVIDENCE_BYTES)
      if (bytes === null) return problem(c, 413, 'body.too-large')
      if (sha256(bytes) !== asked.hash) return no(c, 422, 'evidence.other-bytes')
      const picture = await drawnAnew(bytes)
      if (picture === null) return no(c, 422, 'evidence.not-a-picture')
      await deps.files.put(district, asked.hash, person, picture)
      return c.json({})
    })
    .get('/api/evidence/:hash', async (c) => {
      const asked = askedFor(c)
      if (asked instanceof Response) return asked
      const by = await namedBy(deps, asked)
      const picture = by === null ? null : await deps.files.get(asked.asker.district, asked.hash, by)
      if (picture === null) return nothingHere(c)
      return c.body(new Uint8Array(picture), 200, { 'Content-Type': 'image/jpeg', 'Content-Disposition': 'inline' })
    })
}

function askedFor(c: Context<AskerEnv>): Asked | Response {
  const { asker } = c.var
  if (asker === null) return problem(c, 401, 'session.none')
  const hash = c.req.param('hash') ?? ''
  const of = c.req.query('of') ?? ''
  return HASH.test(hash) && /^[\w.:-]{1,64}$/.test(of) ? { asker, hash, of } : nothingHere(c)
}

/** Who names it as evidence in that dossier; null where the dossier is out of scope: behind the wall it has no rows at all. */
function namedBy(deps: EvidenceDeps, { asker, hash, of }: Asked): Promise<readonly string[] | null> {
  return withAsker(deps.db, deps.clock, asker, async ({ tx }) => {
    const rows = await rowsFrom(
      tx,
      sql<{ content: string }>`select case when kind = 'hours' and position(${hash} in content) > 0 then content else '[]' end as content
      from document_row where district = ${asker.district} and subject_kind = 'teacher' and subject_id = ${of}`,
    )
    if (rows.length === 0) return null
    const facts = rows.flatMap((row) => JSON.parse(row.content) as readonly Naming[])
    return [...new Set(facts.filter((fact) => fact.evidence?.some((one) => one.hash === hash) === true).map((fact) => fact.by))]
  })
}
