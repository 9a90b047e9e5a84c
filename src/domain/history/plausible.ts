// What a balance cannot be: of years that are not over, of years before someone worked or after they left, or of more hours than
// any year holds (a district's setting). Asked by the verb and by the import's dry run, so that both say the same.

import { yearOf, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { parseHours, type Tenths } from '../hours.ts'
import { personOf, postsOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { viewValue, type CitedValue } from '../policy/value-on.ts'
import type { OpeningKind } from './history.ts'

export type Implausible =
  'history.end-before-start' | 'history.not-over' | 'history.before-work' | 'history.after-leaving' | 'history.too-many-hours'

/** Most hours that one year's balance may say, in tenths; null where the policy knows none. */
function mostAYear(policy: Policy, on: Day): Tenths | null {
  const setting = policy.settings.openingYearMost as CitedValue<string> | undefined
  const most = setting === undefined ? null : viewValue(setting, on)
  return most === null ? null : parseHours(most)
}

/** The first reason why the balance cannot be; null where nothing speaks against it. */
export function implausible(
  dossier: Dossier,
  policy: Policy,
  kind: Pick<OpeningKind, 'first' | 'last'>,
  hours: Tenths | null,
  today: Day,
): Implausible | null {
  if (kind.last < kind.first) return 'history.end-before-start'
  if (kind.last > today) return 'history.not-over'
  const workedSince = personOf(dossier)?.workedSince ?? null
  if (workedSince !== null && kind.last < workedSince) return 'history.before-work'
  const posts = postsOf(dossier)
  if (posts.length > 0 && posts.every((p) => p.to !== null && p.to < kind.first)) return 'history.after-leaving'
  const most = mostAYear(policy, today)
  const years = yearOf(kind.last) - yearOf(kind.first) + 1
  return most !== null && hours !== null && hours > most * years ? 'history.too-many-hours' : null
}
