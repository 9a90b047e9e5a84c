// A second copy of what was not sent yet, as text outside IndexedDB (≤ 50 KB, oldest first): where the browser throws the
// database away, these ops come back from here under their own ids, so that nothing is counted twice; where it cannot be opened
// they can still be handed in another way.

import type { OpContent, OpTransport } from '../wire/op.ts'
import { databaseName } from './database.ts'
import { KeepingFailed } from './keeping-failed.ts'
import { read, type Notes, type Owner, type Phone } from './phone.ts'

const MOST_CHARACTERS = 50_000

export interface MirroredOp {
  readonly content: OpContent
  readonly transport: OpTransport
  readonly row: string
  readonly replaces: string | null
  /** Its signature, once it has one (absent in copies made by 0.1.0). */
  readonly sig?: string | null
}

type Whose = Pick<Owner, 'person' | 'district'>
const noteKey = (owner: Whose): string => `yantu.unsent.${databaseName(owner.district, owner.person)}`

export async function mirrorUnsent(phone: Phone): Promise<void> {
  const pending = await read(phone, (database) => database.outbox.where('state').equals('pending').toArray())
  const kept: string[] = []
  let characters = 2
  for (const { content, transport, row, replaces, sig } of pending.sort((a, b) => a.n - b.n)) {
    const text = JSON.stringify({ content, transport, row, replaces, sig })
    // One that does not fit (the roster of a very large school) must not take the smaller ones after it along.
    if (characters + text.length + 1 > MOST_CHARACTERS) continue
    characters += text.length + 1
    kept.push(text)
  }
  if (kept.length === 0) phone.notes.removeItem(noteKey(phone.owner))
  else phone.notes.setItem(noteKey(phone.owner), `[${kept.join(',')}]`)
}

/** What is on the disk is saved, whatever became of its second copy: a phone that says otherwise has it saved twice. */
export async function mirrorIfPossible(phone: Phone): Promise<void> {
  try {
    await mirrorUnsent(phone)
  } catch (thrown) {
    if (!(thrown instanceof KeepingFailed)) throw thrown
  }
}

/** What the second copy holds; nothing where it is missing or damaged. */
export function readMirror(notes: Pick<Notes, 'getItem'>, owner: Whose): MirroredOp[] {
  const text = notes.getItem(noteKey(owner))
  if (text === null) return []
  try {
    return (JSON.parse(text) as MirroredOp[]).filter((one) => one.content.actor === owner.person)
  } catch {
    return []
  }
}
