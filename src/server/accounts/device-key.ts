// A device's public key as it comes from the phone: base64url of the raw, uncompressed 65 bytes of a point on P-256.
// Taken only when it is on the curve; a key that could never verify must not be enrolled.

import { createPublicKey } from 'node:crypto'

export function isDeviceKey(publicKey: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 65 || raw[0] !== 4 || raw.toString('base64url') !== publicKey) return false
  const x = raw.subarray(1, 33).toString('base64url')
  const y = raw.subarray(33).toString('base64url')
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}
