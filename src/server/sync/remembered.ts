// What a phone remembers and a server restored from a backup does not: which of its ops were confirmed once, and which earlier op of
// its own is gone from it too. A confirmed op that cannot be judged yet waits for the other phones to come back instead of being
// refused for good; an op does not wait for one that nobody has any more. Neither lends a right: every op is judged as ever.

import type { OpContent } from '../../wire/op.ts'
import type { OpResult } from '../../wire/result.ts'
import type { SyncRequest } from '../../wire/sync.ts'

export interface Remembered {
  readonly confirmed: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
}

export const NOTHING_REMEMBERED: Remembered = { confirmed: new Set(), gone: new Set() }

export const rememberedIn = ({ confirmed, gone }: Pick<SyncRequest, 'confirmed' | 'gone'>): Remembered => ({
  confirmed: new Set(confirmed),
  gone: new Set(gone),
})

/** The answer while what the op is about may still come: it names the op that made the row (rows have their op's id). */
export function waitsAgain({ op, after, args }: OpContent, result: OpResult, { confirmed }: Remembered): OpResult | null {
  if (!confirmed.has(op)) return null
  // What it came after was judged anew and refused: nothing more will come.
  if (result.is !== 'stale' && (result.is !== 'refused' || result.code === 'op.after-refused')) return null
  const { row } = args
  return { is: 'held', after: typeof row === 'string' ? row : (after ?? op) }
}
