// The zip around an .xlsx, opened with suspicion. The directory is read before anything is unpacked, and its sizes are
// not believed: each part is unpacked under a hard cap. Limits: 2,000 parts, 50 MB unpacked, 100 times its packed size.
// `repack` writes the parts that were checked as a plain zip, so that the workbook library unpacks nothing itself.

import { crc32, inflateRawSync } from 'node:zlib'

const MAX_PARTS = 2_000
const MAX_UNPACKED = 50 * 1024 * 1024
const MAX_RATIO = 100
/** Small parts of blanks pack a thousandfold and harm nobody. */
const RATIO_MATTERS_FROM = 1024 * 1024

export interface Part {
  readonly path: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly localHeader: number
}

export type Directory =
  | { readonly is: 'parts'; readonly parts: readonly Part[] }
  | { readonly is: 'damaged' }
  | { readonly is: 'encrypted' }
  | { readonly is: 'bomb' }
export type Unpacked =
  { readonly is: 'files'; readonly files: ReadonlyMap<string, Uint8Array> } | { readonly is: 'damaged' } | { readonly is: 'bomb' }

const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.byteLength)

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

const tooMuch = (packed: number, unpacked: number): boolean =>
  unpacked > MAX_UNPACKED || (unpacked > RATIO_MATTERS_FROM && unpacked > packed * MAX_RATIO)

/** Reads the central directory; nothing is unpacked. */
export function readDirectory(bytes: Uint8Array): Directory {
  const view = viewOf(bytes)
  const end = bytes.byteLength < 22 ? -1 : endRecord(view)
  if (end === -1) return { is: 'damaged' }
  const count = view.getUint16(end + 10, true)
  if (count > MAX_PARTS) return { is: 'bomb' }
  const parts: Part[] = []
  let at = view.getUint32(end + 16, true)
  let sum = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return { is: 'damaged' }
    if ((view.getUint16(at + 8, true) & 1) === 1) return { is: 'encrypted' }
    const nameLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/')
    const part = {
      path,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      localHeader: view.getUint32(at + 42, true),
    }
    sum += part.unpacked
    if (tooMuch(part.packed, part.unpacked) || sum > MAX_UNPACKED) return { is: 'bomb' }
    parts.push(part)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { is: 'parts', parts }
}

function inflate(packed: Uint8Array, cap: number): Uint8Array | 'bomb' | 'damaged' {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, cap) })
  } catch (error) {
    return error instanceof RangeError ? 'bomb' : 'damaged'
  }
}

/** Unpacks the parts wanted; what they say of their size is only a hint, the caps hold whatever they say. */
export function unpack(bytes: Uint8Array, parts: readonly Part[], wanted: (path: string) => boolean): Unpacked {
  const view = viewOf(bytes)
  const files = new Map<string, Uint8Array>()
  let left = MAX_UNPACKED
  for (const part of parts) {
    if (!wanted(part.path)) continue
    const at = part.localHeader
    if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== 0x04034b50) return { is: 'damaged' }
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (from + part.packed > bytes.byteLength || (part.method !== 0 && part.method !== 8)) return { is: 'damaged' }
    const packed = bytes.subarray(from, from + part.packed)
    const cap = Math.min(left, Math.max(RATIO_MATTERS_FROM, part.packed * MAX_RATIO))
    const content = part.method === 0 ? packed : inflate(packed, cap)
    if (typeof content === 'string') return { is: content }
    left -= content.byteLength
    if (left < 0) return { is: 'bomb' }
    files.set(part.path, content)
  }
  return { is: 'files', files }
}

/** A zip of the same files, stored without packing. */
export function repack(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path)
    const head = new Uint8Array(46 + name.length)
    const v = viewOf(head)
    v.setUint32(0, 0x02014b50, true)
    v.setUint16(6, 20, true)
    v.setUint16(8, 0x0800, true)
    v.setUint32(16, crc32(content), true)
    v.setUint32(20, content.length, true)
    v.setUint32(24, content.length, true)
    v.setUint16(28, name.length, true)
    v.setUint32(42, offset, true)
    head.set(name, 46)
    const local = new Uint8Array(30 + name.length)
    viewOf(local).setUint32(0, 0x04034b50, true)
    local.set(head.subarray(6, 32), 4)
    local.set(name, 30)
    chunks.push(local, content)
    directory.push(head)
    offset += local.length + content.length
  }
  const size = directory.reduce((n, d) => n + d.length, 0)
  const end = new Uint8Array(22)
  const v = viewOf(end)
  v.setUint32(0, 0x06054b50, true)
  v.setUint16(8, files.size, true)
  v.setUint16(10, files.size, true)
  v.setUint32(12, size, true)
  v.setUint32(16, offset, true)
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]))
}
