// keepAtHand(people): dossiers just decided about stay on a district's device, so that Undo finds them.

import type { PersonId } from '../../domain/ids.ts'
import { keepAtHand as keep } from '../../storage/opened.ts'
import { phoneInHand } from './phone.ts'

export const keepAtHand = (people: readonly PersonId[]): Promise<void> =>
  keep(
    phoneInHand(),
    people.map((id) => ({ kind: 'teacher', id })),
  )
