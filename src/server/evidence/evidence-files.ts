// The evidence files of one installation: sealed, under the hash of the bytes the phone sent and who sent them, outside the
// database. Each sender's is a file of its own, so that naming a picture one never had shows nothing. Writing is all or nothing.

import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { writeWhole } from '../whole-file.ts'
import { seal, unseal } from './sealing.ts'

export interface EvidenceFiles {
  /** Whether this person sent it. */
  has(district: string, hash: string, by: string): Promise<boolean>
  put(district: string, hash: string, by: string, bytes: Buffer): Promise<void>
  /** As one of these people sent it; null where none of them has. */
  get(district: string, hash: string, by: readonly string[]): Promise<Buffer | null>
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** District codes come from the pack, hashes were read as hex: neither can leave the folder. Files of before senders were told apart end here. */
export const evidencePlace = (folder: string, district: string, hash: string): string =>
  join(folder, encodeURIComponent(district), hash.slice(0, 2), hash)

/** The sender as nobody can read off the disk. */
export const sentPlace = (folder: string, district: string, hash: string, by: string): string =>
  `${evidencePlace(folder, district, hash)}.${createHash('sha256').update(`${hash}:${by}`).digest('hex').slice(0, 32)}`

/** Every file of one picture, whoever sent it, half-written ones too. */
export async function evidencePlaces(folder: string, district: string, hash: string): Promise<string[]> {
  const place = evidencePlace(folder, district, hash)
  try {
    return (await readdir(join(place, '..'))).filter((name) => name.startsWith(hash)).map((name) => join(place, '..', name))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function readIfThere(place: string): Promise<Buffer | null> {
  try {
    return await readFile(place)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** By whichever of the keys it was sealed with; throws for a file that none of them opens. */
function openedBy([key, ...others]: readonly [Buffer, ...Buffer[]], hash: string, sealed: Buffer): Buffer {
  try {
    return unseal(key, hash, sealed)
  } catch (error) {
    const [next, ...more] = others
    if (next === undefined) throw error
    return openedBy([next, ...more], hash, sealed)
  }
}

/**
 * `key` is asked for when first needed, so that an installation without pictures has none; `others` open what a restore brought along
 * from an installation with another key.
 */
export function evidenceFiles(folder: string, key: () => Buffer, others: () => readonly Buffer[] = () => []): EvidenceFiles {
  let held: Buffer | null = null
  const keyInHand = (): Buffer => (held ??= key())
  return {
    async has(district, hash, by) {
      try {
        return (await stat(sentPlace(folder, district, hash, by))).isFile()
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    async put(district, hash, by, bytes) {
      const place = sentPlace(folder, district, hash, by)
      await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
      await writeWhole(place, seal(keyInHand(), hash, bytes))
    },
    async get(district, hash, by) {
      if (by.length === 0) return null
      for (const place of [...by.map((one) => sentPlace(folder, district, hash, one)), evidencePlace(folder, district, hash)]) {
        const sealed = await readIfThere(place)
        if (sealed !== null) return openedBy([keyInHand(), ...others()], hash, sealed)
      }
      return null
    },
  }
}
