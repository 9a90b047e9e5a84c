// Backups and restores on bad days: files that were cut or flipped, another district's, a disk that fills up half-way, what killed
// backups left behind, a clock that lies, keys that differ. A restore is as before or as after, never between.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp, restore } from '../../../src/server/backup/backup.ts'
import { backUpToFolder, type BackupPlace } from '../../../src/server/backup/backup-folder.ts'
import { writeMarks } from '../../../src/server/backup/generation-file.ts'
import { linkTree, takeFile } from '../../../src/server/backup/link-tree.ts'
import { checkBackup } from '../../../src/server/backup/read.ts'
import { roomFor } from '../../../src/server/backup/room.ts'
import { scratchNames } from '../../../src/server/backup/scratch.ts'
import { takeKeys } from '../../../src/server/backup/take-keys.ts'
import { run } from '../../../src/server/cli/main.ts'
import { evidenceFiles } from '../../../src/server/evidence/evidence-files.ts'
import { evidenceKey, otherKeys } from '../../../src/server/evidence/evidence-key.ts'
import { withClient } from '../../../src/server/store/lost-connection.ts'
import { START, world, type World } from '../../journeys/world.ts'

let w: World
let folder: string
let place: BackupPlace
/** 覃丽莎 is in it. */
let file: string
let migrations: string[]

beforeAll(async () => {
  w = await world()
  await w.teacher('覃丽莎', await w.school('实验小学'))
  folder = mkdtempSync(join(tmpdir(), 'yantu-bad-day-'))
  chmodSync(folder, 0o711)
  place = { databaseUrl: w.url, dataFolder: folder, folder: join(folder, 'backups'), keep: 3 }
  file = join(folder, 'good.gz')
  await backUp(w.url, file, START)
  migrations = (await sql<{ name: string }>`select name from migration`.execute(w.db)).rows.map(({ name }) => name)
  await w.teacher('后来的人', await w.school('解放小学'))
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const names = async (): Promise<string[]> =>
  (await sql<{ name: string }>`select name from person where name in ('覃丽莎', '后来的人') order by name`.execute(w.db)).rows.map(
    (r) => r.name,
  )
async function yantu(...argv: string[]): Promise<[number, string]> {
  const lines: string[] = []
  const code = await run({
    argv,
    env: { YANTU_DATA: folder, DATABASE_URL: w.url },
    print: (line) => void lines.push(line),
    clock: () => START,
  })
  process.exitCode = 0
  return [code, lines.join('\n')]
}
const spoilt = (spoil: (bytes: Buffer) => Buffer): string => {
  const bad = join(folder, 'bad.gz')
  writeFileSync(bad, spoil(Buffer.from(readFileSync(file))))
  return bad
}
/** Of this file's own database: others try backups of theirs at the same time. */
const scratches = async (): Promise<string[]> =>
  (
    await sql<{ name: string }>`select datname as name from pg_database where starts_with(datname, ${scratchNames(w.url)})`.execute(w.db)
  ).rows.map((r) => r.name)

test('wherever a backup was cut off or a bit of it flipped, it is never taken for a whole one, and what began as a backup is said to be damaged', async () => {
  const { length } = readFileSync(file)
  for (const part of [0.02, 0.3, 0.6, 0.9, 0.999]) {
    const cut = await checkBackup(
      spoilt((bytes) => bytes.subarray(0, Math.floor(length * part))),
      migrations,
    )
    expect([part, cut]).toEqual([part, { is: 'wrong', why: 'cut-off' }])
  }
  // Behind the ten bytes of gzip's own head, in which a clock and a system stand.
  for (let i = 0; i < 24; i += 1) {
    const at = 10 + Math.floor(((length - 10) * i) / 24)
    const flipped = await checkBackup(
      spoilt((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (i % 8)), at)
        return bytes
      }),
      migrations,
    )
    expect([at, flipped.is]).toEqual([at, 'wrong'])
  }
  const [code, words] = await yantu(
    'restore',
    spoilt((bytes) => {
      bytes.writeUInt8(bytes.readUInt8(length - 6) ^ 1, length - 6)
      return bytes
    }),
    '--confirm',
  )
  expect([code, words]).toEqual([2, expect.stringContaining('已损坏')])
  expect(await names()).toEqual(['后来的人', '覃丽莎'])
})

