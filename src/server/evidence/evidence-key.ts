// The key evidence is sealed with: YANTU_EVIDENCE_KEY (64 hex digits), else a file in the data folder that only the server may
// read, made once. Losing it loses the pictures, so a backup takes it along.

import { createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const KEY_FILE = 'evidence.key'
/** Keys that came with a backup where another one was already in use. */
const OTHER_KEY = /^evidence-[0-9a-f]{12}\.key$/
const HEX_KEY = /^[0-9a-fA-F]{64}$/

/** Throws where a key is given or kept that is none: guessing another would seal pictures nobody can open. */
export function evidenceKey(dataFolder: string, given: string | undefined): Buffer {
  const text = given?.trim() || keptKey(dataFolder)
  if (!HEX_KEY.test(text)) throw new Error('YANTU_EVIDENCE_KEY / evidence.key: 64 hex digits are needed')
  return Buffer.from(text, 'hex')
}

export const isKeyFile = (name: string): boolean => name === KEY_FILE || OTHER_KEY.test(name)

/** They open, and seal nothing; the kept one among them, for where YANTU_EVIDENCE_KEY is given today and was not when a picture came. */
export const otherKeys = (dataFolder: string): Buffer[] =>
  readdirSync(dataFolder)
    .filter(isKeyFile)
    .flatMap((name) => {
      const text = readFileSync(join(dataFolder, name), 'utf8').trim()
      return HEX_KEY.test(text) ? [Buffer.from(text, 'hex')] : []
    })

/** The name a key has beside another one. */
export const nameOfOther = (key: string): string => `evidence-${createHash('sha256').update(key).digest('hex').slice(0, 12)}.key`

function keptKey(dataFolder: string): string {
  const file = join(dataFolder, KEY_FILE)
  mkdirSync(dataFolder, { recursive: true })
  const fresh = `${file}.${String(process.pid)}`
  try {
    // On the disk before anything is sealed with it: whoever loses it loses the pictures.
    writeFileSync(fresh, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
    // A link never replaces: of two servers that start at once both read the same key.
    linkSync(fresh, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
