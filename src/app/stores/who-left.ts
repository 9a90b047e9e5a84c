// Who left this phone (退出) while the server could not be reached: their sessions there end once it can. Several may have left one after
// the other; the browser holds the session of one of them, so each is named. Whoever is in hand by now is never signed out by this.

import { Empty } from '../../wire/session.ts'
import { tell } from '../../sync/ask.ts'
import { surroundings } from '../composables/device.ts'

const LEFT_NOTE = 'yantu.left'

const whoLeft = (): string[] => (surroundings.notes.getItem(LEFT_NOTE) ?? '').split(' ').filter((one) => one !== '')

function note(people: readonly string[]): void {
  if (people.length === 0) surroundings.notes.removeItem(LEFT_NOTE)
  else surroundings.notes.setItem(LEFT_NOTE, people.join(' '))
}

export const noteLeft = (person: string): void => {
  note([...new Set([...whoLeft(), person])])
}

/** Somebody came in: the browser's session is theirs, and nobody's before can be ended from here. */
export const forgetLeft = (): void => {
  note([])
}

export async function tellLeft(inHand: () => string | null): Promise<void> {
  for (const left of whoLeft()) {
    if (left === inHand()) continue
    const said = await tell('/api/sign-out', {}, Empty, { as: left })
    if (said.is === 'answer') note(whoLeft().filter((one) => one !== left))
  }
}
