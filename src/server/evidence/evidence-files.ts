// The evidence files of one installation: sealed, under the hash of the bytes the phone sent, outside the database.
// Writing is all or nothing; the same picture twice is one file.

import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { seal, unseal } from './sealing.ts'

export interface EvidenceFiles {
  has(district: string, hash: string): Promise<boolean>
  put(district: string, hash: string, bytes: Buffer): Promise<void>
  /** Null where it has not arrived. */
  get(district: string, hash: string): Promise<Buffer | null>
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** District codes come from the pack, hashes were read as hex: neither can leave the folder. */
export const evidencePlace = (folder: string, district: string, hash: string): string =>
  join(folder, encodeURIComponent(district), hash.slice(0, 2), hash)

/** `key` is asked for when first needed, so that an installation without pictures has none. */
export function evidenceFiles(folder: string, key: () => Buffer): EvidenceFiles {
  let held: Buffer | null = null
  const keyInHand = (): Buffer => (held ??= key())
  const placeOf = (district: string, hash: string): string => evidencePlace(folder, district, hash)
  return {
    async has(district, hash) {
      try {
        return (await stat(placeOf(district, hash))).isFile()
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    async put(district, hash, bytes) {
      const place = placeOf(district, hash)
      const beside = `${place}.${randomUUID()}`
      await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
      try {
        await writeFile(beside, seal(keyInHand(), hash, bytes), { mode: 0o600, flush: true })
        await rename(beside, place)
      } finally {
        await rm(beside, { force: true })
      }
    },
    async get(district, hash) {
      try {
        return unseal(keyInHand(), hash, await readFile(placeOf(district, hash)))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
  }
}
