// Damage to requests, from a seed: what lines, proxies, old programs and people who mean harm make of them. A mutation only ever
// changes what it is given; the same chance gives the same damage.

import { gzipSync } from 'node:zlib'
import type { Chance } from '../../simulation/random.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** What no canonical JSON can hold stands in the text as a mark until it is written. */
const RAW: Readonly<Record<string, string>> = {
  '@huge@': '1e999',
  '@nan@': 'NaN',
  '@lone@': '"\\ud800"',
  '@nul@': '"\\u0000"',
  '@proto@': '{"__proto__":{"admin":true}}',
  '@escaped@': '{"\\u005f_proto__":{"role":"admin"}}',
  '@made@': '{"constructor":{"prototype":{"admin":true}}}',
  '@deep@': `${'['.repeat(60)}${']'.repeat(60)}`,
  '@deeper@': `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
  '@long@': `"${'长'.repeat(30_000)}"`,
  '@many@': `[${'0,'.repeat(50_000)}0]`,
  '@twice@': '1,"protocol":2',
  '@big@': '123456789012345678901234567890',
  '@zero@': '-0',
}

const EVIL: readonly Json[] = [
  ...Object.keys(RAW),
  null,
  true,
  false,
  0,
  -1,
  1.5,
  9_007_199_254_740_991,
  1e308,
  -1e308,
  '',
  ' ',
  'x',
  'x'.repeat(200),
  '学'.repeat(3_000),
  [],
  {},
  [[]],
  [null],
  '../../etc/passwd',
  `'; drop table document; --`,
  '__proto__',
  'constructor',
  '$1',
  '%s%n',
  '２０２６-０９-１２',
  '2026-13-45',
  '9999-12-31',
  '0000-00-00',
  '-1',
  '1e9',
  'NaN',
  'null',
  '\u202e反',
  '<script>',
  'teacher',
  'district',
  'admin',
  '4',
  '0.1',
  '100000000',
]

/** One to three values somewhere inside become others, vanish or come in addition. */
export function mutateJson(value: Json, chance: Chance, known: readonly Json[]): Json {
  const copy = { root: JSON.parse(JSON.stringify(value)) as Json }
  for (let times = 1 + chance.below(3); times > 0; times -= 1) {
    const place = pickPlace(copy, chance)
    const evil = chance.oneIn(4) ? (chance.pick(known) ?? null) : (chance.pick(EVIL) ?? null)
    if (Array.isArray(place.in)) {
      if (chance.oneIn(3)) place.in.splice(Number(place.at), 1)
      else place.in[Number(place.at)] = evil
    } else if (chance.oneIn(4)) Reflect.deleteProperty(place.in, place.at)
    else if (chance.oneIn(5)) place.in[`更${String(chance.below(9))}`] = evil
    else place.in[place.at] = evil
  }
  return copy.root
}

interface Place {
  readonly in: Json[] | { [key: string]: Json }
  readonly at: string
}

function pickPlace(whole: { root: Json }, chance: Chance): Place {
  let place: Place = { in: whole as { [key: string]: Json }, at: 'root' }
  for (;;) {
    const here: Json | undefined = Array.isArray(place.in) ? place.in[Number(place.at)] : place.in[place.at]
    if (typeof here !== 'object' || here === null) return place
    const keys = Object.keys(here)
    if (keys.length === 0 || (place.at !== 'root' && chance.oneIn(6))) return place
    place = { in: here, at: chance.pick(keys) ?? '' }
  }
}

export const written = (value: Json): string => {
  let text = JSON.stringify(value) ?? 'null'
  for (const [mark, raw] of Object.entries(RAW)) text = text.split(JSON.stringify(mark)).join(raw)
  return text
}

/** The value that a signer would sign: marks as what they stand for, where JSON has it. */
export const meant = (value: Json): Json => JSON.parse(written(value).replace(/1e999|NaN|-0(?![.\d])/g, '0')) as Json

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'))

type BytesDamage =
  'none' | 'flip' | 'cut' | 'insert' | 'twice' | 'empty' | 'packed' | 'packed-damaged' | 'not-packed' | 'bomb' | 'unknown-packing'
const DAMAGE: Readonly<Record<BytesDamage, number>> = {
  none: 40,
  flip: 14,
  cut: 10,
  insert: 8,
  twice: 4,
  empty: 2,
  packed: 8,
  'packed-damaged': 6,
  'not-packed': 4,
  bomb: 1,
  'unknown-packing': 3,
}

