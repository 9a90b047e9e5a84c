// What any verb's arguments must be before its schema reads them: a plain JSON object of modest depth, with keys and text that
// can be stored and hashed on both sides. Refused here: __proto__ and its kin, lone surrogates, control characters.
// Must hold for every input, so it recurses no deeper than it allows.

const DEPTH = 6
const FORBIDDEN = ['__proto__', 'constructor', 'prototype']

/** True for text that has a canonical form and that a database can keep: no lone surrogate, no control character but tab and newline. */
function isPlainText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if ((c < 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d) || c === 0x7f) return false
    if (c >= 0xdc00 && c <= 0xdfff) return false
    if (c >= 0xd800 && c <= 0xdbff) {
      const next = text.charCodeAt(i + 1)
      if (!(next >= 0xdc00 && next <= 0xdfff)) return false
      i++
    }
  }
  return true
}

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return isPlainText(value)
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || depth === 0) return false
  if (Array.isArray(value)) return value.every((v) => isPlain(v, depth - 1))
  const proto: unknown = Object.getPrototypeOf(value)
  if (proto !== Object.prototype && proto !== null) return false
  return Object.keys(value).every(
    (k) => !FORBIDDEN.includes(k) && isPlainText(k) && isPlain((value as Record<string, unknown>)[k], depth - 1),
  )
}

/** The arguments as a plain object, or null when they are anything else. */
export const plainArguments = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value, DEPTH) ? (value as Record<string, unknown>) : null
