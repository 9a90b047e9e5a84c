// The copy that fake-indexeddb makes of every record it is given or gives out, made quickly where it is plain data: strings are
// shared, objects and lists are copied. Keys are shared too, which nobody can change and whose usual copy takes long. Whatever else
// a record holds (bytes, dates) goes the usual way.

const DEEPEST = 60
const usual = globalThis.structuredClone

const NOT_PLAIN = Symbol('not plain')

function plainCopy(value: unknown, depth: number): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol')) return value
  if (typeof value !== 'object' || depth > DEEPEST) return NOT_PLAIN
  if (Array.isArray(value)) return listCopy(value, depth)
  const proto: unknown = Object.getPrototypeOf(value)
  if (proto !== Object.prototype && proto !== null) return value instanceof CryptoKey ? value : NOT_PLAIN
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const inner = plainCopy((value as Record<string, unknown>)[key], depth + 1)
    if (inner === NOT_PLAIN || key === '__proto__') return NOT_PLAIN
    copy[key] = inner
  }
  return copy
}

function listCopy(list: readonly unknown[], depth: number): unknown {
  const copy: unknown[] = []
  for (let i = 0; i < list.length; i += 1) {
    const inner = plainCopy(list[i], depth + 1)
    if (inner === NOT_PLAIN || !(i in list)) return NOT_PLAIN
    copy.push(inner)
  }
  return copy
}

function quickClone<T>(value: T, options?: StructuredSerializeOptions): T {
  const copy = options === undefined ? plainCopy(value, 0) : NOT_PLAIN
  return copy === NOT_PLAIN ? usual(value, options) : (copy as T)
}

export function cloneQuickly(): void {
  globalThis.structuredClone = quickClone
}

export function cloneAsUsual(): void {
  globalThis.structuredClone = usual
}
