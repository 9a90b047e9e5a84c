// Who may use which account route, one line a route. A mounted route without a line is a failing test, and is not reachable:
// `guard` refuses to be built for it. What a role may do to whom is decided again where it is done; it answers 404.

import { createMiddleware } from 'hono/factory'
import { momentOf } from '../clock.ts'
import { rolesOn } from '../door/scope.ts'
import type { AccountDeps, AskerEnv } from './account-deps.ts'
import { withAccounts } from './accounts-door.ts'
import { no, sayNo } from './answers.ts'

/** public: anyone · signed-in: one's own things · school-role: someone with a role at a school or the district · district-role: at the district. */
export type RoutePolicy = 'public' | 'signed-in' | 'school-role' | 'district-role'

export const ACCOUNT_POLICIES = {
  'GET /api/first-run': 'public',
  'POST /api/first-run': 'public',
  'POST /api/first-run/demo': 'public',
  'POST /api/sign-in': 'public',
  'POST /api/sign-out': 'public',
  'POST /api/join': 'public',
  'POST /api/join/finish': 'public',
  'GET /api/session': 'signed-in',
  'POST /api/password': 'signed-in',
  'GET /api/devices': 'signed-in',
  'POST /api/devices/revoke': 'signed-in',
  'POST /api/devices/renew': 'signed-in',
  'GET /api/invites': 'school-role',
  'POST /api/invites': 'school-role',
  'POST /api/invites/face-to-face': 'school-role',
} as const satisfies Record<string, RoutePolicy>

export type AccountRoute = keyof typeof ACCOUNT_POLICIES

/** 401 without a session; 404 for someone without the role. */
export const guard = (deps: Pick<AccountDeps, 'db' | 'clock'>, policy: RoutePolicy) =>
  createMiddleware<AskerEnv>(async (c, next) => {
    if (policy === 'public') return next()
    const { asker } = c.var
    if (asker === null) return sayNo(c, no(401, c.var.elsewhose === true ? 'session.other' : 'session.none'))
    if (policy === 'signed-in') return next()
    const roles = await withAccounts(deps.db, (tx) => rolesOn(tx, asker, momentOf(deps.clock()).day))
    const enough = policy === 'school-role' ? roles.length > 0 : roles.some((r) => r.atKind === 'district')
    return enough ? next() : sayNo(c, no(404, 'not-found'))
  })
