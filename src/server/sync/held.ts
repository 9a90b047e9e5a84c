// Which documents a person's device keeps: all in reach; a district's device only the files, its own person's dossier, what waits
// for the district, and what was opened by hand, because nobody carries fifteen thousand dossiers about.

import { schoolAndAbove } from '../../domain/permissions.ts'
import type { Reference } from '../../domain/reference.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Visit } from '../door/door.ts'
import { documentsOfDistrictDevice, waitingAtSchools, type HeldDocument } from '../store/feed.ts'
import type { SyncRequest } from '../../wire/sync.ts'

export const heldKey = (d: Pick<HeldDocument, 'kind' | 'id'>): string => `${d.kind}:${d.id}`

export type Held = ReadonlyMap<string, HeldDocument>

/** By key, in the order of the keys. */
export const heldByKey = (documents: readonly HeldDocument[]): Held =>
  new Map(documents.map((d) => [heldKey(d), d] as const).sort(([a], [b]) => (a < b ? -1 : 1)))

export async function heldByDistrictDevice(visit: Visit, reference: Reference, opened: SyncRequest['opened']): Promise<Held> {
  const { tx, asker } = visit
  return heldByKey(await documentsOfDistrictDevice(tx, asker.district, await dossiersFor(visit, reference, opened)))
}

async function dossiersFor(visit: Visit, reference: Reference, opened: SyncRequest['opened']): Promise<string[]> {
  const { tx, asker, now } = visit
  const officers = new Map<string, string[]>()
  for (const r of reference.roles) {
    if (r.role !== 'officer' || r.from > now.day || (r.to !== null && r.to < now.day)) continue
    officers.set(r.at.id, [...(officers.get(r.at.id) ?? []), r.person])
  }
  const without = (claimant: string, home: string): boolean =>
    !schoolAndAbove(reference, home as SchoolId).some((id) => (officers.get(id) ?? []).some((person) => person !== claimant))
  const ours = (await waitingAtSchools(tx, asker.district, now.day))
    .filter((d) => d.home === null || without(d.id, d.home))
    .map((d) => d.id)
  return [asker.person, ...ours, ...opened.filter((s) => s.kind === 'teacher').map((s) => s.id)]
}
