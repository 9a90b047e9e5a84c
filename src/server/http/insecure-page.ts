// The one answer to a plain-http address other than the machine itself: phones would keep no session, no worker and no key there,
// so nothing may seem to work. Says what to do, to whoever installs this.

import type { Context } from 'hono'
import { insecureLines, insecureTitle } from '../text/insecure.ts'
import { problem } from './problem.ts'

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export function insecurePage(c: Context): Response {
  if (c.req.path.startsWith('/api/')) return problem(c, 403, 'origin.insecure')
  const lines = insecureLines.map((line) => `<p>${escape(line)}</p>`).join('')
  return c.html(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(insecureTitle)}</title><h1>${escape(insecureTitle)}</h1>${lines}</html>`, 403)
}
