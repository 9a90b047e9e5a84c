// Everyone of one school with where they stand, for whoever has a role there (or above it) and for the district, which keeps no
// dossiers of other people's desks. A standing, never an entry; sorted by name, never by score. Anybody else gets 404.

import { Hono } from 'hono'
import { readStanding, type Standing } from '../../domain/evaluate/standing.ts'
import type { Day } from '../../domain/day.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { SchoolPeople, SchoolPerson } from '../../wire/overview.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { withAsker } from '../door/door.ts'
import { nothingHere, problem } from '../http/problem.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { daysOf, standingsOn } from './standings-on.ts'

export function peopleRoutes(deps: SyncDeps): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  app.get('/api/school/:id/people', async (c) => {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    return withAsker(deps.db, deps.clock, asker, async (visit) => {
      const at = await deps.references.read(visit.tx, asker.district)
      const school = at.reference.schools.find((s) => s.id === c.req.param('id'))
      if (school === undefined || !(visit.scope.reach === 'district' || visit.scope.schools.includes(school.id))) return nothingHere(c)
      const days = daysOf(c, visit.now.day)
      if (days === null) return problem(c, 400, 'request.malformed', { field: 'asOf' })
      const standings = await standingsOn(visit, at, days, school.id)
      const answer: SchoolPeople = { ...days, change: at.district.head, school: school.id, people: peopleOf(at.reference.policy, standings, days.asOf, school.id) }
      return c.json(answer)
    }, { snapshot: true })
  })
  return app
}

function peopleOf(policy: Policy, standings: readonly Standing[], on: Day, school: SchoolId): SchoolPerson[] {
  const people: SchoolPerson[] = []
  for (const standing of standings) {
    const p = readStanding(standing, policy, on)
    if (p.home !== school) continue
    const { formerNames, initials, staffNumber } = standing
    people.push({
      person: p.person, name: p.name, formerNames, initials, staffNumber, subject: p.subject, state: p.state, notCounted: p.notCounted,
      paused: p.paused, counted: p.counted, required: p.required, waiting: p.waiting.school + p.waiting.district,
    })
  }
  return people.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1))
}
