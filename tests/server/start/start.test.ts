// Starting and stopping as the person at the machine sees it: one line when ready, words when not, nothing left behind.
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { cloneDatabase } from '../../setup/database.ts'
import { databaseAt } from '../../setup/postgres.ts'
import { quickFolder } from '../../setup/quick-folder.ts'
import { freePort, type ServerProcess, startServer, stopServer, whenReady } from '../../setup/server-process.ts'

const READY = /研途 ready: http:\/\/127\.0\.0\.1:\d+/
const FIRST_RUN = /首次使用码 \S{6,}/

let made: string
let folder: string
let port: number
const first = { said: '', at: '', nothingHere: 0 }
const all: ServerProcess[] = []

// The very first start takes seconds, most of them for making the database: there is one, and the others find the folder it left.
beforeAll(async () => {
  made = quickFolder()
  const server = startServer({ YANTU_DATA: made, PORT: String((port = await freePort())) })
  all.push(server)
  await whenReady(server)
  await vi.waitFor(() => {
    expect(server.said()).toMatch(FIRST_RUN)
  }, 5_000)
  first.at = `http://127.0.0.1:${String(port)}`
  first.nothingHere = (await fetch(`${first.at}/api/nothing-here`)).status
  await stopServer(server)
  first.said = server.said()
})

afterAll(async () => {
  for (const server of all.splice(0)) await stopServer(server)
  rmSync(made, { recursive: true, force: true })
})

beforeEach(async () => {
  folder = quickFolder()
  port = await freePort()
})

afterEach(async () => {
  for (const server of all.splice(0)) await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

test('an empty folder becomes a running district: one line with the address, and a first-run code', () => {
  expect(first.said.match(new RegExp(READY, 'g'))).toHaveLength(1)
  expect(first.said).toContain(first.at)
  expect(first.said).toMatch(FIRST_RUN)
  expect(first.nothingHere).toBe(404)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops server and database in order and leaves the folder free', async (signal) => {
  takeMade()
  const server = await startReady()
  server.child.kill(signal)
  expect(await server.ended).toBe(0)
  expect(existsSync(join(folder, 'server.lock'))).toBe(false)
  expect(existsSync(join(folder, 'database', 'postmaster.pid'))).toBe(false)
  await expect(fetch(`http://127.0.0.1:${String(port)}/`)).rejects.toThrow()
})

test('a second start on the same folder is refused in words and disturbs nobody', async () => {
  takeMade()
  const server = await startReady()
  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(String(server.child.pid))
  expect(second.said()).toContain('YANTU_DATA')
  expect((await fetch(`http://127.0.0.1:${String(port)}/api/nothing-here`)).status).toBe(404)
})

test('after kill -9 the next start is an ordinary one', async () => {
  takeMade()
  const killed = await startReady()
  killed.child.kill('SIGKILL')
  await killed.ended
  await startReady()
})

test('Ctrl-C in a command ends what it started, and says so: no database is left running and the folder is free', async () => {
  const command = start({}, ['verify'])
  while (!existsSync(join(folder, 'server.lock'))) await new Promise((resolve) => setTimeout(resolve, 5))
  command.child.kill('SIGINT')
  expect([await command.ended, command.said()]).toEqual([2, expect.stringContaining('verify 中断了')])
  expect(existsSync(join(folder, 'server.lock'))).toBe(false)
  expect(existsSync(join(folder, 'database', 'postmaster.pid'))).toBe(false)
})

test('a server whose log can be written no more goes on serving', async () => {
  const server = await startReady()
  server.child.stdout.destroy()
  server.child.stderr.destroy()
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('a port that is taken is named, and the database is not left running', async () => {
  const other = createServer().listen(port, '127.0.0.1')
  takeMade()
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

/** The folder is one in which a server has run before. */
function takeMade(): void {
  execFileSync('cp', ['-a', `${made}/.`, folder])
}

function fileInFolder(): string {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  return file
}

/** The server, or with words the command line. */
function start(env: Record<string, string>, command?: readonly string[]): ServerProcess {
  const server = startServer(
    { YANTU_DATA: folder, PORT: String(port), ...env },
    command ?? [],
    command === undefined ? 'server' : 'command',
  )
  all.push(server)
  return server
}

async function startReady(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = start(env)
  await whenReady(server)
  return server
}
