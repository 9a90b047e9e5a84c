// 校长任职: the hours of training for the office against what is asked before or on taking it, and the hours of the last five years while in
// office. Only recognised hours count; the office begins with the role 校长 (园长) that the district gave, the first of those without a break.

import { addDays, addYears, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { itemsOf } from '../evaluate/item.ts'
import { parseHours, type Tenths } from '../hours.ts'
import type { PersonId } from '../ids.ts'
import { addMonths } from '../mentoring/probation.ts'
import type { Policy } from '../policy/policy.ts'
import type { Reference } from '../reference.ts'
import { isOpen, valueOn } from '../policy/value-on.ts'

export interface LeaderPart {
  readonly required: Tenths
  readonly has: Tenths
  readonly is: 'met' | 'unmet' | 'undetermined'
  readonly open: boolean
}

export interface LeaderHours {
  /** First day of the office. */
  readonly since: Day
  /** Until when the hours for the office may be done; null: nobody has said. */
  readonly until: Day | null
  /** By which word among an entry's tags training for the office is known. */
  readonly tag: string
  readonly office: LeaderPart
  readonly fiveYears: LeaderPart & { readonly first: Day }
}

/** Since when someone leads a school without a break, as of a day; null for who does not. */
export function leadsSince(reference: Reference, person: PersonId, day: Day): Day | null {
  const roles = reference.roles
    .filter((r) => r.role === 'principal' && r.person === person && r.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  const now = roles.find((r) => r.to === null || day <= r.to)
  if (now === undefined) return null
  let since = now.from
  for (const r of roles) if (r.from < since && (r.to === null || addDays(r.to, 1) >= since)) since = r.from
  return since
}

export function leaderHours(policy: Policy, dossier: Dossier, since: Day, day: Day): LeaderHours | null {
  const s = policy.settings as Partial<Policy['settings']>
  if (
    s.leaderOfficeHours === undefined ||
    s.leaderOfficeTag === undefined ||
    s.leaderOfficeMonths === undefined ||
    s.leaderFiveYears === undefined
  )
    return null
  const [hours, tag, months, five] = [
    valueOn(s.leaderOfficeHours, day),
    valueOn(s.leaderOfficeTag, day),
    valueOn(s.leaderOfficeMonths, day),
    valueOn(s.leaderFiveYears, day),
  ]
  const [asked, askedFive] = [hours === null ? null : parseHours(hours), five === null ? null : parseHours(five)]
  if (asked === null || askedFive === null || tag === null) return null
  const until = months === null ? null : addMonths(since, months)
  const first = addDays(addYears(day, -5), 1)
  let [office, rolling, late] = [0, 0, 0]
  for (const item of itemsOf(dossier)) {
    if (item.standing !== 'recognised' || item.last > day) continue
    if (item.tags.includes(tag)) {
      if (item.last <= (until ?? since)) office += item.base
      else late += item.base
    }
    if (item.last >= first) rolling += item.base
  }
  // Done after taking office, with nobody having said until when it may be: neither met nor unmet.
  const officeIs = office >= asked ? 'met' : until === null && office + late >= asked ? 'undetermined' : 'unmet'
  return {
    since,
    until,
    tag,
    office: { required: asked, has: (until === null ? office + late : office) as Tenths, is: officeIs, open: isOpen(s.leaderOfficeHours) },
    fiveYears: {
      required: askedFive,
      has: rolling as Tenths,
      is: rolling >= askedFive ? 'met' : 'unmet',
      open: isOpen(s.leaderFiveYears),
      first,
    },
  }
}
