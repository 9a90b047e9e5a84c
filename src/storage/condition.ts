// How this phone's keeping is: faults that healed themselves, pictures on their way, how far its clock is off the server's.

import { readMeta, type Incident } from './meta.ts'
import { read, type Phone } from './phone.ts'

export interface Condition {
  readonly incidents: readonly Incident[]
  readonly pictures: number
  /** Server clock minus phone clock in ms; null until measured. */
  readonly offset: number | null
}

export const conditionOf = (phone: Phone): Promise<Condition> =>
  read(phone, async (database) => ({
    incidents: (await readMeta(database, 'incidents')) ?? [],
    pictures: await database.blobs.where('state').equals('waiting').count(),
    offset: (await readMeta(database, 'offset')) ?? null,
  }))