test('a backup of another district, or of before there was one, is refused in words and changes nothing', async () => {
  await sql`insert into district select * from jsonb_populate_record(null::district, (select to_jsonb(d) || '{"district": "500104", "code": "500104"}' from district d limit 1))`.execute(
    w.db,
  )
  const [code, words] = await yantu('restore', file, '--confirm')
  expect([code, words]).toEqual([2, expect.stringMatching(/渝中区.*没有恢复任何内容/)])
  expect(await names()).toEqual(['后来的人', '覃丽莎'])
  await sql`delete from district where district = '500104'`.execute(w.db)
  // Its database may be lost: the file beside it still says whose folder this is.
  await writeMarks(folder, { '500104': { generation: 1, head: 5 } })
  expect(await yantu('restore', file, '--confirm')).toEqual([2, expect.stringContaining('YANTU_DATA')])
  rmSync(join(folder, 'generation.json'))
})

test('a disk that fills up in the middle of a restore leaves all as it was and says so; with room it is whole, and so it is the second time', async () => {
  await sql
    .raw(
      `create function no_room() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger no_room before insert on document for each statement execute function no_room()`,
    )
    .execute(w.db)
  expect(await yantu('restore', file, '--confirm')).toEqual([2, expect.stringContaining('磁盘满了')])
  expect(await names()).toEqual(['后来的人', '覃丽莎'])
  await sql.raw('drop trigger no_room on document; drop function no_room').execute(w.db)
  for (const times of [1, 2]) {
    expect([times, ...(await yantu('restore', file, '--confirm'))]).toEqual([times, 0, expect.stringContaining('已从')])
    expect(await names()).toEqual(['覃丽莎'])
  }
  const generations = await sql<{ generation: number }>`select generation from district`.execute(w.db)
  expect(generations.rows).toEqual([{ generation: 3 }])
})

test('what killed backups left behind is cleared before the next begins: their databases and half-made folders, nobody else’s', async () => {
  await backUpToFolder(place, START)
  const marker = 'yantu_check_00000000_other'
  await sql.raw(`create database ${marker}`).execute(w.db)
  const ours = await leftBehind()
  mkdirSync(join(place.folder, 'yantu-2026-09-19-0230.unfinished'))
  await backUpToFolder(place, START + 60_000)
  expect(await scratches()).toEqual([])
  expect((await sql`select from pg_database where datname = ${marker}`.execute(w.db)).rows).toHaveLength(1)
  expect(ours).toMatch(/^yantu_check_[0-9a-f]{8}_/)
  expect(readdirSync(place.folder)).toEqual(['yantu-2026-09-20-1000', 'yantu-2026-09-20-1001'])
  await sql.raw(`drop database ${marker}`).execute(w.db)
})

/** A database as a backup that was killed leaves it. */
async function leftBehind(): Promise<string> {
  const [before, running] = [new Set(await scratches()), backUp(w.url, join(folder, 'killed.gz'), START)]
  let name: string | undefined
  while (name === undefined) name = (await scratches()).find((one) => !before.has(one))
  await running
  await sql.raw(`create database ${name}`).execute(w.db)
  return name
}

test('a backup that has no room is not begun, and the words say how much is missing', async () => {
  const nothing = await roomFor(place, () => Promise.resolve(1000))
  expect(nothing).toMatchObject({ is: 'no-room', free: 1000, folder: place.folder })
  expect(await roomFor(place, () => Promise.resolve(1e12))).toBeNull()
})

test('on a machine whose clock fell back to another century the backup just made stays', async () => {
  for (const day of ['2026-09-11', '2026-09-12', '2026-09-13']) mkdirSync(join(place.folder, `yantu-${day}-0230`), { recursive: true })
  await backUpToFolder(place, Date.UTC(2000, 0, 1))
  expect(readdirSync(place.folder)).toContain('yantu-2000-01-01-0800')
  await backUpToFolder(place, Date.UTC(2000, 0, 2))
  const left = readdirSync(place.folder)
  expect(left).toContain('yantu-2000-01-02-0800')
  expect(left).toHaveLength(3)
})