/** The body as bytes, perhaps damaged, perhaps packed. */
export function damaged(
  text: string,
  chance: Chance,
): { readonly how: BytesDamage; readonly body: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> } {
  const how = chance.weighted(DAMAGE)
  const body = bytesOf(text)
  const gzip = { 'content-encoding': 'gzip' }
  switch (how) {
    case 'none':
      return { how, body, headers: {} }
    case 'flip':
      return { how, body: flipped(body, chance), headers: {} }
    case 'cut':
      return { how, body: body.slice(0, chance.below(body.length + 1)), headers: {} }
    case 'insert': {
      const at = chance.below(body.length + 1)
      const more = new Uint8Array(1 + chance.below(40))
      chance.bytes(more)
      return { how, body: new Uint8Array([...body.slice(0, at), ...more, ...body.slice(at)]), headers: {} }
    }
    case 'twice':
      return { how, body: new Uint8Array([...body, ...body]), headers: {} }
    case 'empty':
      return { how, body: new Uint8Array(0), headers: {} }
    case 'packed':
      return { how, body: new Uint8Array(gzipSync(body)), headers: gzip }
    case 'packed-damaged':
      return { how, body: flipped(new Uint8Array(gzipSync(body)), chance), headers: gzip }
    case 'not-packed':
      return { how, body, headers: gzip }
    case 'bomb':
      return { how, body: new Uint8Array(gzipSync(Buffer.alloc(4_000_000))), headers: gzip }
    case 'unknown-packing':
      return { how, body, headers: { 'content-encoding': chance.pick(['br', 'deflate', 'gzip, gzip', 'identity, gzip', '']) ?? 'br' } }
  }
}

function flipped(bytes: Uint8Array<ArrayBuffer>, chance: Chance): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice()
  for (let times = 1 + chance.below(8); times > 0 && copy.length > 0; times -= 1) {
    const at = chance.below(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
  }
  return copy
}

/** Headers another site, another program or nobody would send. */
export function mutateHeaders(headers: Record<string, string>, chance: Chance): Record<string, string> {
  const copy = { ...headers }
  const type = (value: string): void => {
    copy['content-type'] = value
  }
  const ways: readonly (() => void)[] = [
    () => type('text/plain'),
    () => type('multipart/form-data; boundary=x'),
    () => type('application/x-www-form-urlencoded'),
    () => type('application/json; charset=utf-16'),
    () => type('application/jsonp'),
    () => type(''),
    () => {
      delete copy['content-type']
    },
    () => {
      delete copy['x-yantu']
    },
    () => {
      copy['x-yantu'] = '2'
    },
    () => {
      copy['origin'] = 'https://elsewhere.example'
    },
    () => {
      copy['origin'] = 'null'
    },
    () => {
      copy['cookie'] = `yantu=${'x'.repeat(chance.below(3_000))}`
    },
    () => {
      copy['cookie'] = 'yantu=%00; yantu=%ff'
    },
    () => {
      delete copy['cookie']
    },
    () => {
      copy['cookie'] = `__Host-${copy['cookie'] ?? ''}`
    },
    () => {
      copy['content-length'] = '999999999'
    },
    () => {
      copy['content-length'] = '-5'
    },
    () => {
      copy['x-forwarded-for'] = 'unknown, 1.2.3.4'
    },
    () => {
      copy['host'] = 'evil.example'
    },
    () => {
      copy['x-forwarded-proto'] = 'https'
    },
    () => {
      copy['accept-encoding'] = 'gzip;q=0, br, *'
    },
    () => {
      copy['range'] = 'bytes=0-1,5-'
    },
    () => {
      copy['if-none-match'] = '*'
    },
  ]
  chance.pick(ways)?.()
  return copy
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
const PARTS = [
  '',
  '%00',
  '..%2f..%2fetc',
  '%ff%fe',
  '%e4%b8%ad',
  'a'.repeat(500),
  '-1',
  '0',
  '__proto__',
  '*',
  `'%20or%201=1`,
  '%25',
  '😀',
  '2026-09-01',
  'null',
]

/** Another id, another query, a longer path or another method. */
export function mutateAddress(method: string, path: string, chance: Chance): { readonly method: string; readonly path: string } {
  const part = chance.pick(PARTS) ?? ''
  const [plain = '', query = ''] = path.split('?')
  switch (chance.below(6)) {
    case 0:
      return { method: chance.pick(METHODS) ?? 'GET', path }
    case 1:
      return { method, path: `${plain}/${part}` }
    case 2:
      return { method, path: `${plain.slice(0, plain.lastIndexOf('/') + 1)}${part}${query === '' ? '' : `?${query}`}` }
    case 3:
      return { method, path: `${plain}?school=${part}&asOf=${part}&knownAt=${chance.pick(PARTS) ?? ''}&of=${part}` }
    case 4:
      return {
        method,
        path: `${plain}?asOf=${chance.pick(['2026-02-30', '1900-01-01', '9999-12-31', '2026-9-1', 'x']) ?? ''}&asOf=2026-01-01`,
      }
    default:
      return { method, path: plain.replace(/[^/]+$/, (last) => last.slice(0, chance.below(last.length + 1))) }
  }
}
