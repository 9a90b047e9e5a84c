// Every route's declared policy, enforced before the route itself runs: a body is read only from who may send one, and a route that
// forgets to ask is asked for all the same. What a role may do to whom stays with the route. Account routes bring their own guard.

import type { Hono } from 'hono'
import type { AccountDeps, AskerEnv } from '../accounts/account-deps.ts'
import { ACCOUNT_POLICIES, guard } from '../accounts/route-policies.ts'
import { ROUTE_POLICIES } from '../route-policies.ts'

export function declaredPolicies(app: Hono<AskerEnv>, deps: Pick<AccountDeps, 'db' | 'clock'>): void {
  for (const [route, policy] of Object.entries(ROUTE_POLICIES)) {
    if (route in ACCOUNT_POLICIES || policy === 'public') continue
    const [method = '', path = ''] = route.split(' ')
    const guarded = guard(deps, policy)
    app.use(path, (c, next) => (c.req.method === method || (method === 'GET' && c.req.method === 'HEAD') ? guarded(c, next) : next()))
  }
}
