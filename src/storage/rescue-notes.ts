// A rescue file made without the database: from the second copy of what was not sent, when IndexedDB cannot be opened any more.
// Only for whoever was in hand when the app was last open here, never for somebody who has left (退出并换人).

import type { DistrictId, PersonId } from '../domain/ids.ts'
import type { SignedOp } from '../wire/op.ts'
import { readMirror } from './mirror.ts'
import type { Notes } from './phone.ts'
import { rescueFile } from './rescue.ts'

const KEY = 'yantu.in-hand'

export interface InHand {
  readonly person: PersonId
  readonly district: DistrictId
}

export const noteInHand = (notes: Notes, { person, district }: InHand): void => {
  notes.setItem(KEY, JSON.stringify({ person, district }))
}
export const forgetInHand = (notes: Notes): void => {
  notes.removeItem(KEY)
}

/** Who was in hand; null where nobody was, or the note cannot be read. */
export function whoWasInHand(notes: Notes): InHand | null {
  const text = notes.getItem(KEY)
  if (text === null) return null
  try {
    const { person, district } = JSON.parse(text) as Partial<InHand>
    return person === undefined || district === undefined ? null : { person, district }
  } catch {
    return null
  }
}

/** How many unsent ops the second copy holds, and the file with those among them that are signed; null where it holds none. */
export function rescueFromNotes(
  notes: Notes,
  about: string,
): { readonly text: string; readonly ops: number; readonly unsent: number } | null {
  const who = whoWasInHand(notes)
  const mirrored = who === null ? [] : readMirror(notes, who)
  if (who === null || mirrored.length === 0) return null
  const ops = mirrored.flatMap(({ content, transport, sig }): SignedOp[] =>
    sig == null ? [] : [{ content, transport, alg: 'ES256', sig }],
  )
  return { text: rescueFile(who.person, ops, about), ops: ops.length, unsent: mirrored.length }
}
