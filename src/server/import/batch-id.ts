// Ids that a batch gives: the same batch, row and purpose always give the same UUID, so a confirmation that is tried again after
// a broken answer does the same thing and not a second one.

import { sha256 } from '../digest.ts'

export function idFor(batch: string, what: string): string {
  const h = sha256(`import ${batch} ${what}`)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/** What stands for the device in the op log. */
export const importDevice = (batch: string): string => `import:${batch}`
export const undoDevice = (batch: string): string => `undo:${batch}`
