// Documents opened by hand: a district's phone keeps them for thirty days beyond its standing scope, and asks for those
// it does not hold yet.

import { subjectKey, type Subject } from '../domain/document.ts'
import { readMeta, writeMeta } from './meta.ts'
import { write, type Phone } from './phone.ts'

const KEEP_OPENED_MS = 30 * 86_400_000
/** As many as one request may name; the ones opened last stay. */
export const MOST_OPENED = 300
/** Written at most once a day per document: reading a page should not cost a write. */
const AGAIN_AFTER_MS = 86_400_000

export async function noteOpened(phone: Phone, subject: Subject): Promise<void> {
  if (phone.readOnly) return
  const asked = await write(phone, async (database) => {
    const roles = (await readMeta(database, 'roles')) ?? []
    if (!roles.some((role) => role.at.kind === 'district')) return false
    const key = subjectKey(subject)
    const now = phone.clock.now()
    const opened = (await readMeta(database, 'opened')) ?? {}
    const held = (await database.documents.get(key)) !== undefined
    if (held && now - (opened[key] ?? 0) < AGAIN_AFTER_MS) return false
    const recent: Record<string, number> = { [key]: now }
    for (const other of Object.keys(opened)) {
      const at = opened[other] ?? 0
      if (other !== key && now - at < KEEP_OPENED_MS) recent[other] = at
    }
    await writeMeta(database, 'opened', recent)
    const want = (await readMeta(database, 'want')) ?? []
    if (!held && want.indexOf(key) < 0) await writeMeta(database, 'want', [...want, key])
    return !held
  })
  if (asked) phone.onSaved?.()
}

/** Dossiers just decided about stay at hand, so that the decision can be taken back though nothing waits in them any more. */
export async function keepAtHand(phone: Phone, subjects: readonly Subject[]): Promise<void> {
  if (phone.readOnly) return
  await write(phone, async (database) => {
    const opened: Record<string, number> = { ...((await readMeta(database, 'opened')) ?? {}) }
    for (const subject of subjects) opened[subjectKey(subject)] = phone.clock.now()
    await writeMeta(database, 'opened', opened)
  })
}

/** What a request names of them: not too old, not too many, in the order opened. */
export function openedNow(opened: Readonly<Record<string, number>>, now: number): string[] {
  const at = (key: string): number => opened[key] ?? 0
  return Object.keys(opened)
    .filter((key) => now - at(key) < KEEP_OPENED_MS)
    .sort((a, b) => at(b) - at(a))
    .slice(0, MOST_OPENED)
}
