// kill -9 of the server under sixteen writers, every other time of its database as well, on a real disk with everything that makes
// it durable: whatever was acknowledged is there, once, and what the standings say is what the rows come to.
// KILLS=100 for longer.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { verify } from '../../../src/server/store/rebuild.ts'
import type { Database } from '../../../src/server/store/database.ts'
import type { SignedOp } from '../../../src/wire/op.ts'
import type { SyncResponse } from '../../../src/wire/sync.ts'
import { freePort, startServer, stopServer, whenReady, type ServerProcess } from '../../setup/server-process.ts'
import { inOneLine, tellFigures } from '../../setup/tell-figures.ts'
import { databaseOf, fillDistrict, type Writer } from './district.ts'

const KILLS = Number(process.env['KILLS'] ?? '8')
const WRITERS = 16
/** Acknowledged between one kill and the next: by counts, never by time, so that a slow machine is killed at the same work. */
const BETWEEN = [20, 90, 50, 140, 70] as const

/** Only to end what hangs: a start may take a minute on a machine that has much else to do. */
const MOST_MS = 120_000 + KILLS * 60_000

let folder = ''
let server: ServerProcess | null = null
afterEach(async () => {
  if (server !== null) await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

test(
  `nothing acknowledged is lost and nothing is counted twice over ${String(KILLS)} kills`,
  async () => {
    folder = mkdtempSync(join(tmpdir(), 'yantu-kill-'))
    const port = String(await freePort())
    const start = async (): Promise<string> => {
      server = startServer({ YANTU_DATA: folder, PORT: port })
      return whenReady(server)
    }
    let up = start()
    const address = await up
    let db: Database = databaseOf(folder)
    const writers = await fillDistrict(db, WRITERS)
    await db.destroy()

    const acknowledged = new Map<string, Writer>()
    const sent = new Set<string>()
    let kills = 0
    let failed = 0
    let over = false
    let heard: () => void = () => undefined
    const write = async (writer: Writer): Promise<void> => {
      let waiting: SignedOp[] = []
      while (!over || waiting.length > 0) {
        if (waiting.length === 0) waiting = [writer.next(), writer.next()]
        for (const { content } of waiting) sent.add(content.op)
        const answer = await ask(address, writer, waiting)
        if (answer === null) {
          failed += 1
          await new Promise((resolve) => setTimeout(resolve, 250))
          // While it starts nobody listens: asking all the time would only take the processor from it.
          await up
          continue
        }
        const taken = new Set(answer.results.filter(({ result }) => result.is === 'applied').map(({ op }) => op))
        for (const op of taken) acknowledged.set(op, writer)
        waiting = waiting.filter(({ content }) => !taken.has(content.op))
        heard()
      }
    }
    const until = (count: number): Promise<void> =>
      new Promise((resolve) => {
        heard = () => {
          if (acknowledged.size >= count) resolve()
        }
        heard()
      })
    const writing = Promise.all(writers.map(write))
    while (kills < KILLS) {
      await until(acknowledged.size + (BETWEEN[kills % BETWEEN.length] ?? 20))
      await kill(kills % 2 === 1)
      kills += 1
      up = start()
      await up
    }
    await until(acknowledged.size + 32)
    over = true
    await writing

    db = databaseOf(folder)
    const rows = (
      await sql<{ id: string; subject: string }>`select id, subject_id as subject from document_row where kind = 'hours'`.execute(db)
    ).rows
    const log = (await sql<{ op: string }>`select op from op_log where device <> 'test'`.execute(db)).rows
    const found = new Map(rows.map((row) => [row.id, row.subject]))
    const lost = [...acknowledged].filter(([op, { person }]) => found.get(op) !== person)
    const strange = rows.filter((row) => !sent.has(row.id))
    const doubled = rows.length - found.size + (log.length - new Set(log.map(({ op }) => op)).size)
    const differences = await verify(db, districtRules)
    await db.destroy()
    const counts = {
      kills,
      'with the database': Math.floor(kills / 2),
      'requests failed': failed,
      'ops sent': sent.size,
      acknowledged: acknowledged.size,
      lost: lost.length,
      doubled,
    }
    tellFigures(`kill -9 of the server under ${String(WRITERS)} writers`, counts, [inOneLine(counts)])
    expect({ lost, strange, doubled, differences, kept: log.length }).toEqual({
      lost: [],
      strange: [],
      doubled: 0,
      differences: [],
      kept: rows.length,
    })
    expect(acknowledged.size).toBe(sent.size)
  },
  MOST_MS,
)

async function kill(database: boolean): Promise<void> {
  if (server === null) throw new Error('no server')
  const postmaster = Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0])
  server.child.kill('SIGKILL')
  if (database) process.kill(postmaster, 'SIGKILL')
  await server.ended
}

async function ask(address: string, writer: Writer, ops: readonly SignedOp[]): Promise<SyncResponse | null> {
  const body = JSON.stringify({
    protocol: 1,
    build: 'test',
    generation: null,
    cursor: null,
    held: '',
    want: [],
    opened: [],
    reference: 'none',
    ops,
    digests: 'changed',
  })
  try {
    const response = await fetch(`${address}/api/sync`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-yantu': '1', cookie: writer.cookie, origin: address },
    })
    return response.status === 200 ? ((await response.json()) as SyncResponse) : null
  } catch {
    // Nobody answered: it was being killed, or is starting.
    return null
  }
}
