// Starting and stopping as the person at the machine sees it: one line when ready, words when not, nothing left behind.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { cloneDatabase } from '../../setup/database.ts'
import { databaseAt } from '../../setup/postgres.ts'
import { freePort, type ServerProcess, startServer, stopServer, whenReady } from '../../setup/server-process.ts'

const READY = /研途 ready: http:\/\/127\.0\.0\.1:\d+/
const FIRST_RUN = /首次使用码 \S{6,}/

let folder: string
let port: number
const all: ServerProcess[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yantu-start-'))
  port = await freePort()
})

afterEach(async () => {
  for (const server of all.splice(0)) await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

test('an empty folder becomes a running district: one line with the address, and a first-run code', async () => {
  const server = await startReady()
  expect(server.said().match(new RegExp(READY, 'g'))).toHaveLength(1)
  expect(server.said()).toContain(`http://127.0.0.1:${String(port)}`)
  await vi.waitFor(() => {
    expect(server.said()).toMatch(FIRST_RUN)
  }, 5_000)
  expect((await fetch(`http://127.0.0.1:${String(port)}/api/nothing-here`)).status).toBe(404)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops server and database in order and leaves the folder free', async (signal) => {
  const server = await startReady()
  server.child.kill(signal)
  expect(await server.ended).toBe(0)
  expect(existsSync(join(folder, 'server.lock'))).toBe(false)
  expect(existsSync(join(folder, 'database', 'postmaster.pid'))).toBe(false)
  await expect(fetch(`http://127.0.0.1:${String(port)}/`)).rejects.toThrow()
})

test('a second start on the same folder is refused in words and disturbs nobody', async () => {
  const server = await startReady()
  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(String(server.child.pid))
  expect(second.said()).toContain('YANTU_DATA')
  expect((await fetch(`http://127.0.0.1:${String(port)}/api/nothing-here`)).status).toBe(404)
})

test('after kill -9 the next start is an ordinary one', async () => {
  const first = await startReady()
  first.child.kill('SIGKILL')
  await first.ended
  await startReady()
})

test('a port that is taken is named, and the database is not left running', async () => {
  const other = createServer().listen(port, '127.0.0.1')
  const server = start({})
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain(String(port))
  expect(existsSync(join(folder, 'database', 'postmaster.pid'))).toBe(false)
  other.close()
})

test('a port that is no port is named', async () => {
  const server = start({ PORT: '70000' })
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain('70000')
})

test.each([
  ['a folder that is a file', () => ({ YANTU_DATA: fileInFolder() }), 'YANTU_DATA'],
  ['a database address that is none', () => ({ DATABASE_URL: 'hello:secret' }), 'DATABASE_URL'],
  ['a database that does not answer', () => ({ DATABASE_URL: 'postgres://yantu:secret@127.0.0.1:1/yantu' }), 'DATABASE_URL'],
  ['a database that was never made', () => ({ DATABASE_URL: databaseAt(inject('postgresUrl'), 'never_made') }), 'create database'],
  ['a database with another password', () => ({ DATABASE_URL: inject('postgresUrl').replace(/:[^:@/]+@/, ':secret@') }), 'DATABASE_URL'],
])('a start with %s ends in one line that says what to change, without a trace or a password', async (_what, env, word) => {
  const server = start(env())
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain(word)
  expect(server.said().trim().split('\n')).toHaveLength(1)
  expect(server.said()).not.toContain('secret')
})

test('a district that brings its own PostgreSQL gets no second one', async () => {
  const database = await cloneDatabase()
  await startReady({ DATABASE_URL: database.url })
  expect(existsSync(join(folder, 'database'))).toBe(false)
  for (const server of all.splice(0)) expect(await stopServer(server)).toBe(0)
  await database.drop()
})

function fileInFolder(): string {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  return file
}

function start(env: Record<string, string>): ServerProcess {
  const server = startServer({ YANTU_DATA: folder, PORT: String(port), ...env })
  all.push(server)
  return server
}

async function startReady(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = start(env)
  await whenReady(server)
  return server
}
