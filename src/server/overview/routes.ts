// What a district role reads about its schools, and whoever has a role at a school (or above it) about that school: totals only,
// from standings; for a past day as known on another, from the dossiers themselves. Anybody else gets 404.

import { Hono, type Context } from 'hono'
import { isDay, type Day } from '../../domain/day.ts'
import { standingOf, type Standing } from '../../domain/evaluate/standing.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { rollUpSchool, rollUpStandings, standingsAsOf, type DistrictRollUp } from '../../domain/roll-up.ts'
import type { DistrictOverview, SchoolOverview } from '../../wire/overview.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { withAsker, type Visit } from '../door/door.ts'
import { nothingHere, problem } from '../http/problem.ts'
import { readDossiers } from '../reference/dossiers.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import { standingsAround, teacherIds } from '../store/standings.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { overviewSource } from './kept-overview.ts'

interface Days {
  readonly asOf: Day
  /** Null: all that is known. */
  readonly knownAt: Day | null
}

function daysOf(c: Context, today: Day): Days | null {
  const asOf = c.req.query('asOf') ?? today
  const knownAt = c.req.query('knownAt') ?? null
  return isDay(asOf) && (knownAt === null || isDay(knownAt)) ? { asOf, knownAt } : null
}

export function overviewRoutes(deps: SyncDeps): Hono<AskerEnv> {
  const kept = overviewSource()
  const app = new Hono<AskerEnv>()
  app.get('/api/district/overview', async (c) => {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    return withAsker(deps.db, deps.clock, asker, async (visit) => {
      if (visit.scope.reach !== 'district') return nothingHere(c)
      const days = daysOf(c, visit.now.day)
      if (days === null) return problem(c, 400, 'request.malformed', { field: 'asOf' })
      const at = await deps.references.read(visit.tx, asker.district)
      const rollUp = days.knownAt === null && days.asOf >= visit.now.day ? await kept.read(visit.tx, at, days.asOf) : await districtOn(visit, at, days)
      return c.json(districtOverview(rollUp, days, at))
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

async function districtOn(visit: Visit, at: ReferenceAt, days: Days): Promise<DistrictRollUp> {
  return rollUpStandings(at.reference.policy, await standingsOn(visit, at, days, null), days.asOf)
}

/** A standing can be read from its own last day on; earlier days, and what was known then, come from the dossiers. */
async function standingsOn({ tx, asker, now }: Visit, at: ReferenceAt, days: Days, school: SchoolId | null): Promise<Standing[]> {
  const { policy } = at.reference
  if (days.knownAt === null && days.asOf >= now.day && school !== null) return current(await standingsAround(tx, asker.district, school), policy, tx, asker.district)
  const dossiers = await readDossiers(tx, asker.district, await teacherIds(tx, asker.district, school))
  return standingsAsOf(policy, dossiers, days.asOf, days.knownAt ?? now.day)
}

/** Those made under another policy are made anew. */
async function current(standings: readonly Standing[], policy: Policy, tx: Visit['tx'], district: string): Promise<Standing[]> {
  const stale = standings.filter((s) => s.policy !== policy.version).map((s) => s.person)
  const anew = (await readDossiers(tx, district, stale)).map((dossier) => standingOf(policy, dossier))
  return [...standings.filter((s) => s.policy === policy.version), ...anew]
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
