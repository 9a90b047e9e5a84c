// SHA-256 by node itself: the same bytes as wire/canonical.ts, faster where the server hashes whole documents and pictures.

import { createHash } from 'node:crypto'

/** Of bytes or UTF-8 text, lower-case hex. */
export const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex')
