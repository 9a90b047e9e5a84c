// 两校都登记: people of this roster whose dossier already has the same training, registered by another school (走教, 借调 …). They are
// shown before saving; saved all the same, both entries carry the flag of a likely duplicate. Pure.

import type { Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { entriesOf } from '../../domain/evaluate/item.ts'
import { plain } from '../../domain/evaluate/flags.ts'
import type { PersonId, RowId } from '../../domain/ids.ts'
import { isNear } from '../../domain/review.ts'

const NEAR = 3

export interface Registered {
  readonly person: PersonId
  readonly title: string
}

/** `own`: the activities of this school, which a roster of its own names as a twin already. */
export function registeredElsewhere(
  dossiers: Iterable<Dossier>,
  present: ReadonlySet<PersonId>,
  act: { readonly title: string; readonly first: Day; readonly last: Day },
  own: ReadonlySet<RowId>,
): Registered[] {
  const title = plain(act.title)
  if (title === '') return []
  const found: Registered[] = []
  for (const dossier of dossiers) {
    const person = dossier.subject.id as PersonId
    if (!present.has(person)) continue
    const same = entriesOf(dossier).find(
      (e) =>
        e.origin === 'granted' &&
        e.state === 'recognised' &&
        e.training.activity !== null &&
        !own.has(e.training.activity) &&
        plain(e.training.title) === title &&
        isNear(e.training, act, NEAR),
    )
    if (same !== undefined) found.push({ person, title: same.training.title })
  }
  return found
}
