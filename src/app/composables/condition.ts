// useCondition(): how the keeping on this phone is, kept fresh; null while reading or signed out. rescue(): the rescue file's text.

import type { ShallowRef } from 'vue'
import { conditionOf, type Condition } from '../../storage/condition.ts'
import { KeepingFailed } from '../../storage/keeping-failed.ts'
import { rescueText } from '../../storage/rescue.ts'
import { rescueFromNotes } from '../../storage/rescue-notes.ts'
import { syncWords } from '../text/sync-page.ts'
import { useLive } from './live.ts'
import { surroundings } from './device.ts'
import { phoneInHand } from './phone.ts'

export const useCondition = (): Readonly<ShallowRef<Condition | null>> => useLive<Condition | null>(conditionOf, null)

/** Where the database does not open any more it is made from the second copy. */
export async function rescue(): Promise<{ readonly text: string; readonly ops: number }> {
  try {
    return await rescueText(phoneInHand(), syncWords.rescueAbout)
  } catch (thrown) {
    const noted = thrown instanceof KeepingFailed ? rescueFromNotes(surroundings.notes, syncWords.rescueAbout) : null
    if (noted === null) throw thrown
    return noted
  }
}
