// What a district role reads about its schools, and whoever has a role at a school (or above it) about that school: totals only,
// from standings; for a past day as known on another, from the dossiers themselves. Anybody else gets 404.

import { Hono } from 'hono'
import { rollUpSchool, rollUpStandings, type DistrictRollUp } from '../../domain/roll-up.ts'
import type { DistrictOverview, SchoolOverview } from '../../wire/overview.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { askedOfDistrict, askedOfSchool, type Asked } from './asking.ts'
import type { OverviewSource } from './kept-overview.ts'
import { standingsOn, type Days } from './standings-on.ts'

export function overviewRoutes(deps: SyncDeps, kept: OverviewSource): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  app.get('/api/district/overview', (c) => askedOfDistrict(deps, c, async (asked) => c.json(await overviewOn(asked, kept))))
  app.get('/api/school/:id/roll-up', (c) =>
    askedOfSchool(deps, c, async (asked, school) => {
      const { at, days } = asked
      const rollUp = rollUpSchool(at.reference.policy, await standingsOn(asked, school.id), days.asOf, school.id)
      const answer: SchoolOverview = { ...days, change: at.district.head, school: school.id, ...rollUp }
      return c.json(answer)
    }),
  )
  return app
}

/** The whole district on a day: from what is kept, for a past day or as known on another from the dossiers. */
export async function overviewOn(asked: Asked, kept: OverviewSource): Promise<DistrictOverview> {
  const { tx, at, days, today } = asked
  const now = days.knownAt === null && days.asOf >= today
  const rollUp = now ? await kept.read(tx, at, days.asOf) : rollUpStandings(at.reference.policy, await standingsOn(asked, null), days.asOf)
  return districtOverview(rollUp, days, at)
}

function districtOverview({ totals, schools }: DistrictRollUp, days: Days, { reference, district }: ReferenceAt): DistrictOverview {
  const names = new Map(reference.schools.map((s) => [s.id, s]))
  return {
    ...days,
    change: district.head,
    totals,
    schools: schools.map(({ bySubject: _bySubject, byStage: _byStage, school, ...sums }) => {
      const place = names.get(school)
      return {
        school,
        name: place?.name ?? '',
        code: place?.code ?? '',
        kind: place?.kind ?? 'primary',
        parent: place?.parent ?? null,
        ...sums,
      }
    }),
  }
}
