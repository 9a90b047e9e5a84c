// The key evidence is sealed with: YANTU_EVIDENCE_KEY (64 hex digits), else a file in the data folder that only the server may
// read, made once. Losing it loses the pictures, so a backup takes it along.

import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const KEY_FILE = 'evidence.key'
const HEX_KEY = /^[0-9a-fA-F]{64}$/

/** Throws where a key is given or kept that is none: guessing another would seal pictures nobody can open. */
export function evidenceKey(dataFolder: string, given: string | undefined): Buffer {
  const text = given?.trim() || keptKey(dataFolder)
  if (!HEX_KEY.test(text)) throw new Error('YANTU_EVIDENCE_KEY / evidence.key: 64 hex digits are needed')
  return Buffer.from(text, 'hex')
}

function keptKey(dataFolder: string): string {
  const file = join(dataFolder, KEY_FILE)
  mkdirSync(dataFolder, { recursive: true })
  const fresh = `${file}.${String(process.pid)}`
  writeFileSync(fresh, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    // A link never replaces: of two servers that start at once both read the same key.
    linkSync(fresh, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
