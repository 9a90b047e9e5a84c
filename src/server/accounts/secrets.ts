// Random secrets and how they are kept: the database holds only hashes, so that reading it lets nobody in.
// Session tokens are 256 bits and need no key; short codes are hashed with the installation's key, because
// 50 bits without one could be tried out by whoever reads the table.

import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

/** No 0/O, 1/I/L, 8/B, 5/S, 2/Z look-alikes: read from paper by people of every age. */
const ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679'
const CODE_LENGTH = 10

export const newToken = (): string => randomBytes(32).toString('base64url')

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Ten characters, 46 bits, once and for hours only, and guesses are slowed down. */
export const newCode = (): string => pick(CODE_LENGTH, ALPHABET)

/** Twelve digits, for the line that the server prints on an empty database. */
export const newFirstRunCode = (): string => pick(12, '0123456789')

/** 'ABCDE-FGHJK', '1234-5678-9012': what people read and type. */
export const grouped = (code: string, size: number): string => (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-')

/** Keyed hash of something short; `purpose` keeps the same text in two places from looking the same. */
export const keyedHash = (key: Uint8Array, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest('hex')

function pick(length: number, alphabet: string): string {
  let text = ''
  while (text.length < length) text += alphabet.charAt(randomInt(alphabet.length))
  return text
}
