// Who acts for the district here: its officers and administrators, in the name they are known by. To anybody else nothing is here.

import type { Capacity } from '../../domain/document.ts'
import type { PersonId } from '../../domain/ids.ts'
import { momentOf, type Moment } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import { withServer } from '../door/door.ts'
import { rolesOn } from '../door/scope.ts'
import { personName } from '../store/people.ts'
import type { SyncDeps } from '../sync/deps.ts'

export interface Hand {
  readonly id: PersonId
  readonly name: string
  readonly capacity: Capacity
  readonly now: Moment
}

export async function districtHand(deps: Pick<SyncDeps, 'db' | 'clock'>, asker: Asker): Promise<Hand | null> {
  const now = momentOf(deps.clock())
  return withServer(
    deps.db,
    asker,
    async (tx) => {
      const roles = (await rolesOn(tx, asker, now.day)).map((r) => r.role)
      const capacity = roles.includes('district-officer') ? 'district-officer' : roles.includes('admin') ? 'admin' : null
      const name = await personName(tx, asker.district, asker.person)
      return capacity === null || name === null ? null : { id: asker.person, name, capacity, now }
    },
    { snapshot: true },
  )
}
