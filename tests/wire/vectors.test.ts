// The test vectors of the protocol's page are true: reproduced by our own code, and once more by nothing but what the page says.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Subject } from '../../src/domain/document.ts'
import { signatureHolds } from '../../src/server/signature.ts'
import { canonical, shortHash } from '../../src/wire/canonical.ts'
import { digestOf, heldDigest } from '../../src/wire/document-text.ts'
import { contentHash, signingText, SignedOp, type OpContent, type UnsignedOp } from '../../src/wire/op.ts'
import type { RowText } from '../../src/wire/sync.ts'

interface Vectors {
  readonly canonical: readonly (readonly [unknown, string])[]
  readonly op: UnsignedOp
  readonly contentHash: string
  readonly signingText: string
  readonly publicKey: string
  readonly sig: string
  readonly document: { readonly subject: Subject; readonly rows: readonly RowText[]; readonly digest: string }
  readonly held: { readonly keys: readonly string[]; readonly digest: string }
  readonly shortHash: { readonly of: unknown; readonly is: string }
}

const page = readFileSync(new URL('../../src/wire/README.md', import.meta.url), 'utf8')
const vectors = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '{}') as Vectors
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The canonical form as the page describes it, written anew. */
function asDescribed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asDescribed).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${asDescribed(inner)}`)
    .join(',')}}`
}

test('our code comes to every vector', async () => {
  for (const [value, text] of vectors.canonical) expect(canonical(value)).toBe(text)
  expect(contentHash(vectors.op.content)).toBe(vectors.contentHash)
  expect(signingText(vectors.op)).toBe(vectors.signingText)
  expect(await signatureHolds(vectors.publicKey, vectors.signingText, vectors.sig)).toBe(true)
  expect(SignedOp.safeParse({ ...vectors.op, alg: 'ES256', sig: vectors.sig }).success).toBe(true)
  expect(digestOf(vectors.document.subject, vectors.document.rows)).toBe(vectors.document.digest)
  expect(heldDigest(vectors.held.keys)).toBe(vectors.held.digest)
  expect(shortHash(vectors.shortHash.of)).toBe(vectors.shortHash.is)
})

test('so does whoever has only read the page', () => {
  for (const [value, text] of vectors.canonical) expect(asDescribed(value)).toBe(text)
  expect(sha256(asDescribed(vectors.op.content))).toBe(vectors.contentHash)
  expect(asDescribed({ content: vectors.op.content, transport: vectors.op.transport })).toBe(vectors.signingText)
  const raw = Buffer.from(vectors.publicKey, 'base64url')
  const key = createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') },
  })
  expect(
    verify('sha256', Buffer.from(vectors.signingText, 'utf8'), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(vectors.sig, 'base64url')),
  ).toBe(true)
  const { subject, rows, digest } = vectors.document
  const lines = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => `${row.id} ${row.kind} ${row.content}`)
  expect(sha256([`${subject.kind}:${subject.id}`, ...lines].join('\n')).slice(0, 16)).toBe(digest)
  expect(sha256([...vectors.held.keys].sort().join('\n')).slice(0, 16)).toBe(vectors.held.digest)
  expect(sha256(asDescribed(vectors.shortHash.of)).slice(0, 16)).toBe(vectors.shortHash.is)
})

test('a letter changed, a number changed, another device: the signature holds no more', async () => {
  const content: OpContent = { ...vectors.op.content, actor: 'p2' }
  const others: readonly UnsignedOp[] = [
    { ...vectors.op, content },
    { ...vectors.op, transport: { ...vectors.op.transport, n: 2 } },
    { ...vectors.op, transport: { ...vectors.op.transport, device: vectors.op.content.op } },
  ]
  for (const other of others) expect(await signatureHolds(vectors.publicKey, signingText(other), vectors.sig)).toBe(false)
})
