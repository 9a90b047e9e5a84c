// The nightly backup, on a clock of its own: made at its hour, proven, only then told to the phones; failed ones tried every hour.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { backUpToFolder, newestBackup, type BackupPlace } from '../../../src/server/backup/backup-folder.ts'
import { laterByTheClock } from '../../../src/server/backup/by-the-clock.ts'
import { scratchNames } from '../../../src/server/backup/scratch.ts'
import { startNightly, untilNext, type Nightly } from '../../../src/server/backup/nightly.ts'
import { run } from '../../../src/server/cli/main.ts'
import { START, world, type World } from '../../journeys/world.ts'

let w: World
let folder: string
let place: BackupPlace

beforeAll(async () => {
  w = await world()
  await w.teacher('覃丽莎', await w.school('实验小学'))
  folder = mkdtempSync(join(tmpdir(), 'yantu-nightly-'))
  chmodSync(folder, 0o711)
  place = { databaseUrl: w.url, dataFolder: folder, folder: join(folder, 'backups'), keep: 14 }
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const HOUR = 3_600_000
/** 10:00 in 重庆. */
const TEN = START
const through = async (): Promise<{ head: number; through: number }> => {
  const row = (await sql<{ head: number; through: number }>`select head, backed_up_through as through from district`.execute(w.db)).rows[0]
  if (row === undefined) throw new Error('no district')
  return { head: Number(row.head), through: Number(row.through) }
}

/** A night watch whose hours pass when the story says so. */
function watch(more: Partial<Nightly> = {}) {
  const said: string[] = []
  const made: number[] = []
  const waits: number[] = []
  let work: (() => void) | null = null
  let now = TEN
  const nightly: Nightly = {
    clock: () => now,
    at: '02:30',
    say: (line) => void said.push(line),
    report: (where) => void said.push(where),
    later: (ms, next) => {
      waits.push(ms)
      work = next
      return () => {
        work = null
      }
    },
    backUp: async (at) => {
      made.push(at)
      return { is: 'backed-up', name: 'x', change: 1, bytes: 1, pictures: 0 }
    },
    newest: async () => TEN - HOUR,
    ready: async () => true,
    ...more,
  }
  return {
    nightly,
    said,
    made,
    waits,
    async pass(): Promise<void> {
      const next = work
      now += waits[waits.length - 1] ?? 0
      const before = waits.length
      next?.()
      while (next !== null && waits.length === before) await new Promise((resolve) => setTimeout(resolve, 1))
    },
  }
}

test('a backup is made every night at its minute of the district’s clock', async () => {
  expect(untilNext(TEN, '02:30')).toBe(16.5 * HOUR)
  expect(untilNext(TEN, '10:00')).toBe(24 * HOUR)
  expect(untilNext(TEN + 1, '10:01')).toBe(59_999)
  const night = watch()
  const stop = await startNightly(night.nightly)
  await night.pass()
  await night.pass()
  expect(night.made).toEqual([TEN + 16.5 * HOUR, TEN + 40.5 * HOUR])
  await stop()
})

test('a clock that is set, or a machine that slept, moves the night’s backup with it, and none is put off for ever', () => {
  let now = TEN
  const timers: { ms: number; work: () => void }[] = []
  const made: number[] = []
  const later = laterByTheClock(
    () => now,
    (ms, work) => {
      const one = { ms, work }
      timers.push(one)
      return () => void timers.splice(timers.indexOf(one), 1)
    },
  )
  /** The next timer rings; `jump` is how much further the clock went than it. */
  const ring = (jump = 0): number => {
    const [one] = timers.splice(0, 1)
    now += (one?.ms ?? 0) + jump
    one?.work()
    return one?.ms ?? 0
  }
  const due = (): void => void later(16.5 * HOUR, () => made.push(now))
  due()
  ring(30 * HOUR)
  ring()
  expect(made).toEqual([now])
  // A year back: as long as was asked, and no longer.
  due()
  let waited = ring(-365 * 24 * HOUR)
  while (made.length === 1) waited += ring()
  expect(waited).toBe(16.5 * HOUR)
  const cancel = later(HOUR, () => made.push(now))
  ring()
  cancel()
  expect(timers).toEqual([])
})

test('a night without room on the disk is said with how much is missing, and tried again every hour', async () => {
  const night = watch({ backUp: async () => ({ is: 'no-room', needed: 900_000_000, free: 50_000_000, folder: '/data' }) })
  const stop = await startNightly(night.nightly)
  await night.pass()
  expect(night.said).toEqual([expect.stringMatching(/\/data.*50 MB.*900 MB.*YANTU_BACKUPS/)])
  expect(night.waits[1]).toBe(HOUR)
  await stop()
})

test('a disk of backups that is gone or read-only keeps nobody from starting; the attempt says so, and whoever looks after the district is told', async () => {
  const noted: (string | null)[] = []
  const gone = Object.assign(new Error('read-only'), { code: 'EROFS' })
  const ways = ['throw', 'no-room', 'full', 'fine'] as const
  let tries = 0
  const night = watch({
    newest: () => Promise.reject(gone),
    note: (trouble) => void noted.push(trouble),
    backUp: async () => {
      const way = ways[tries]
      tries += 1
      if (way === 'throw') throw gone
      if (way === 'full') throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      return way === 'no-room'
        ? { is: 'no-room', needed: 2, free: 1, folder: '/backups' }
        : { is: 'backed-up', name: 'x', change: 1, bytes: 1, pictures: 0 }
    },
  })
  const stop = await startNightly(night.nightly)
  expect(night.waits).toEqual([10 * 60_000])
  for (let i = 0; i < ways.length; i += 1) await night.pass()
  expect(noted).toEqual(['failed', 'no-room', 'no-room', null])
  await stop()
})

test('one that fails is said in words and tried again after an hour, until it succeeds', async () => {
  let full = true
  const night = watch({
    backUp: async () => {
      if (full) throw new Error('no space left')
      return { is: 'backed-up', name: 'yantu-2026-09-21-0330', change: 7, bytes: 1_000_000, pictures: 2 }
    },
  })
  const stop = await startNightly(night.nightly)
  await night.pass()
  expect(night.said).toEqual([expect.stringContaining('一小时后会再试'), 'backup.nightly'])
  expect(night.waits[1]).toBe(HOUR)
  full = false
  await night.pass()
  expect(night.said[2]).toContain('已自动备份')
  expect(night.waits[2]).toBe(23 * HOUR)
  await stop()
})

test('a machine that was off at night makes up for it soon after its start; nothing is made where there is nothing', async () => {
  const late = watch({ newest: async () => TEN - 30 * HOUR, ready: async () => false })
  const stop = await startNightly(late.nightly)
  expect(late.waits).toEqual([10 * 60_000])
  await late.pass()
  expect([late.made, late.said]).toEqual([[], []])
  await stop()
})

test('a backup stands whole under its name, with pictures and their key, readable by its owner only; then phones are told', async () => {
  const picture = join(folder, 'evidence', '500103', 'ab', 'abcd')
  mkdirSync(join(picture, '..'), { recursive: true })
  writeFileSync(picture, 'sealed')
  writeFileSync(join(folder, 'evidence.key'), 'f'.repeat(64), { mode: 0o600 })
  const { head } = await through()
  expect(await backUpToFolder(place, TEN)).toMatchObject({ is: 'backed-up', name: 'yantu-2026-09-20-1000', change: head, pictures: 1 })
  expect(await through()).toEqual({ head, through: head })
  const made = join(place.folder, 'yantu-2026-09-20-1000')
  expect(readdirSync(made).sort()).toEqual(['evidence', 'evidence.key', 'yantu.gz'])
  expect(statSync(join(made, 'evidence', '500103', 'ab', 'abcd')).ino).toBe(statSync(picture).ino)
  expect(statSync(made).mode & 0o077).toBe(0)
  expect(await newestBackup(place.folder)).not.toBeNull()
})

test('a backup that cannot be finished leaves nothing under a backup’s name, and phones are told nothing', async () => {
  await w.teacher('后来的人', await w.school('解放小学'))
  const before = await through()
  // A file where the pictures should go in.
  const broken = { ...place, dataFolder: join(folder, 'evidence.key') }
  await expect(backUpToFolder(broken, TEN + HOUR)).rejects.toThrow()
  expect(readdirSync(place.folder)).toEqual(['yantu-2026-09-20-1000'])
  expect(await through()).toEqual(before)
})

test('a server that is stopped in the middle of a backup does not wait for it; nothing half-made stays, and it is made up for later', async () => {
  let begun: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    begun = resolve
  })
  const night = watch({
    backUp: async (now, stopping) => {
      begun()
      await new Promise<void>((resolve) => {
        stopping.addEventListener('abort', () => resolve())
      })
      return backUpToFolder(place, now, stopping)
    },
  })
  const stop = await startNightly(night.nightly)
  void night.pass()
  await first
  await stop()
  expect(night.said).toEqual([expect.stringContaining('中断')])
  expect(readdirSync(place.folder)).toEqual(['yantu-2026-09-20-1000'])
  expect((await sql`select datname from pg_database where starts_with(datname, ${scratchNames(w.url)})`.execute(w.db)).rows).toEqual([])
})

