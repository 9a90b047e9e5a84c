// The cursor: how far a phone has read, as generation and change number, authenticated so that nobody can make one up.
// Only ever made by this server; a foreign or damaged one counts as none.

import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Cursor {
  readonly generation: number
  readonly change: number
}

const seal = (secret: Buffer, district: string, text: string): Buffer =>
  createHmac('sha256', secret).update(`${district}\n${text}`).digest().subarray(0, 16)

export function writeCursor(secret: Buffer, district: string, { generation, change }: Cursor): string {
  const text = `${generation}.${change}`
  return `${text}.${seal(secret, district, text).toString('base64url')}`
}

export function readCursor(secret: Buffer, district: string, text: string): Cursor | null {
  const m = /^((\d{1,9})\.(\d{1,15}))\.([\w-]{22})$/.exec(text)
  if (m === null) return null
  const given = Buffer.from(m[4] ?? '', 'base64url')
  const expected = seal(secret, district, m[1] ?? '')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return { generation: Number(m[2]), change: Number(m[3]) }
}
