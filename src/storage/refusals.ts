// The author's choice about what came back: made anew (改一改, in act with `replaces`), kept as a draft, given up.
// The op and its result stay on the phone as history; only the open question goes.

import { write, type Phone } from './phone.ts'

export const chooseFor = (phone: Phone, op: string, choice: 'draft' | 'given-up'): Promise<void> =>
  write(phone, async (database) => {
    const record = await database.outbox.get(op)
    if (choice === 'draft' && record !== undefined) {
      const { verb, args, subject } = record.content
      await database.drafts.put({ key: `refused:${op}`, value: { verb, args, subject, replaces: op }, savedAt: phone.clock.now() })
    }
    await database.results.update(op, { choice, seen: true })
  })

export const markSeen = (phone: Phone, ops: readonly string[]): Promise<void> =>
  write(phone, async (database) => {
    for (const op of ops) await database.results.update(op, { seen: true })
  })