test('fourteen are kept, the oldest go, and half-made ones of a killed server are cleared away', async () => {
  for (let day = 1; day <= 14; day += 1) mkdirSync(join(place.folder, `yantu-2026-09-${String(day).padStart(2, '0')}-0230`))
  mkdirSync(join(place.folder, 'yantu-2026-09-19-0230.unfinished'))
  writeFileSync(join(place.folder, '读我.txt'), '')
  await backUpToFolder(place, TEN + 2 * HOUR)
  const names = readdirSync(place.folder).filter((name) => name.startsWith('yantu'))
  expect(names).toHaveLength(14)
  expect(names).not.toContain('yantu-2026-09-02-0230')
  expect(names).toContain('yantu-2026-09-03-0230')
  expect(existsSync(join(place.folder, '读我.txt'))).toBe(true)
})

test('restoring a night’s folder brings back the pictures that were lost, too', async () => {
  rmSync(join(folder, 'evidence'), { recursive: true })
  rmSync(join(folder, 'evidence.key'))
  const lines: string[] = []
  const code = await run({
    argv: ['restore', join(place.folder, 'yantu-2026-09-20-1000'), '--confirm'],
    env: { YANTU_DATA: folder, DATABASE_URL: w.url },
    print: (line) => void lines.push(line),
    clock: () => TEN,
  })
  process.exitCode = 0
  expect([code, lines.join()]).toEqual([0, expect.stringContaining('已从')])
  expect(existsSync(join(folder, 'evidence', '500103', 'ab', 'abcd'))).toBe(true)
  expect(existsSync(join(folder, 'evidence.key'))).toBe(true)
  expect((await sql`select 1 from person where name = '后来的人'`.execute(w.db)).rows).toEqual([])
})
