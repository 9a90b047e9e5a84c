// JSON from outside, read with care: nesting and number of values bounded before anything is built, keys that could reach a
// prototype refused. What passes is plain data; its shape is the schema's business.

export interface JsonBounds {
  readonly depth: number
  readonly values: number
  /** False where text goes into the database as it is: it keeps no U+0000. In a sync only the op that holds one is refused. */
  readonly nul?: boolean
}

export const SYNC_BOUNDS: JsonBounds = { depth: 12, values: 40_000 }

export type BoundedJson =
  | { readonly is: 'read'; readonly value: unknown }
  | { readonly is: 'refused'; readonly code: 'json.malformed' | 'json.too-deep' | 'json.too-much' | 'json.forbidden-key' }

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

export function readBoundedJson(text: string, bounds: JsonBounds): BoundedJson {
  const fault = outsideBounds(text, bounds)
  if (fault !== null) return { is: 'refused', code: fault }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { is: 'refused', code: 'json.malformed' }
  }
  if (hasForbiddenKey(value)) return { is: 'refused', code: 'json.forbidden-key' }
  return bounds.nul === false && holdsNul(value) ? { is: 'refused', code: 'json.malformed' } : { is: 'read', value }
}

/** Counts brackets and commas outside strings: no parsing, no memory. */
function outsideBounds(text: string, bounds: JsonBounds): 'json.too-deep' | 'json.too-much' | null {
  let depth = 0
  let values = 1
  let inString = false
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i)
    if (inString) {
      if (c === 0x5c) i += 1
      else if (c === 0x22) inString = false
    } else if (c === 0x22) inString = true
    else if (c === 0x7b || c === 0x5b) {
      depth += 1
      values += 1
      if (depth > bounds.depth) return 'json.too-deep'
    } else if (c === 0x7d || c === 0x5d) depth -= 1
    else if (c === 0x2c) values += 1
    if (values > bounds.values) return 'json.too-much'
  }
  return null
}

/** JSON.parse makes '__proto__' an own key; it must not get any further. Depth is bounded, so recursion is. */
function hasForbiddenKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenKey)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => FORBIDDEN.has(key) || hasForbiddenKey(inner))
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || holdsNul(inner))
}
