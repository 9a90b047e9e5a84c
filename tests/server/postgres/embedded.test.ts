// The life of the data folder: what a district relies on when its machine is small and its power cable loose.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundle } from '../../../scripts/build-server.mjs'
import { openDatabase, runningDatabase } from '../../../src/server/postgres/embedded.ts'
import { stopLeftover } from '../../../src/server/postgres/leftover.ts'

const HOLDER = fileURLToPath(new URL('./holder.ts', import.meta.url))
// Beside the packages, so that it finds PostgreSQL's.
const BUILT = fileURLToPath(new URL('../../../node_modules/.cache/yantu-holder', import.meta.url))

let made: string
let folder: string
const started: ChildProcess[] = []

// Making a cluster takes seconds: it is made and stopped once, and every test gets a copy of the folder.
beforeAll(async () => {
  await bundle(BUILT, { holder: HOLDER })
  made = mkdtempSync(join(tmpdir(), 'yantu-made-'))
  const database = await openDatabase({ dataFolder: made })
  if (database.is === 'ready') await database.stop()
})

afterAll(() => {
  rmSync(made, { recursive: true, force: true })
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yantu-folder-'))
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
