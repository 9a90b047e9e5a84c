// Cancelling an activity and taking back the hours granted for it, as acts. Of hundreds, which are kept in lots, the activity goes last: what
// breaks off half-way then stands on an activity that can still be cancelled, and is gone on with there. Pure.

import type { RowId } from '../../domain/ids.ts'
import type { ActInput } from '../../storage/act.ts'

export const cancelling = (at: ActInput['subject'], row: RowId, reason: string, taken: readonly ActInput[]): ActInput[] => [
  ...taken,
  { verb: 'cancel-activity', subject: at, args: { row, reason } },
]
