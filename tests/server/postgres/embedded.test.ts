// The life of the data folder: what a district relies on when its machine is small and its power cable loose.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { bundle } from '../../../scripts/build-server.mjs'
import { openDatabase, runningDatabase } from '../../../src/server/postgres/embedded.ts'
import type { HowItGoes } from '../../../src/server/postgres/keep-running.ts'
import { stopLeftover } from '../../../src/server/postgres/leftover.ts'
import { whyIn } from '../../../src/server/postgres/will-not-start.ts'
import { quickFolder } from '../../setup/quick-folder.ts'

const HOLDER = fileURLToPath(new URL('./holder.ts', import.meta.url))
// Beside the packages, so that it finds PostgreSQL's.
const BUILT = fileURLToPath(new URL('../../../node_modules/.cache/yantu-holder', import.meta.url))

let made: string
let folder: string
const started: ChildProcess[] = []

// Making a cluster takes seconds: it is made and stopped once, and every test gets a copy of the folder.
beforeAll(async () => {
  await bundle(BUILT, { holder: HOLDER })
  made = quickFolder()
  const database = await openDatabase({ dataFolder: made })
  if (database.is === 'ready') await database.stop()
})

afterAll(() => {
  rmSync(made, { recursive: true, force: true })
})

beforeEach(() => {
  folder = quickFolder()
  execFileSync('cp', ['-a', `${made}/.`, folder])
})

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGTERM')
  }
  // Of a holder that was killed: it writes on until it is stopped.
  await stopLeftover(join(folder, 'database'))
  rmSync(folder, { recursive: true, force: true })
})

