// Makes the district's page ready before anybody asks for it: once at start, and again every minute, when what changed since is read
// and the day may have become another. Whoever opens it first in the morning waits no longer than the next.

import { withServer } from '../door/door.ts'
import { momentOf, type Clock } from '../clock.ts'
import type { ReferenceSource } from '../reference/reference.ts'
import { allDistricts } from '../store/districts.ts'
import type { Database } from '../store/database.ts'
import type { OverviewSource } from './kept-overview.ts'

export async function warmOverviews(
  { db, clock, references }: { readonly db: Database; readonly clock: Clock; readonly references: ReferenceSource },
  kept: OverviewSource,
): Promise<void> {
  for (const { id } of await allDistricts(db)) {
    await withServer(
      db,
      { district: id, person: '' },
      async (tx) => {
        await kept.read(tx, await references.read(tx, id), momentOf(clock()).day)
      },
      { snapshot: true },
    )
  }
}
