// Drafts: what is being typed, one per form, on this phone only.

import { read, write, type Phone } from './phone.ts'
import type { DraftRecord } from './tables.ts'

export const readDraft = (phone: Phone, key: string): Promise<unknown> =>
  read(phone, async (database) => (await database.drafts.get(key))?.value ?? null)

export const keepDraft = (phone: Phone, key: string, value: unknown): Promise<void> =>
  write(phone, async (database) => {
    await database.drafts.put({ key, value, savedAt: phone.clock.now() })
  })

export const forgetDraft = (phone: Phone, key: string): Promise<void> => write(phone, (database) => database.drafts.delete(key))

/** Drafts whose key begins so ('claim', 'refused:'), latest first. */
export const draftsUnder = (phone: Phone, prefix: string): Promise<DraftRecord[]> =>
  read(phone, async (database) => (await database.drafts.where('key').startsWith(prefix).toArray()).sort((a, b) => b.savedAt - a.savedAt))
