// Everything the phone holds about its owner as one readable file: own data is viewable and can be taken along.

import type { DossierView } from '../../storage/dossier-view.ts'
import type { SessionInfo } from '../../wire/session.ts'

export function ownDataText(view: DossierView | null, session: SessionInfo, today: string): string {
  const rows = view === null ? [] : [...view.dossier.rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { person, name, roles, district, home } = session
  return `${JSON.stringify({ file: 'yantu-own-data', version: 1, day: today, person: { id: person, name, district, home, roles }, identity: view?.person ?? null, rows }, null, 2)}\n`
}
