// The verbs this phone can run: those of the main job always, the others from a part of the app that is loaded when the first op needs
// one (or a little after the start). Must be asked before a transaction begins: IndexedDB does not wait for a file.

import { bringVerbs, verbNamed } from '../domain/verbs/register.ts'

let brought = false

async function bring(): Promise<void> {
  const { NOUN_VERBS } = await import('../domain/verbs/noun-verbs.ts')
  bringVerbs(NOUN_VERBS)
  brought = true
}

/** True when every one of these verbs can be run now; false where the part was not loaded yet and cannot be reached. */
export async function verbsAtHand(names: Iterable<string>): Promise<boolean> {
  if (brought || [...names].every((name) => verbNamed(name) !== null)) return true
  try {
    await bring()
    return true
  } catch {
    // No network and nothing kept of it: the next act asks again.
    return false
  }
}

/** Loads them all ahead of need; that it fails is no harm yet. */
export const allVerbsAtHand = (): Promise<boolean> => (brought ? Promise.resolve(true) : verbsAtHand(['']))
