// A small file outside the database that remembers how far it was: generation and change number of each district. A database that
// is older than it has come back from the past without anybody saying so. Written whole or not at all; never goes backwards.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { allDistricts } from '../store/districts.ts'
import type { Database } from '../store/database.ts'
import { writeWhole } from '../whole-file.ts'

export const GENERATION_FILE = 'generation.json'

const File = z.object({ yantu: z.literal('generation'), districts: z.record(z.string(), z.object({ generation: z.int(), head: z.int() })) })

export interface Mark {
  readonly generation: number
  readonly head: number
}
/** By district. */
export type Marks = Readonly<Record<string, Mark>>

/** Null where there is none yet, or none that can be read: a lost file proves nothing about the database. */
export async function readMarks(dataFolder: string): Promise<Marks | null> {
  try {
    const read = File.safeParse(JSON.parse(await readFile(join(dataFolder, GENERATION_FILE), 'utf8')))
    return read.success ? read.data.districts : null
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return null
    throw error
  }
}

export async function writeMarks(dataFolder: string, districts: Marks): Promise<void> {
  await writeWhole(join(dataFolder, GENERATION_FILE), `${JSON.stringify({ yantu: 'generation', districts })}\n`)
}

export async function marksOf(db: Database): Promise<Marks> {
  return Object.fromEntries((await allDistricts(db)).map(({ id, generation, head }) => [id, { generation, head }]))
}

export const isBefore = (a: Mark, b: Mark): boolean => a.generation < b.generation || (a.generation === b.generation && a.head < b.head)

/** Whether `now` lacks anything that `known` has seen. */
export const isOlder = (now: Marks, known: Marks): boolean =>
  Object.entries(known).some(([district, mark]) => {
    const here = now[district]
    return here === undefined || isBefore(here, mark)
  })

/** The furthest any district was, for numbers that must lie beyond every one ever given out. */
export const furthest = (marks: Marks | null): Mark =>
  Object.values(marks ?? {}).reduce(
    (most, mark) => ({ generation: Math.max(most.generation, mark.generation), head: Math.max(most.head, mark.head) }),
    { generation: 0, head: 0 },
  )
