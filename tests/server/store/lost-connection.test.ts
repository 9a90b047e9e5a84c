// A line to the database that is cut: with a word, the statements in hand hear of it and nothing else happens; without one (a cable
// pulled out, a firewall that forgot), they are not waited for for ever. Through a gate between real client and real PostgreSQL.
import { createServer as createHttp } from 'node:http'
import { connect as connectTo, createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import pg from 'pg'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { readAtMost } from '../../../src/server/http/read-body.ts'
import { connect } from '../../../src/server/store/database.ts'
import { clientTo, survivesLoss, withClient } from '../../../src/server/store/lost-connection.ts'
import { sqlState } from '../../../src/server/store/retry.ts'
import { troubleOf } from '../../../src/server/store/trouble.ts'

let gate: Server
let url: string
const sockets: Socket[] = []

beforeEach(async () => {
  const real = new URL(inject('postgresUrl'))
  const port = Number(real.port)
  gate = createServer((near) => {
    const far = connectTo(port, '127.0.0.1')
    sockets.push(near, far)
    near.pipe(far).pipe(near)
    for (const one of [near, far]) one.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  real.searchParams.delete('host')
  real.port = String((gate.address() as AddressInfo).port)
  url = real.toString()
})
afterEach(async () => {
  cut()
  await new Promise((resolve) => gate.close(resolve))
})

function cut(): void {
  for (const socket of sockets.splice(0)) socket.destroy()
}
/** Nothing comes through any more, and nobody is told. */
function silence(): void {
  for (const socket of sockets) socket.unpipe().pause()
}

test('a line that is cut is told to whoever asked, and the next one is a new line', async () => {
  const db = connect(url, 2)
  const asked = sql`select pg_sleep(20)`.execute(db).catch(troubleOf)
  await until(
    async () =>
      (await sql<{ n: number }>`select count(*) as n from pg_stat_activity where query = 'select pg_sleep(20)'`.execute(db)).rows[0]?.n ===
      1,
  )
  cut()
  expect(await asked).toBe('away')
  await until(async () => (await sql<{ one: number }>`select 1 as one`.execute(db).catch(() => null)) !== null)
  await db.destroy()
})

test('a line of its own that is cut between two statements ends nothing but the work on it', async () => {
  const failed = await withClient(url, async (client) => {
    cut()
    await new Promise((resolve) => setTimeout(resolve, 50))
    return client.query('select 1')
  }).catch(troubleOf)
  expect(failed).toBe('away')
})

test('a line that says nothing any more is given up after a while', async () => {
  const client = new pg.Client({ connectionString: url })
  survivesLoss(client, 300)
  await client.connect()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  silence()
  expect(await client.query('select 1').catch(troubleOf)).toBe('away')
  await client.end()
})

test('one that keeps talking is not, however long it takes', async () => {
  const client = clientTo(url)
  await client.connect()
  expect((await client.query('select pg_sleep(0.4)')).rowCount).toBe(1)
  await client.end()
})

test('a phone that hangs up in the middle of its request is not taken for a database that is away', async () => {
  const failed = new Promise<unknown>((resolve) => {
    const answer = getRequestListener((request) =>
      readAtMost(request, 5000).then(
        () => new Response(),
        (error: unknown) => {
          resolve(error)
          return new Response()
        },
      ),
    )
    const server = createHttp((incoming, outgoing) => {
      void answer(incoming, outgoing)
      server.close()
      setTimeout(() => phone.destroy(), 50)
    })
    let phone: Socket
    server.listen(0, '127.0.0.1', () => {
      phone = connectTo((server.address() as AddressInfo).port, '127.0.0.1')
      phone.write('POST /api/sync HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n{"ops":')
    })
  })
  const error = await failed
  expect([error instanceof Error, sqlState(error), troubleOf(error)]).toEqual([true, 'ECONNRESET', null])
})

async function until(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 20))
}
