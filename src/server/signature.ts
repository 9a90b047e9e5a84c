// Whether a text was signed by a device: ES256 over its UTF-8, raw 64 bytes, with the public key as devices are enrolled
// (base64url of 65 raw bytes). Says no to whatever is not a signature; throws only on a key that was never one.
// Verified beside the main thread, which has everybody else's requests to see to meanwhile.

import { createPublicKey, verify, type KeyObject } from 'node:crypto'

export function signatureHolds(publicKey: string, text: string, sig: string): Promise<boolean> {
  const signature = Buffer.from(sig, 'base64url')
  if (signature.length !== 64) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    verify('sha256', Buffer.from(text), { key: keyOf(publicKey), dsaEncoding: 'ieee-p1363' }, signature, (error, holds) =>
      error === null ? resolve(holds) : reject(error),
    )
  })
}

/** Reading a key costs as much as using it; a device sends many ops. */
const keys = new Map<string, KeyObject>()
const MOST_KEYS = 2_000

function keyOf(publicKey: string): KeyObject {
  const known = keys.get(publicKey)
  if (known !== undefined) return known
  const raw = Buffer.from(publicKey, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') }
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(publicKey, key)
  return key
}
