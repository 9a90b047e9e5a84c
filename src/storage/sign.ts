// Signing with the device's key, and its public half as the server wants it.

import type { DeviceKeys } from './device.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1]
    const c = bytes[i + 2]
    text += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    if (b !== undefined) text += ALPHABET.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    if (c !== undefined) text += ALPHABET.charAt(c & 63)
  }
  return text
}

/** ES256: base64url of the raw 64 bytes over the UTF-8 of the text. */
export async function signText(keys: DeviceKeys, text: string): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, new TextEncoder().encode(text))
  return base64url(new Uint8Array(signature))
}

/** The raw 65 bytes of the public key, base64url. */
export async function publicKeyText(keys: DeviceKeys): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)))
}
