// The canonical form: the one way a value is written as bytes before it is hashed or signed. Specified to the byte:
// UTF-8 JSON without white space; object keys sorted by UTF-16 code unit; keys whose value is undefined left out;
// only null, booleans, strings, arrays, plain objects and safe integers (no fractions: hours are whole tenths).
// Strings as JSON.stringify writes them, after lone surrogates were refused. Test vectors in tests/wire/canonical.test.ts.

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/

/** Nothing in it that JSON.stringify would write otherwise, and no surrogate: the common case, told apart in one look. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\ud7ff\ue000-\uffff]*$/

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (LONE.test(text)) throw new TypeError('lone surrogate')
  return JSON.stringify(text)
}

/** The canonical text of a value; throws on anything that has none (fractions, functions, dates, loops). */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`)
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object') {
    const proto: unknown = Object.getPrototypeOf(value)
    if (proto !== Object.prototype && proto !== null) throw new TypeError('not a plain object')
    const record = value as Record<string, unknown>
    let text = ''
    for (const key of inOrder(Object.keys(record))) {
      const inner = record[key]
      if (inner !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(inner)}`
    }
    return `{${text}}`
  }
  throw new TypeError(`no canonical form: ${typeof value}`)
}

/** What was read from canonical text is in order already. */
function inOrder(keys: string[]): string[] {
  for (let i = 1; i < keys.length; i += 1) if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort()
  return keys
}

/** SHA-256, lower-case hex. */
export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** The same of UTF-8 text. */
export const hashText = (text: string): string => hashBytes(utf8ToBytes(text))

/** SHA-256 of a value's canonical form, lower-case hex. */
export const hashOf = (value: unknown): string => hashText(canonical(value))

/** The first 16 hex digits: enough for a row's `base` and a document's digest. */
export const shortHash = (value: unknown): string => hashOf(value).slice(0, 16)
