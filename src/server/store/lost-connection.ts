// What every connection to PostgreSQL needs to outlive the loss of it: somebody who hears of it (else Node ends the whole process),
// and a limit to silence, since a line that was cut without a word answers nothing, for ever.

import type { Socket } from 'node:net'
import pg from 'pg'

/** The system asks whether the other side is still there. */
export const ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 } as const
/** For start, backup and restore: one statement there may sort a whole table before it says anything. */
const SILENT_MS = 15 * 60_000
const PATIENCE_MS = 20_000

/** The statements in hand are told; nobody else needs to be. After `silentMs` without a byte the connection counts as lost. */
export function survivesLoss(client: pg.Client, silentMs: number): void {
  client.on('error', () => undefined)
  client.once('connect', () => {
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
    stream.setTimeout(silentMs, () => stream.destroy(Object.assign(new Error('timeout expired'), { code: 'ETIMEDOUT' })))
  })
}

/** A connection of its own, not yet connected. */
export function clientTo(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS, ...ALIVE })
  survivesLoss(client, SILENT_MS)
  return client
}

/** A connection for this work alone. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = clientTo(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
