// The one answer to a plain-http address other than the machine itself: phones would keep no session, no worker and no key there,
// so nothing may seem to work. Says what to do, to whoever installs this.

import type { Context } from 'hono'
import { insecureLines, insecureTitle } from '../text/insecure.ts'
import { appName } from '../text/plain-page.ts'
import { plainPage } from './plain-page.ts'
import { problem } from './problem.ts'

export function insecurePage(c: Context): Response {
  if (c.req.path.startsWith('/api/')) return problem(c, 403, 'origin.insecure')
  return c.html(plainPage(appName, insecureTitle, insecureLines), 403)
}
