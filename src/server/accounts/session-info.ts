// Who someone is, as their own phone is told: name, roles with places, district, home school. Read anew each time, so that a
// role that came or went is right at once.

import { sql } from 'kysely'
import { momentOf } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import { rolesOn } from '../door/scope.ts'
import { rowFrom, rowsFrom } from '../store/database.ts'
import type { SessionInfo } from '../../wire/session.ts'
import type { AccountDeps } from './account-deps.ts'
import { withAccounts } from './accounts-door.ts'
import { homeSchools } from './people.ts'
import { placeOf } from './place-of.ts'

interface Self {
  readonly name: string
  readonly districtCode: string
  readonly districtName: string
  readonly hasDossier: boolean
}

export async function sessionInfo(deps: AccountDeps, asker: Asker): Promise<SessionInfo> {
  const { day } = momentOf(deps.clock())
  const { words } = await placeOf(deps, asker.district)
  return withAccounts(deps.db, async (tx) => {
    const self = await rowFrom(
      tx,
      sql<Self>`
      select p.name, d.code as "districtCode", d.name as "districtName",
        exists (select from document t where t.district = p.district and t.subject_kind = 'teacher' and t.subject_id = p.id and t.change > 0) as "hasDossier"
      from person p join district d on d.district = p.district where p.district = ${asker.district} and p.id = ${asker.person}`,
    )
    if (self === null) throw new Error('a session of nobody')
    const roles = await rolesOn(tx, asker, day)
    const names = await rowsFrom(
      tx,
      sql<{ id: string; name: string }>`
      select id, name from school where district = ${asker.district} and id = any (${roles.map((r) => r.atId)}::text[])`,
    )
    const nameOf = (id: string): string => names.find((s) => s.id === id)?.name ?? self.districtName
    const homes = await homeSchools(tx, asker.district, [asker.person], day)
    return {
      person: asker.person,
      name: self.name,
      hasDossier: self.hasDossier,
      roles: roles.map((r) => ({ role: r.role, at: { kind: r.atKind, id: r.atId }, atName: nameOf(r.atId) })),
      district: { id: asker.district, code: self.districtCode, name: self.districtName },
      home: homes.get(asker.person) ?? null,
      device: asker.device ?? '',
      words: { ...words },
    }
  })
}
