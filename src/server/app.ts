// The whole server as one Hono app, put together from what it is given: no clock, database, chance or configuration of its own.
// Order matters: headers on everything, then the insecure-address page, then the doors, which turn away whom there is no room for
// before anything costs, then origin, then who is asking, then the routes.

import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { accountRoutes } from './accounts/account-routes.ts'
import type { AccountDeps, AskerEnv } from './accounts/account-deps.ts'
import { identify } from './accounts/identify.ts'
import { noGuard, type RollbackGuard } from './backup/rollback-guard.ts'
import type { Clock } from './clock.ts'
import type { Asker } from './door/asker.ts'
import { door } from './http/admit.ts'
import { declaredPolicies } from './http/declared-policies.ts'
import { doors, laterByTimer, type DoorLimits } from './http/doors.ts'
import { insecurePage } from './http/insecure-page.ts'
import type { Report } from './http/log.ts'
import { isSecure, isThisMachine, originOf, peerOf, type Address } from './http/origin.ts'
import { packed } from './http/packing.ts'
import { nothingHere, problem } from './http/problem.ts'
import { readOnlyWhile } from './http/read-only.ts'
import { troubleProblem } from './http/trouble.ts'
import { ownPagesOnly, securityHeaders, storableAddress } from './http/security.ts'
import { eventRoutes, type BackupSeen } from './overview/events.ts'
import { exportRoutes } from './overview/export.ts'
import { overviewSource, type OverviewSource } from './overview/kept-overview.ts'
import { peopleActRoutes } from './people/routes.ts'
import { peopleRoutes } from './overview/people.ts'
import { importRoutes } from './import/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { districtsWithPack } from './reference/district-rules.ts'
import { phoneReferences } from './reference/phone-reference.ts'
import { referenceSource } from './reference/reference.ts'
import { policyPreviewRoute } from './policy/preview-route.ts'
import { reportRoutes } from './reports/routes.ts'
import type { Rules } from './reference/rules.ts'
import type { DemoAnswer } from '../wire/session.ts'
import { staticFiles } from './static.ts'
import type { Database } from './store/database.ts'
import { troubleOf } from './store/trouble.ts'
import type { SyncDeps } from './sync/deps.ts'
import { rescueRoute } from './sync/rescue-route.ts'
import { syncRoute } from './sync/route.ts'

/** What routes of every part are given. */
export type CoreDeps = SyncDeps & AccountDeps
export type FillDemo = (core: CoreDeps, origin: string) => Promise<DemoAnswer['people']>

export interface ServerDeps {
  readonly db: Database
  readonly clock: Clock
  readonly chance: () => number
  readonly rules: Rules
  readonly address: Address
  readonly report: Report
  /** The built app. */
  readonly dist: string
  /** Fills an empty database with the demo district; null where none is offered. */
  readonly fillDemo: FillDemo | null
  /** Where a database from the past is watched for; without it none is. */
  readonly guard?: RollbackGuard
  /** How the night's backups went; left out where none are made. */
  readonly backups?: BackupSeen
  /** The district's totals, kept warm from outside; left out, they are read when first asked for. */
  readonly kept?: OverviewSource
  /** The oldest release still answered in full; left out, the one of wire/versions.ts. */
  readonly oldestBuild?: string
  /** How much is let in at once, and what wakes those who wait; the usual where left out. */
  readonly limits?: Partial<DoorLimits>
  readonly later?: (ms: number, work: () => void) => () => void
  /** Tests say who is asking; the server itself goes by the session cookie. */
  readonly identify?: (c: Context) => Asker | null
  /** Routes of other parts (import, exports), mounted behind the same guards. */
  readonly routes?: (core: CoreDeps) => readonly Hono<AskerEnv>[]
}

/** One set per process: what it remembers of reference data is shared by all routes. */
export function coreOf(deps: ServerDeps): CoreDeps {
  const { address, fillDemo } = deps
  const core: CoreDeps = {
    db: deps.db,
    clock: deps.clock,
    chance: deps.chance,
    rules: deps.rules,
    report: deps.report,
    references: referenceSource(deps.rules),
    phoneReferences: phoneReferences(),
    secure: (c) => isSecure(c, address),
    addressOf: (c) => peerOf(c, address),
    originOf: (c) => originOf(c, address),
    districts: districtsWithPack,
    fillDemo: fillDemo === null ? null : (origin) => fillDemo(core, origin),
  }
  return core
}

export function createApp(deps: ServerDeps): Hono<AskerEnv> {
  const { address } = deps
  const core = coreOf(deps)
  const kept = deps.kept ?? overviewSource()
  const guard = deps.guard ?? noGuard
  const entrances = doors({ clock: deps.clock, chance: deps.chance, later: deps.later ?? laterByTimer }, deps.limits)
  const app = new Hono<AskerEnv>()
  app.use(securityHeaders(address))
  app.use(async (c, next) => (isSecure(c, address) || isThisMachine(c, address) ? next() : insecurePage(c)))
  app.use(readOnlyWhile(guard.rolledBack))
  app.use('/api/*', door(entrances.of))
  app.use('/api/*', storableAddress)
  app.use('/api/*', packed)
  app.use('/api/*', ownPagesOnly(address))
  app.use('/api/*', deps.identify === undefined ? identify(core) : askedBy(deps.identify))
  declaredPolicies(app, core)
  app.route('/', accountRoutes(core))
  app.route('/', syncRoute(core, entrances.sync, guard, deps.oldestBuild))
  app.route('/', rescueRoute(core, entrances.sync))
  app.route('/', overviewRoutes(core, kept))
  app.route('/', peopleRoutes(core))
  app.route('/', eventRoutes(core, deps.backups))
  app.route('/', exportRoutes(core, kept))
  app.route('/', importRoutes(core))
  app.route('/', peopleActRoutes(core))
  app.route('/', reportRoutes(core, kept))
  app.route('/', policyPreviewRoute(core, kept))
  for (const routes of deps.routes?.(core) ?? []) app.route('/', routes)
  app.all('/api/*', nothingHere)
  app.route('/', staticFiles(deps.dist))
  app.onError((error, c) => {
    const request = randomUUID()
    c.header('X-Request-Id', request)
    // The route's pattern, not its path: ids of people are not logged.
    deps.report(`${request} ${c.req.method} ${c.req.routePath}`, error)
    const trouble = troubleOf(error)
    if (trouble !== null) return troubleProblem(c, trouble, deps.chance())
    return problem(c, 500, 'server.failed')
  })
  return app
}

const askedBy =
  (who: (c: Context) => Asker | null) =>
  async (c: Context<AskerEnv>, next: () => Promise<void>): Promise<void> => {
    c.set('asker', who(c))
    c.set('sessionHash', null)
    await next()
  }
