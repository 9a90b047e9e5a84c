// Sign-in links of a demo that is there already, for whoever starts it again and has lost the ones printed first; those go on working.
// Only people who were given a demo link when the demo was filled: of a real district there is nobody.

import { sql } from 'kysely'
import type { DistrictId } from '../../domain/ids.ts'
import type { DemoAnswer } from '../../wire/session.ts'
import { momentOf } from '../clock.ts'
import { rowsFrom } from '../store/database.ts'
import { demoRoles } from '../text/start.ts'
import type { AccountDeps } from './account-deps.ts'
import { demoLinks } from './issue-slips.ts'

const ORDER = ['teacher', 'officer', 'principal', 'district-officer', 'auditor', 'admin']

interface Row {
  readonly district: DistrictId
  readonly person: string
  readonly role: string
}

export async function demoLinksAgain(deps: Pick<AccountDeps, 'db' | 'clock'>, origin: string): Promise<DemoAnswer['people']> {
  const { day } = momentOf(deps.clock())
  const rows = await rowsFrom(
    deps.db,
    sql<Row>`
    select i.district, i.person, coalesce(min(m.role), 'teacher') as role from (select distinct district, person from invite where purpose = 'demo') i
    left join membership m on m.district = i.district and m.person = i.person and m.from_day <= ${day} and (m.to_day is null or m.to_day >= ${day})
    group by i.district, i.person`,
  )
  const sorted = [...rows].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || a.person.localeCompare(b.person))
  const [first] = sorted
  if (first === undefined) return []
  const slips = await demoLinks(
    deps,
    first.district,
    sorted.map((row) => row.person),
    origin,
  )
  return sorted.flatMap(({ person, role }) => {
    const slip = slips.find((s) => s.person === person)
    return slip === undefined ? [] : [{ role: demoRoles[role] ?? '', name: slip.name, school: slip.school, url: slip.url }]
  })
}
