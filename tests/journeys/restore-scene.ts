// A school whose people work, whose server is backed up, and whose past comes back: real phones, real backup and restore.
// 覃丽莎 and 李一 teach; 吴敏 is officer; 陈刚 sits at the district.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { sql } from 'kysely'
import type { Subject } from '../../src/domain/document.ts'
import { decidedFields } from '../../src/domain/entry.ts'
import type { OpId, RowId, SchoolId } from '../../src/domain/ids.ts'
import { backUpToFolder } from '../../src/server/backup/backup-folder.ts'
import { run } from '../../src/server/cli/main.ts'
import { rowsFrom } from '../../src/server/store/database.ts'
import { act } from '../../src/storage/act.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { read } from '../../src/storage/phone.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import type { Held } from './comparing.ts'
import { dossierOf, todayIn } from './phones.ts'
import { storyPhone } from './phone.ts'
import { claim, world, type World } from './world.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export interface Scene {
  readonly w: World
  readonly folder: string
  readonly school: SchoolId
  readonly qin: Held
  readonly li: Held
  readonly wu: Held
  readonly chen: Held
  /** Saves; throws where it is not saved. */
  does(who: Held, verb: string, subject: Subject, args: Record<string, unknown>): Promise<OpId>
  claims(who: Held, title: string, more?: Record<string, unknown>): Promise<RowId>
  /** The officer's (or anybody's) yes on what they see of the row. */
  accepts(who: Held, of: Held, row: RowId): Promise<OpId>
  /** Title, state and hours of every entry of a teacher, as somebody sees them. */
  sees(who: Held, of: Held): Promise<string[]>
  refusals(who: Held): Promise<string[]>
  waiting(who: Held): Promise<number>
  yantu(...argv: string[]): Promise<Record<string, unknown>>
  /** The night's backup, as a folder; its path. */
  night(): Promise<string>
  generation(): Promise<number>
  /** Nothing of the database is left; a new, empty one stands there. */
  loseDatabase(): Promise<void>
  close(): Promise<void>
}

export async function restoreScene(): Promise<Scene> {
  const w = await world()
  const folder = mkdtempSync(join(tmpdir(), 'yantu-restore-'))
  chmodSync(folder, 0o711)
  const school = await w.school('实验小学')
  const held = async (name: string, district = false): Promise<Held> => {
    const person = district ? await w.person(name) : await w.teacher(name, school)
    return { person, name, phone: await storyPhone(w, person, name) }
  }
  const [qin, li, wu, chen] = [await held('覃丽莎'), await held('李一'), await held('吴敏'), await held('陈刚', true)]
  await w.role(wu.person, wu.name, 'officer', { kind: 'school', id: school })
  await w.role(chen.person, chen.name, 'admin', 'district')
  await w.role(chen.person, chen.name, 'district-officer', 'district')
  for (const { phone } of [qin, li, wu, chen]) await phone.sync()
  const does: Scene['does'] = async ({ phone }, verb, subject, args) => {
    const acted = await act(phone.phone, { verb, subject, args } as Parameters<typeof act>[1])
    if (acted.is !== 'saved') throw new Error(`${verb}: ${JSON.stringify(acted)}`)
    return acted.op
  }
  const entries = async (who: Held, of: Held) => (await dossierView(who.phone.phone, of.person, todayIn(w)))?.entries ?? []
  return {
    w,
    folder,
    school,
    qin,
    li,
    wu,
    chen,
    does,
    claims: async (who, title, more = {}) =>
      (await does(
        who,
        'claim-hours',
        dossierOf(who.person),
        claim({ title, level: 'school', mode: 'school-based', ...more }),
      )) as string as RowId,
    async accepts(who, of, row) {
      const entry = (await entries(who, of)).find((one) => one.entry.id === row)?.entry
      if (entry === undefined) throw new Error('the claim is not to be seen')
      const input = {
        verb: 'accept-claim',
        subject: dossierOf(of.person),
        args: { row, hours: '4', credits: null, note: '' },
        seen: shortHash(decidedFields(entry)),
      }
      const acted = await act(who.phone.phone, input as Parameters<typeof act>[1])
      if (acted.is !== 'saved') throw new Error(JSON.stringify(acted))
      return acted.op
    },
    sees: async (who, of) =>
      (await entries(who, of)).map(({ entry }) => `${entry.training.title} ${entry.state} ${String(entry.recognised)}`).sort(),
    refusals: async ({ phone }) =>
      (await read(phone.phone, outboxView)).refusals.map(
        ({ verb, result }) => `${verb} ${result.is === 'refused' ? result.code : result.is}`,
      ),
    waiting: async ({ phone }) => (await read(phone.phone, outboxView)).pending.length,
    async yantu(...argv) {
      const lines: string[] = []
      const code = await run({
        argv: [...argv, '--json'],
        env: { YANTU_DATA: folder, DATABASE_URL: w.url },
        print: (line) => void lines.push(line),
        clock: () => w.now,
      })
      process.exitCode = 0
      expect([code, lines.join('\n')]).toEqual([0, expect.anything()])
      return JSON.parse(lines.join('\n')) as Record<string, unknown>
    },
    async night() {
      const place = { databaseUrl: w.url, dataFolder: folder, folder: join(folder, 'backups'), keep: 14 }
      const done = await backUpToFolder(place, w.now)
      if (done.is !== 'backed-up') throw new Error(done.is)
      return join(place.folder, done.name)
    },
    generation: async () => (await rowsFrom(w.db, sql<{ generation: number }>`select generation from district`))[0]?.generation ?? 0,
    async loseDatabase() {
      const tables = await rowsFrom(
        w.db,
        sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
      )
      await sql`truncate ${sql.join(tables.map((t) => sql.table(`public.${t.name}`)))} cascade`.execute(w.db)
    },
    async close() {
      for (const { phone } of [qin, li, wu, chen]) phone.close()
      await w.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Devices stay known: how a phone that is not known any more signs in again is told in its own story. */
export async function keepingDevices(s: Scene, work: () => Promise<void>): Promise<void> {
  const devices = JSON.stringify(await rowsFrom(s.w.db, sql`select * from device`))
  await work()
  await sql`insert into device select * from jsonb_populate_recordset(null::device, ${devices}::jsonb) on conflict do nothing`.execute(
    s.w.db,
  )
}
