// Who is asking, from the cookie alone: sets `asker` for every request, null without a session. Refuses nothing itself;
// the route's policy does. A cookie that no longer means anything is cleared when something is refused for it; one that is somebody
// else's than the request speaks for is left alone and counts for nothing.

import { createMiddleware } from 'hono/factory'
import type { AccountDeps, AskerEnv } from './account-deps.ts'
import { clearToken, readToken } from './cookie.ts'
import { tokenHash } from './secrets.ts'
import { askerOf } from './sessions.ts'

export const identify = (deps: Pick<AccountDeps, 'db' | 'clock' | 'secure'>) =>
  createMiddleware<AskerEnv>(async (c, next) => {
    const secure = deps.secure(c)
    const token = readToken(c, secure)
    const hash = token === null ? null : tokenHash(token)
    const found = hash === null ? null : await askerOf(deps.db, deps.clock(), hash)
    // A phone shared by several: whose records are on the screen and whose session the browser holds need not be the same.
    const named = c.req.header('x-yantu-person')
    const elsewhose = found !== null && named !== undefined && named !== found.person
    const asker = elsewhose ? null : found
    c.set('elsewhose', elsewhose)
    c.set('asker', asker)
    c.set('sessionHash', asker === null ? null : hash)
    await next()
    if (token !== null && found === null && c.res.status === 401) clearToken(c, secure)
  })
