// The list of the erased outside the database, beside the generation: a database from an older backup does not know whom it must
// forget. Ids, days and hashes of pictures only. Written whole or not at all; nobody is ever taken off it.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod/mini'
import type { Erasure } from '../store/erasures.ts'
import { writeWhole } from '../whole-file.ts'

export const ERASURES_FILE = 'erasures.json'

const File = z.object({
  yantu: z.literal('erasures'),
  people: z.array(z.object({ district: z.string(), person: z.string(), on: z.string(), files: z.array(z.string()) })),
})

/** Empty where there is none. Throws for one that cannot be read: going on without it could bring somebody back. */
export async function readErasures(dataFolder: string): Promise<Erasure[]> {
  try {
    return File.parse(JSON.parse(await readFile(join(dataFolder, ERASURES_FILE), 'utf8'))).people
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new Error(`${join(dataFolder, ERASURES_FILE)}: not a list of erased people`, { cause: error })
  }
}

export async function writeErasures(dataFolder: string, people: readonly Erasure[]): Promise<void> {
  await writeWhole(join(dataFolder, ERASURES_FILE), `${JSON.stringify({ yantu: 'erasures', people })}\n`)
}

const keyOf = ({ district, person }: Erasure): string => `${district} ${person}`

/** Everybody on any of the lists, once; the earliest day stands. */
export function together(...lists: readonly (readonly Erasure[])[]): Erasure[] {
  const all = new Map<string, Erasure>()
  for (const one of lists.flat()) {
    const before = all.get(keyOf(one))
    all.set(
      keyOf(one),
      before === undefined
        ? one
        : { ...before, on: before.on < one.on ? before.on : one.on, files: [...new Set([...before.files, ...one.files])].sort() },
    )
  }
  return [...all.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
