// Backing up and restoring as whole acts. A backup counts only once it was loaded into a scratch database and came out the same;
// then phones are told that they need not keep what is in it. A restore raises the generation, so that every phone sends again
// what the restored past has not seen.

import { rm } from 'node:fs/promises'
import type pg from 'pg'
import { migrate } from '../migrations/migrate.ts'
import { withClient } from '../store/lost-connection.ts'
import { sqlState } from '../store/retry.ts'
import { changeOf, generationOf, type BackupHead, type BackupSaid } from './format.ts'
import { furthest, type Marks } from './generation-file.ts'
import { loadBackup, sumsOf } from './load.ts'
import { checkBackup, sameSums, type BackupChecked } from './read.ts'
import { inScratch } from './scratch.ts'
import { migrationsRun, tablesInOrder } from './tables.ts'
import { writeBackup } from './write.ts'

/** SQLSTATE of an account that may not make databases. */
const MAY_NOT = '42501'

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin; set local datestyle = 'ISO'; set local timezone = 'UTC'")
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    // Where the connection is gone, so is the transaction; what is told is why.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

export type BackedUp = { readonly is: 'backed-up'; readonly said: BackupSaid } | { readonly is: 'may-not-prove' }

/** A backup that counts: written, proven, and told to the phones. */
export async function backUp(databaseUrl: string, file: string, nowMs: number): Promise<BackedUp> {
  const done = await writeProven(databaseUrl, file, nowMs)
  if (done.is === 'backed-up') await moveMark(databaseUrl, done.said.head)
  return done
}

/** Throws when the file, loaded again, is not what the database was; such a file does not stay. Phones are not told yet. */
export async function writeProven(databaseUrl: string, file: string, nowMs: number, stopping?: AbortSignal): Promise<BackedUp> {
  const said = await writeBackup(databaseUrl, file, nowMs, stopping)
  try {
    await proveByLoading(databaseUrl, file, said, stopping)
  } catch (error) {
    await rm(file, { force: true })
    if (sqlState(error) === MAY_NOT) return { is: 'may-not-prove' }
    throw error
  }
  return { is: 'backed-up', said }
}

/** From now on phones need not keep what stands in this backup. Only for one that is proven and in its place. */
export const moveMark = (databaseUrl: string, head: BackupHead): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    for (const d of head.districts) {
      await client.query(
        'update district set backed_up_through = greatest(backed_up_through, $2::bigint) where district = $1 and generation = $3',
        [d.district, d.head, d.generation],
      )
    }
  })

const proveByLoading = (databaseUrl: string, file: string, said: BackupSaid, stopping?: AbortSignal): Promise<void> =>
  inScratch(databaseUrl, async (scratch) => {
    await migrate(scratch)
    const same = await withClient(scratch, (client) =>
      inTransaction(client, async () => {
        await loadBackup(client, file, stopping)
        return sameSums(await sumsOf(client, await tablesInOrder(client), stopping), said.manifest.tables)
      }),
    )
    if (!same) throw new Error(`the backup ${file} is not what the database was`)
  })

export type Restored =
  | Extract<BackupChecked, { is: 'wrong' }>
  | { readonly is: 'other-district'; readonly here: readonly string[]; readonly inBackup: readonly string[] }
  | { readonly is: 'restored'; readonly generation: number; readonly change: number }

/** Beyond every generation anybody counted to, where neither database nor file can say how far it was: minutes since 2026. */
const unheardOf = (nowMs: number): number => Math.max(1, Math.floor((nowMs - Date.UTC(2026, 0, 1)) / 60_000))

/**
 * Into a migrated database, empty or not, that no server uses. `marks`: how far each district ever was, where the database itself may be
 * lost; null where the file is lost, too. `before`: what must be there first, since whoever breaks off a restore has either all or nothing.
 */
export async function restore(
  databaseUrl: string,
  file: string,
  marks: Marks | null,
  nowMs: number,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<Restored> {
  const known = marks === null ? null : furthest(marks)
  const { migrations, here } = await withClient(databaseUrl, async (client) => ({
    migrations: await migrationsRun(client),
    here: await districtsHere(client, marks),
  }))
  const checked = await checkBackup(file, migrations)
  if (checked.is === 'wrong') return checked
  const inBackup = checked.head.districts.map(({ district }) => district)
  // Phones of this district would meet another one's records under their own address, or none at all.
  if (here.some((district) => !inBackup.includes(district))) return { is: 'other-district', here, inBackup }
  // No connection is held meanwhile: many pictures from a slow disk take longer than one may be silent.
  await before()
  return withClient(databaseUrl, (client) =>
    inTransaction(client, async () => {
      const { rows } = await client.query<{ generation: number; head: string }>(
        'select coalesce(max(generation), 0) as generation, coalesce(max(head), 0)::text as head from district',
      )
      const present = rows[0]
      await loadBackup(client, file)
      const counted = Math.max(known?.generation ?? 0, present?.generation ?? 0, generationOf(checked.head)) + 1
      const generation = known === null && (present?.generation ?? 0) === 0 ? Math.max(counted, unheardOf(nowMs)) : counted
      // Beyond every number ever given out: a number then means one change only, in every generation.
      const change = Math.max(known?.head ?? 0, Number(present?.head ?? 0), changeOf(checked.head)) + 1
      await client.query('update district set generation = $1, head = greatest(head, $2::bigint), backed_up_through = 0', [
        generation,
        change,
      ])
      return { is: 'restored' as const, generation, change }
    }),
  )
}

async function districtsHere(client: pg.Client, marks: Marks | null): Promise<string[]> {
  const { rows } = await client.query<{ district: string }>('select district from district')
  return [...new Set([...rows.map(({ district }) => district), ...Object.keys(marks ?? {})])].sort()
}
