// The import's routes: a dry run, its confirmation, its undoing, and what was imported before. Whoever may not import gets 404.

import { Hono, type Context, type MiddlewareHandler } from 'hono'
import {
  ConfirmRequest,
  MOST_FILE_CHARACTERS,
  RosterRequest,
  UndoRequest,
  type ImportCode,
  type RosterAnswer,
  type UndoAnswer,
} from '../../wire/import.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { isUuid } from '../../domain/ids.ts'
import { momentOf } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import { withServer } from '../door/door.ts'
import { nothingHere, problem } from '../http/problem.ts'
import { readJson } from '../http/read-json.ts'
import { FILE_REFUSAL_WORDS, NOT_A_ROSTER_WORDS } from '../text/findings.ts'
import { confirmBatch } from './apply.ts'
import { batchById, recentBatches } from './batch-store.ts'
import { dryRun, type DryRun, type ImportDeps } from './dry-run.ts'
import { choicesOf } from './entries/tell-entries.ts'
import { importerOf } from './importer.ts'
import { batchTold, columnTold, fieldsOf, headTold } from './tell.ts'
import { undoBatch } from './undo.ts'

type C = Context<AskerEnv>
const WITH_A_FILE = { bytes: MOST_FILE_CHARACTERS + 4 * 1024 * 1024, depth: 4, values: 100_000 }

const no = (c: C, code: ImportCode, status: 409 | 422 = 409, field?: string): Response =>
  problem(c, status, code, field === undefined ? {} : { field })

export function importRoutes(deps: ImportDeps): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  const askerOf = (c: C): Asker => {
    if (c.var.asker === null) throw new Error('a guarded route without a session')
    return c.var.asker
  }
  const importer = (asker: Asker) =>
    withServer(deps.db, asker, async (tx) => {
      const { reference } = await deps.references.read(tx, asker.district)
      const found = await importerOf(tx, asker, reference, momentOf(deps.clock()).day)
      return found === null
        ? null
        : { importer: found, schools: reference.schools, choices: choicesOf(reference.policy, momentOf(deps.clock()).day) }
    })
  // Before a body of megabytes is read: whoever may not import at all is not listened to.
  const importersOnly: MiddlewareHandler<AskerEnv> = async (c, next) => {
    if (c.var.asker === null) return problem(c, 401, 'session.none')
    return (await importer(c.var.asker)) === null ? nothingHere(c) : next()
  }
  app.use('/api/import/*', importersOnly)
  // Anything else is no batch's id, and some of it the database would not even look up.
  app.use('/api/import/rosters/:id/*', async (c, next) => (isUuid(c.req.param('id')) ? next() : nothingHere(c)))

  app.post('/api/import/rosters', async (c) => {
    const wish = await readJson(c, RosterRequest, WITH_A_FILE)
    if (wish instanceof Response) return wish
    const { file, ...rest } = wish
    const outcome = await dryRun(deps, askerOf(c), { ...rest, bytes: Buffer.from(file, 'base64') })
    if (outcome.is === 'nobody') return nothingHere(c)
    if (outcome.is === 'choose-school') return no(c, 'import.choose-school', 422, 'school')
    const found = await importer(askerOf(c))
    const schools = found?.schools ?? []
    return c.json(answerOf(outcome, schools, found?.choices))
  })

  app.get('/api/import/rosters', async (c) => {
    const asker = askerOf(c)
    const found = await importer(asker)
    const batches = await withServer(deps.db, asker, (tx) =>
      recentBatches(tx, asker.district, found?.importer.district === true ? null : asker.person),
    )
    return c.json({ batches: batches.map((b) => headTold(b, found?.schools ?? [])) })
  })

  app.get('/api/import/rosters/:id', async (c) => {
    const asker = askerOf(c)
    const found = await importer(asker)
    const batch = await withServer(deps.db, asker, (tx) => batchById(tx, asker.district, c.req.param('id')))
    if (found === null || batch === null || (batch.madeBy !== asker.person && !found.importer.district)) return nothingHere(c)
    return c.json(batchTold(batch, found.schools, found.choices))
  })

  app.post('/api/import/rosters/:id/confirm', async (c) => {
    const wish = await readJson(c, ConfirmRequest, WITH_A_FILE)
    if (wish instanceof Response) return wish
    const outcome = await confirmBatch(deps, askerOf(c), c.req.param('id'), wish)
    if (outcome.is === 'nobody') return nothingHere(c)
    return outcome.is === 'no' ? no(c, outcome.code) : c.json(outcome.outcome)
  })

  app.post('/api/import/rosters/:id/undo', async (c) => {
    const wish = await readJson(c, UndoRequest, WITH_A_FILE)
    if (wish instanceof Response) return wish
    const outcome = await undoBatch(deps, askerOf(c), c.req.param('id'), wish.rest === true)
    switch (outcome.is) {
      case 'nobody':
        return nothingHere(c)
      case 'already-done':
        return no(c, 'import.already-done')
      case 'left':
        return c.json({ undone: outcome.undone, left: outcome.rows, others: outcome.others } satisfies UndoAnswer)
      case 'undone':
        return c.json({ undone: outcome.people } satisfies UndoAnswer)
    }
  })
  return app
}

function answerOf(
  outcome: Exclude<DryRun, { is: 'nobody' | 'choose-school' }>,
  schools: Parameters<typeof batchTold>[1],
  choices: Parameters<typeof batchTold>[2],
): RosterAnswer {
  if (outcome.is === 'unreadable') return { is: 'refused', code: outcome.code, words: FILE_REFUSAL_WORDS[outcome.code] }
  if (outcome.is === 'not-a-roster') {
    const { code, sheet, headingRow, columns } = outcome.what
    return {
      is: 'not-a-roster',
      code,
      words: NOT_A_ROSTER_WORDS[code],
      sheet,
      headingRow,
      columns: columns.map(columnTold),
      sheets: outcome.sheets,
      kind: outcome.kind,
      fields: fieldsOf(outcome.kind),
    }
  }
  const workbook = outcome.workbook === null ? null : Buffer.from(outcome.workbook).toString('base64')
  return {
    is: 'planned',
    batch: batchTold(outcome.batch, schools, choices),
    sheets: outcome.sheets,
    fields: fieldsOf(outcome.batch.stored.kind ?? 'roster'),
    workbook,
  }
}
