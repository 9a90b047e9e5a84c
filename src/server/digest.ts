// SHA-256 by node itself: the same bytes as wire/canonical.ts, faster where the server hashes whole documents.

import { createHash } from 'node:crypto'

/** Of UTF-8 text, lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
