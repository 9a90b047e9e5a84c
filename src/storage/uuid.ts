// UUIDv7 made on the device: 48 bits of milliseconds, then randomness. Sorts by the time it was made, which helps
// indexes only; nothing relies on the order. Not crypto.randomUUID: phones in use lack it.

import type { Clock, Random } from './clock.ts'

const hex = (n: number): string => (n < 16 ? '0' : '') + n.toString(16)

export function uuidv7(clock: Clock, random: Random): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  let ms = Math.max(0, Math.floor(clock.now()))
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  let text = ''
  bytes.forEach((byte, i) => {
    text += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + hex(byte)
  })
  return text
}
