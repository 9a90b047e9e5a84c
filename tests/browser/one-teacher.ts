// A server of its own with a small district, and a teacher in it who has a slip in hand: for stories about what goes wrong, which
// must not disturb the demo district.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { freePort, startServer, stopServer, whenReady } from '../setup/server-process.ts'
import { databaseOf, fillDistrict, slipFor } from '../server/kill/district.ts'

export interface OneTeacher {
  readonly address: string
  readonly name: string
  readonly code: string
  /** Titles of every hours row at the server, as often as they are there. */
  titles(): Promise<string[]>
  stop(): Promise<void>
}

export async function oneTeacher(): Promise<OneTeacher> {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-one-'))
  const server = startServer({ YANTU_DATA: folder, PORT: String(await freePort()) })
  const address = await whenReady(server)
  const db = databaseOf(folder, 2)
  const [teacher] = await fillDistrict(db, 1)
  if (teacher === undefined) throw new Error('nobody there')
  const code = await slipFor(db, teacher.person)
  return {
    address,
    code,
    name: '老师0',
    async titles() {
      const { rows } = await sql<{ content: string }>`select content from document_row where kind = 'hours'`.execute(db)
      return rows.flatMap(({ content }) =>
        (JSON.parse(content) as { title?: string; training?: { title: string } }[])
          .slice(0, 1)
          .map((fact) => fact.training?.title ?? fact.title ?? '?'),
      )
    },
    async stop() {
      await db.destroy()
      await stopServer(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
