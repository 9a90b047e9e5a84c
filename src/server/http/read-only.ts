// While the database has come back from the past nothing is taken and no phone is told the old state: every request that would
// change anything (sync among them) gets a code, and whoever opens the address gets a page that says what happened and what to do.

import type { Context, MiddlewareHandler } from 'hono'
import { appName } from '../text/plain-page.ts'
import { rolledBackLines, rolledBackTitle } from '../text/rollback.ts'
import { plainPage } from './plain-page.ts'
import { problem } from './problem.ts'

const READING = new Set(['GET', 'HEAD'])

export const readOnlyWhile =
  (rolledBack: () => boolean): MiddlewareHandler =>
  async (c, next) => {
    if (!rolledBack()) return next()
    if (c.req.path.startsWith('/api/')) return READING.has(c.req.method) ? next() : rolledBackProblem(c)
    const { path } = c.req
    return path === '/' || path === '/index.html' ? page(c) : next()
  }

/** Not 503 with a time to come back: only a person can end it. */
export const rolledBackProblem = (c: Context): Response => problem(c, 409, 'server.rolled-back')

const page = (c: Context): Response => c.html(plainPage(appName, rolledBackTitle, rolledBackLines), 503, { 'Cache-Control': 'no-store' })
