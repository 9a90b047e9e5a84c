// The activity rows a file holds, for the verbs that change one: whether it is there, and whether it still stands.

import type { Document } from '../document.ts'
import type { RowId } from '../ids.ts'
import type { ActivityInfo } from '../reference.ts'
import { activitiesOf } from '../reference-from.ts'

export type ActivityAt =
  { readonly is: 'stands'; readonly activity: ActivityInfo } | { readonly is: 'cancelled' } | { readonly is: 'absent' }

export function activityAt(file: Document, row: RowId): ActivityAt {
  if (file.rows.get(row)?.kind !== 'activity') return { is: 'absent' }
  const activity = activitiesOf(file).find((a) => a.id === row)
  return activity === undefined ? { is: 'cancelled' } : { is: 'stands', activity }
}
