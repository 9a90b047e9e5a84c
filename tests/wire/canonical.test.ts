// Test vectors of the canonical form: whoever writes another client must reproduce exactly these bytes and hashes.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical, hashOf, hashText, shortHash } from '../../src/wire/canonical.ts'
import { contentHash, signingText, type OpContent, type UnsignedOp } from '../../src/wire/op.ts'

const VECTORS: readonly (readonly [unknown, string])[] = [
  [null, 'null'],
  [true, 'true'],
  [-0, '0'],
  [9007199254740991, '9007199254740991'],
  ['', '""'],
  ['学时', '"学时"'],
  ['䶮·𠮷', '"䶮·𠮷"'],
  ['"\\/\b\f\n\r\t\u0000\u007f\u2028', '"\\"\\\\/\\b\\f\\n\\r\\t\\u0000\u007f\u2028"'],
  [[], '[]'],
  [[3, [2, '1']], '[3,[2,"1"]]'],
  [{}, '{}'],
  [{ b: 1, a: 2, B: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"B":3,"a":2,"b":1}'],
  [{ 学: 1, é: 2, z: 3, '𠮷': 4, '\uffee': 5 }, '{"z":3,"é":2,"学":1,"𠮷":4,"\uffee":5}'],
  [{ kept: null, gone: undefined }, '{"kept":null}'],
  [{ a: { c: [], b: {} } }, '{"a":{"b":{},"c":[]}}'],
]

test('every value has exactly one text', () => {
  for (const [value, text] of VECTORS) expect(canonical(value)).toBe(text)
})

test('the text reads back as the same value, and gives the same text again', () => {
  for (const [value, text] of VECTORS) {
    if (value !== null && typeof value === 'object' && 'gone' in value) continue
    expect(canonical(JSON.parse(text))).toBe(text)
  }
})

test('what has no canonical form is refused, not guessed', () => {
  const loneHigh = '\ud842'
  const refused = [
    0.1,
    NaN,
    Infinity,
    2 ** 53,
    loneHigh,
    `x${'\udfb7'}`,
    `${loneHigh}x`,
    new Date(0),
    new Map(),
    () => 1,
    Symbol('s'),
    1n,
    undefined,
    [undefined],
    { a: loneHigh },
    { [loneHigh]: 1 },
  ]
  for (const value of refused) expect(() => canonical(value)).toThrow(TypeError)
})

test('hashes are SHA-256 of the UTF-8 bytes, in small hex', () => {
  expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  for (const [value, text] of VECTORS) {
    const expected = createHash('sha256').update(text, 'utf8').digest('hex')
    expect(hashOf(value)).toBe(expected)
    expect(shortHash(value)).toBe(expected.slice(0, 16))
  }
})

const content: OpContent = {
  op: '01980f2e-7b00-7000-8000-000000000001',
  actor: 'p1',
  subject: { kind: 'teacher', id: 'p1' },
  verb: 'claim-hours',
  v: 1,
  base: null,
  after: null,
  args: { title: '统编教材研修', hours: '4.5', tags: [] },
}
const transport = { device: '01980f2e-7b00-7000-8000-0000000000aa', n: 1, at: { clock: '2026-03-10T09:00:00', zone: 480, offset: -1200 } }

test('the content identity of an op is this, whatever carries it', () => {
  const text =
    '{"actor":"p1","after":null,"args":{"hours":"4.5","tags":[],"title":"统编教材研修"},"base":null,"op":"01980f2e-7b00-7000-8000-000000000001","subject":{"id":"p1","kind":"teacher"},"v":1,"verb":"claim-hours"}'
  expect(canonical(content)).toBe(text)
  expect(contentHash(content)).toBe(hashText(text))
  expect(contentHash({ ...content, after: content.op })).not.toBe(contentHash(content))
})

test('what is signed holds content and transport, so that neither can be put on another', () => {
  const op: UnsignedOp = { content, transport }
  expect(signingText(op)).toBe(
    `{"content":${canonical(content)},"transport":{"at":{"clock":"2026-03-10T09:00:00","offset":-1200,"zone":480},"device":"01980f2e-7b00-7000-8000-0000000000aa","n":1}}`,
  )
})