test('pictures are taken along whole or not at all, also to another disk, and half-written ones not', async () => {
  const from = join(folder, 'pictures')
  const elsewhere = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/yantu-other-disk-') : join(folder, 'elsewhere')
  mkdirSync(join(from, 'ab'), { recursive: true })
  writeFileSync(join(from, 'ab', 'abcd'), 'a picture')
  writeFileSync(join(from, 'ab', 'abce.1.part'), 'half a pic')
  try {
    expect(await linkTree(from, elsewhere)).toBe(1)
    expect(readdirSync(join(elsewhere, 'ab'))).toEqual(['abcd'])
    expect(readFileSync(join(elsewhere, 'ab', 'abcd'), 'utf8')).toBe('a picture')
    // Where it cannot be brought to, nothing has its name.
    await expect(takeFile(join(from, 'ab', 'abcd'), join(elsewhere, 'no-such-folder', 'abcd'))).resolves.toBe(false)
    expect(await linkTree(from, elsewhere)).toBe(1)
  } finally {
    rmSync(elsewhere, { recursive: true, force: true })
  }
})

test('pictures of a backup stay readable where the key comes from the environment', async () => {
  const [here, there] = [join(folder, 'given'), join(folder, 'kept')]
  for (const one of [here, there]) mkdirSync(one)
  const given = randomBytes(32).toString('hex')
  const hash = randomBytes(32).toString('hex')
  await evidenceFiles(join(there, 'evidence'), () => evidenceKey(there, undefined)).put('500103', hash, 'qin', Buffer.from('theirs'))
  await takeKeys(there, here)
  await linkTree(join(there, 'evidence'), join(here, 'evidence'))
  const files = evidenceFiles(
    join(here, 'evidence'),
    () => evidenceKey(here, given),
    () => otherKeys(here),
  )
  expect(String(await files.get('500103', hash, ['qin']))).toBe('theirs')
})

test('a restore holds no line to the database while pictures are brought, so that none can be lost over it', async () => {
  const lines = async (): Promise<number> =>
    (
      await sql<{ n: number }>`select count(*) as n from pg_stat_activity
        where datname = current_database() and application_name = 'restoring'`.execute(w.db)
    ).rows[0]?.n ?? -1
  const url = new URL(w.url)
  url.searchParams.set('application_name', 'restoring')
  expect(await withClient(url.toString(), lines)).toBe(1)
  const done = await restore(url.toString(), file, null, START, () => expect.poll(lines, { timeout: 5000 }).toBe(0))
  expect(done.is).toBe('restored')
})

test('pictures of before and of the backup stay readable where each has a key of its own', async () => {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  for (const one of [here, there]) mkdirSync(one)
  const filesIn = (where: string) =>
    evidenceFiles(
      join(where, 'evidence'),
      () => evidenceKey(where, undefined),
      () => otherKeys(where),
    )
  const [mine, theirs] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
  await filesIn(here).put('500103', mine, 'qin', Buffer.from('mine'))
  await filesIn(there).put('500103', theirs, 'qin', Buffer.from('theirs'))
  for (let times = 0; times < 2; times += 1) {
    await takeKeys(there, here)
    await linkTree(join(there, 'evidence'), join(here, 'evidence'))
  }
  expect(readdirSync(here).filter((name) => name.endsWith('.key'))).toHaveLength(2)
  expect(String(await filesIn(here).get('500103', mine, ['qin']))).toBe('mine')
  expect(String(await filesIn(here).get('500103', theirs, ['qin']))).toBe('theirs')
  // Both go into the next backup.
  const next = join(folder, 'next')
  mkdirSync(next)
  await takeKeys(here, next)
  expect(readdirSync(next).sort()).toEqual(
    readdirSync(here)
      .filter((name) => name.endsWith('.key'))
      .sort(),
  )
})