describe('a district that keeps its records in the data folder', () => {
  test('finds them again after an orderly stop and a new start', async () => {
    const first = await hold()
    await query(first.url, "create table note (text text); insert into note values ('覃老师 4 学时')")
    expect(await end(first.child, 'SIGTERM')).toBe(0)
    expect(existsSync(join(folder, 'connection.json'))).toBe(false)
    const second = await hold()
    expect(await query(second.url, 'select text from note')).toEqual([{ text: '覃老师 4 学时' }])
  })

  test('loses nothing acknowledged when the server is killed, and starts again at once', async () => {
    const first = await hold()
    await query(first.url, 'create table note (n int)')
    const client = new pg.Client({ connectionString: first.url })
    client.on('error', () => undefined)
    await client.connect()
    for (let n = 1; n <= 20; n += 1) await client.query('insert into note values ($1)', [n])
    await end(first.child, 'SIGKILL')
    const orphan = postmaster()
    const second = await hold()
    expect(await query(second.url, 'select count(*)::int as n from note')).toEqual([{ n: 20 }])
    expect(postmaster()).not.toBe(orphan)
    await client.end()
  })

  test('loses nothing acknowledged when server and database are killed together', async () => {
    const first = await hold()
    await query(first.url, 'create table note (n int); insert into note select generate_series(1, 500)')
    await end(first.child, 'SIGKILL')
    process.kill(postmaster(), 'SIGKILL')
    const second = await hold()
    expect(await query(second.url, 'select count(*)::int as n from note')).toEqual([{ n: 500 }])
  })

  test('refuses a second start and names the process that has the folder', async () => {
    const first = await hold()
    const second = await openDatabase({ dataFolder: folder })
    expect(second).toEqual({ is: 'in-use', pid: first.child.pid })
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('lets exactly one of three in when all start after a crash at the same moment', async () => {
    await end((await hold()).child, 'SIGKILL')
    const outcomes = await Promise.all([start(), start(), start()])
    expect(outcomes.map(({ answer }) => answer.is).sort()).toEqual(['in-use', 'in-use', 'ready'])
  })

  test('starts for the first time after its very first start was cut off half-way', async () => {
    renameSync(join(folder, 'database'), join(folder, 'database.unfinished'))
    rmSync(join(folder, 'database.unfinished', 'PG_VERSION'))
    const { url } = await hold()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is not kept out by a number that now belongs to another process', async () => {
    writeFileSync(join(folder, 'server.lock'), JSON.stringify({ pid: process.ppid, started: 'long ago' }))
    const { answer } = await start()
    expect(answer.is).toBe('ready')
  })

  test('lets a command on the same machine join the running server, and only then', async () => {
    expect(runningDatabase(folder)).toBeNull()
    const first = await hold()
    expect(runningDatabase(folder)).toEqual({ url: first.url, pid: first.child.pid })
    await end(first.child, 'SIGKILL')
    expect(runningDatabase(folder)).toBeNull()
  })
})

describe('a data folder that has been through something', () => {
  test('whose database dies under a running server has it back at the same address by itself, and a stop leaves nothing', async () => {
    const told: HowItGoes[] = []
    const database = await openDatabase({ dataFolder: folder, tell: (what) => void told.push(what) })
    if (database.is !== 'ready') throw new Error('expected a database')
    await query(database.url, "create table note (text text); insert into note values ('覃老师 4 学时')")
    for (const times of [1, 2]) {
      process.kill(postmaster(), 'SIGKILL')
      await vi.waitFor(() => expect(told.filter(({ is }) => is === 'back')).toHaveLength(times), 30_000)
      expect(await query(database.url, 'select text from note')).toEqual([{ text: '覃老师 4 学时' }])
    }
    expect(told.map(({ is }) => is).filter((is) => is !== 'recovering')).toEqual(['died', 'back', 'died', 'back'])
    await database.stop()
    expect(existsSync(join(folder, 'database', 'postmaster.pid'))).toBe(false)
    expect(told).toHaveLength(told.filter(({ is }) => is !== 'recovering').length)
  })

  test('whose database is killed in the moment of the stop stays stopped', async () => {
    const database = await openDatabase({ dataFolder: folder })
    if (database.is !== 'ready') throw new Error('expected a database')
    process.kill(postmaster(), 'SIGKILL')
    await database.stop()
    expect(runningDatabase(folder)).toBeNull()
    const again = await openDatabase({ dataFolder: folder })
    expect(again.is).toBe('ready')
    if (again.is === 'ready') await again.stop()
  })

  test('that was copied with other rights starts all the same', async () => {
    chmodSync(join(folder, 'database'), 0o755)
    if (process.getuid?.() === 0) chownSync(join(folder, 'database'), 0, 0)
    const { url } = await hold()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('where the power went while it noted who has it starts all the same', async () => {
    writeFileSync(join(folder, 'database', 'postmaster.pid'), '')
    const { url } = await hold()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('where the very first start found a full disk starts as if for the first time', async () => {
    rmSync(join(folder, 'database'), { recursive: true })
    writeFileSync(join(folder, 'database-password'), '')
    mkdirSync(join(folder, 'database.unfinished.1', 'base'), { recursive: true })
    const { url } = await hold()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(join(folder, 'database.unfinished.1'))).toBe(false)
  })

  test.each([
    ['whose password is lost', 'password', () => rmSync(join(folder, 'database-password'))],
    ['whose password is another', 'password', () => writeFileSync(join(folder, 'database-password'), 'another')],
    ['without a file the database needs', 'damaged', () => rmSync(join(folder, 'database', 'global', 'pg_control'))],
    ['of another PostgreSQL', 'version', () => writeFileSync(join(folder, 'database', 'PG_VERSION'), '14\n')],
  ])('%s is refused at once, by its reason, and is free again', async (_what, why, spoil) => {
    spoil()
    await expect(openDatabase({ dataFolder: folder })).rejects.toMatchObject({ why })
    expect(existsSync(join(folder, 'server.lock'))).toBe(false)
    expect(existsSync(join(folder, 'database', 'postmaster.pid'))).toBe(false)
  })

  test('that a command works on is not joined by another, and says which command that is', async () => {
    const database = await openDatabase({ dataFolder: folder, command: 'restore' })
    expect(runningDatabase(folder)).toBeNull()
    expect(await openDatabase({ dataFolder: folder })).toEqual({ is: 'in-use', pid: process.pid, command: 'restore' })
    if (database.is === 'ready') await database.stop()
  })
})

test('why a database does not start is read from its log', () => {
  expect(whyIn('FATAL:  could not write lock file "postmaster.pid": No space left on device')).toBe('full')
  expect(whyIn('LOG:  starting\nFATAL:  could not resize shared memory segment "/PostgreSQL.1" to 1 bytes: No space left on device')).toBe(
    'memory',
  )
  expect(whyIn('FATAL:  data directory "/d" has wrong ownership')).toBe('rights')
  expect(whyIn('FATAL:  could not open file "global/1262": Permission denied')).toBe('rights')
  expect(whyIn('PANIC:  could not locate a valid checkpoint record at 0/1')).toBe('damaged')
  expect(whyIn('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe('unknown')
  expect(whyIn('LOG:  could not bind IPv4 address "127.0.0.1": Address already in use')).toBe('unknown')
})

describe('what the data folder gives away', () => {
  test('the password and the address are for the owner alone, and the log stays in the folder', async () => {
    await hold()
    for (const file of ['database-password', 'connection.json', 'postgres.log']) {
      expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0)
    }
  })

  test('nobody gets in without the password', async () => {
    const { url } = await hold()
    const guess = new URL(url)
    guess.password = 'wrong'
    await expect(query(guess.toString(), 'select 1')).rejects.toThrow(/password/)
  })
})

describe('what the server code may rely on', () => {
  test('text is UTF-8, the clock is Shanghai, and what is written is really on disk', async () => {
    const { url } = await hold()
    const settings = await query(
      url,
      "select name, setting from pg_settings where name in ('server_encoding', 'TimeZone', 'fsync', 'synchronous_commit', 'listen_addresses') order by name collate \"C\"",
    )
    expect(settings).toEqual([
      { name: 'TimeZone', setting: 'Asia/Shanghai' },
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
  })

  test('names sort by pinyin where asked', async () => {
    const { url } = await hold()
    const sorted = await query(url, `select n from unnest(array['赵','陈','李']) as n order by n collate "zh-x-icu"`)
    expect(sorted).toEqual([{ n: '陈' }, { n: '李' }, { n: '赵' }])
  })

  test('what is asked goes through the socket among the data, and over the loopback where the path is too long for one', async () => {
    const overSocket = 'select inet_client_addr() is null as socket'
    expect(await query((await hold()).url, overSocket)).toEqual([{ socket: process.platform !== 'win32' }])
    await end(started.pop() ?? expect.unreachable('nobody holds it'), 'SIGTERM')
    const deep = join(folder, 'a-folder-whose-name-is-long-enough-that-no-socket-fits-under-it-any-more-on-any-system')
    mkdirSync(deep, { mode: 0o711 })
    for (const name of ['database', 'database-password']) renameSync(join(folder, name), join(deep, name))
    const database = await openDatabase({ dataFolder: deep })
    if (database.is !== 'ready') throw new Error('expected a database')
    expect(await query(database.url, overSocket)).toEqual([{ socket: false }])
    await database.stop()
  })

  test('an address of its own is used as given, and no database is started', async () => {
    rmSync(join(folder, 'database'), { recursive: true })
    const outcome = await openDatabase({ dataFolder: folder, databaseUrl: 'postgres://elsewhere/yantu' })
    if (outcome.is !== 'ready') throw new Error('expected a database')
    expect(outcome.url).toBe('postgres://elsewhere/yantu')
    expect(existsSync(join(folder, 'database'))).toBe(false)
    await outcome.stop()
    expect(runningDatabase(folder)).toBeNull()
  })
})

type Answer = { is: 'ready'; url: string } | { is: 'in-use'; pid: number }

async function start(): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = spawn(process.execPath, [join(BUILT, 'holder.js'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  if (child.stdout === null) throw new Error('no output to read')
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, answer: JSON.parse(line) as Answer }
  }
  throw new Error('the holder ended without a word')
}

async function hold(): Promise<{ child: ChildProcess; url: string }> {
  const { child, answer } = await start()
  if (answer.is !== 'ready') throw new Error(`the folder is held by ${String(answer.pid)}`)
  return { child, url: answer.url }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })
}

function postmaster(): number {
  return Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
