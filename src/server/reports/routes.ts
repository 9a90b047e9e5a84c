// GET /api/reports/:name: a report of the domain over the schools someone may ask about. `school` names one (with those below it);
// without it the whole district, for a district role only; a report for `own` is about the asker alone, whoever they are. Other query words are the report's own arguments. Anybody else gets 404.

import { Hono } from 'hono'
import { z } from 'zod/mini'
import { schoolAndBelow } from '../../domain/reference.ts'
import type { SchoolId } from '../../domain/ids.ts'
import { reportNamed } from '../../domain/reports/register.ts'
import type { ReportAnswer } from '../../wire/report.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { withAsker, withServer } from '../door/door.ts'
import { nothingHere, problem } from '../http/problem.ts'
import { daysOf } from '../overview/standings-on.ts'
import type { OverviewSource } from '../overview/kept-overview.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { runReportOn } from './run-report.ts'

const OURS = ['school', 'asOf', 'knownAt']

export function reportRoutes(deps: SyncDeps, kept: OverviewSource): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  app.get('/api/reports/:name', async (c) => {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    const report = reportNamed(c.req.param('name'))
    if (report === null) return nothingHere(c)
    const { scope, now } = await withAsker(deps.db, deps.clock, asker, (visit) => Promise.resolve(visit), { snapshot: true })
    const school = c.req.query('school') ?? null
    const mayAsk =
      report.for === 'own'
        ? school === null
        : scope.reach === 'district' ||
          (report.for === 'school-and-district' && school !== null && scope.schools.includes(school as SchoolId))
    if (!mayAsk) return nothingHere(c)
    const days = daysOf(c, now.day)
    if (days === null) return problem(c, 400, 'request.malformed', { field: 'asOf' })
    const args = z.safeParse(report.args, Object.fromEntries(Object.entries(c.req.query()).filter(([key]) => !OURS.includes(key))))
    if (!args.success) return problem(c, 400, 'request.malformed', { field: args.error.issues[0]?.path.join('.') ?? '' })
    return withServer(
      deps.db,
      { district: asker.district, person: asker.person },
      async (tx) => {
        const at = await deps.references.read(tx, asker.district)
        if (school !== null && !at.reference.schools.some((s) => s.id === school)) return nothingHere(c)
        const schools = school === null ? null : schoolAndBelow(at.reference.schools, school as SchoolId)
        const answer: ReportAnswer = {
          ...days,
          change: at.district.head,
          school: school as SchoolId | null,
          answer: await runReportOn(tx, at, {
            report,
            args: args.data,
            ...days,
            today: now.day,
            schools,
            person: report.for === 'own' ? asker.person : null,
            kept: kept.standings,
          }),
        }
        return c.json(answer)
      },
      { snapshot: true },
    )
  })
  return app
}
