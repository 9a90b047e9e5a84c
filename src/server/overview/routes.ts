// What a district role reads about its schools, and whoever has a role at a school (or above it) about that school: totals only,
// from standings; for a past day as known on another, from the dossiers themselves. Anybody else gets 404.

import { Hono } from 'hono'
import { rollUpSchool, rollUpStandings, type DistrictRollUp } from '../../domain/roll-up.ts'
import type { DistrictOverview, SchoolOverview } from '../../wire/overview.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { withAsker, type Visit } from '../door/door.ts'
import { nothingHere, problem } from '../http/problem.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import type { SyncDeps } from '../sync/deps.ts'
import type { OverviewSource } from './kept-overview.ts'
import { daysOf, standingsOn, type Days } from './standings-on.ts'

export function overviewRoutes(deps: SyncDeps, kept: OverviewSource): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  app.get('/api/district/overview', async (c) => {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    return withAsker(deps.db, deps.clock, asker, async (visit) => {
      if (visit.scope.reach !== 'district') return nothingHere(c)
      const days = daysOf(c, visit.now.day)
      if (days === null) return problem(c, 400, 'request.malformed', { field: 'asOf' })
      const at = await deps.references.read(visit.tx, asker.district)
      return c.json(await overviewOn(visit, at, days, kept))
    }, { snapshot: true })
  })
  app.get('/api/school/:id/roll-up', async (c) => {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    return withAsker(deps.db, deps.clock, asker, async (visit) => {
      const at = await deps.references.read(visit.tx, asker.district)
      const school = at.reference.schools.find((s) => s.id === c.req.param('id'))
      if (school === undefined || !(visit.scope.reach === 'district' || visit.scope.schools.includes(school.id))) return nothingHere(c)
      const days = daysOf(c, visit.now.day)
      if (days === null) return problem(c, 400, 'request.malformed', { field: 'asOf' })
      const standings = await standingsOn(visit, at, days, school.id)
      const answer: SchoolOverview = { ...days, change: at.district.head, school: school.id, ...rollUpSchool(at.reference.policy, standings, days.asOf, school.id) }
      return c.json(answer)
    }, { snapshot: true })
  })
  return app
}

/** The whole district on a day: from what is kept, for a past day or as known on another from the dossiers. */
export async function overviewOn(visit: Visit, at: ReferenceAt, days: Days, kept: OverviewSource): Promise<DistrictOverview> {
  const now = days.knownAt === null && days.asOf >= visit.now.day
  const rollUp = now ? await kept.read(visit.tx, at, days.asOf) : rollUpStandings(at.reference.policy, await standingsOn(visit, at, days, null), days.asOf)
  return districtOverview(rollUp, days, at)
}

function districtOverview({ totals, schools }: DistrictRollUp, days: Days, { reference, district }: ReferenceAt): DistrictOverview {
  const names = new Map(reference.schools.map((s) => [s.id, s]))
  return {
    ...days, change: district.head, totals,
    schools: schools.map(({ bySubject: _bySubject, byStage: _byStage, school, ...sums }) => {
      const place = names.get(school)
      return { school, name: place?.name ?? '', code: place?.code ?? '', kind: place?.kind ?? 'primary', parent: place?.parent ?? null, ...sums }
    }),
  }
}
