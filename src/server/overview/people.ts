// Everyone of one school with where they stand, for whoever has a role there (or above it) and for the district, which keeps no
// dossiers of other people's desks. A standing, never an entry; sorted by name, never by score. Anybody else gets 404.

import { Hono } from 'hono'
import { readStanding, type Standing } from '../../domain/evaluate/standing.ts'
import type { Day } from '../../domain/day.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { SchoolPeople, SchoolPerson } from '../../wire/overview.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { askedOfSchool } from './asking.ts'
import { standingsOn } from './standings-on.ts'

export function peopleRoutes(deps: SyncDeps): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  app.get('/api/school/:id/people', (c) =>
    askedOfSchool(deps, c, async (asked, school) => {
      const { at, days } = asked
      const people = peopleOf(at.reference.policy, await standingsOn(asked, school.id), days.asOf, school.id)
      const answer: SchoolPeople = { ...days, change: at.district.head, school: school.id, people }
      return c.json(answer)
    }),
  )
  return app
}

function peopleOf(policy: Policy, standings: readonly Standing[], on: Day, school: SchoolId): SchoolPerson[] {
  const people: SchoolPerson[] = []
  for (const standing of standings) {
    const p = readStanding(standing, policy, on)
    if (p.home !== school) continue
    const { formerNames, initials, staffNumber } = standing
    people.push({
      person: p.person,
      name: p.name,
      formerNames,
      initials,
      staffNumber,
      subject: p.subject,
      state: p.state,
      notCounted: p.notCounted,
      paused: p.paused,
      counted: p.counted,
      required: p.required,
      waiting: p.waiting.school + p.waiting.district,
    })
  }
  return people.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1))
}
