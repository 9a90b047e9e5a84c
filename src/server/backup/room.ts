// Whether there is room for a backup before it is begun: proving one loads a second database beside the first, and a disk filled by
// that would stop the district at night. Not known (another machine's database) counts as enough.

import { statfs } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { withClient } from '../store/lost-connection.ts'

export interface NoRoom {
  readonly is: 'no-room'
  /** Bytes. */
  readonly needed: number
  readonly free: number
  readonly folder: string
}

interface Place {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly folder: string
}

/** Beside what is copied: what PostgreSQL writes down on the way, and what the day brings. */
const SPARE = 150_000_000

/** Whether the database lies on this machine's disk, beside the data. */
const isOwn = (databaseUrl: string, dataFolder: string): boolean => {
  const host = new URL(databaseUrl).searchParams.get('host')
  return host !== null && host.startsWith(resolve(dataFolder) + sep)
}

export async function roomFor(
  { databaseUrl, dataFolder, folder }: Place,
  freeIn: (folder: string) => Promise<number> = free,
): Promise<NoRoom | null> {
  const size = await sizeOf(databaseUrl)
  const needs = [
    { folder, needed: Math.ceil(size / 2) },
    // Once for the copy, once for the log of making it.
    ...(isOwn(databaseUrl, dataFolder) ? [{ folder: dataFolder, needed: size * 2 + SPARE }] : []),
  ]
  for (const need of needs) {
    const there = await freeIn(need.folder)
    if (there < need.needed) return { is: 'no-room', needed: need.needed, free: there, folder: need.folder }
  }
  return null
}

async function free(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const sizeOf = (databaseUrl: string): Promise<number> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database())::text as size')
    return Number(rows[0]?.size ?? 0)
  })
