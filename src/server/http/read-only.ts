// While the database has come back from the past nothing is taken and no phone is told the old state: every request that would
// change anything (sync among them) gets a code, and whoever opens the address gets a page that says what happened and what to do.

import type { Context, MiddlewareHandler } from 'hono'
import { rolledBackLines, rolledBackTitle } from '../text/rollback.ts'
import { problem } from './problem.ts'

const READING = new Set(['GET', 'HEAD'])
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const readOnlyWhile = (rolledBack: () => boolean): MiddlewareHandler => async (c, next) => {
  if (!rolledBack()) return next()
  if (c.req.path.startsWith('/api/')) return READING.has(c.req.method) ? next() : rolledBackProblem(c)
  const { path } = c.req
  return path === '/' || path === '/index.html' ? page(c) : next()
}

/** Not 503 with a time to come back: only a person can end it. */
export const rolledBackProblem = (c: Context): Response => problem(c, 409, 'server.rolled-back')

function page(c: Context): Response {
  const lines = rolledBackLines.map((line) => `<p>${escape(line)}</p>`).join('')
  return c.html(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(rolledBackTitle)}</title><h1>${escape(rolledBackTitle)}</h1>${lines}</html>`, 503, { 'Cache-Control': 'no-store' })
}
