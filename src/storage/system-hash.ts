// SHA-256 by the browser, off the main thread and some ten times as fast as our own: for whole documents on their way in, which are
// hashed before their transaction begins (within one WebCrypto cannot be awaited).

import { bytesToHex } from '@noble/hashes/utils.js'
import type { Hash } from './packed.ts'

export const systemHash: Hash = async (text) =>
  bytesToHex(
    new Uint8Array(
      await crypto.subtle.digest('SHA-256', typeof text === 'string' ? new TextEncoder().encode(text) : (text as Uint8Array<ArrayBuffer>)),
    ),
  )
