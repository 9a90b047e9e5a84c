// People of a district with real sessions, asking the real app in process through its cookie: nothing about who asks is stood in for.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withAccounts } from '../../../src/server/accounts/accounts-door.ts'
import { beginSession } from '../../../src/server/accounts/sessions.ts'
import { createApp, type ServerDeps } from '../../../src/server/app.ts'
import { evidenceFiles } from '../../../src/server/evidence/evidence-files.ts'
import { evidenceRoutes } from '../../../src/server/evidence/evidence-routes.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import type { App, Device, World } from '../../journeys/world.ts'

export interface SignedIn {
  readonly app: App
  /** What failed, with where. */
  readonly failures: readonly { readonly where: string; readonly error: unknown }[]
  cookieOf(device: Device): Promise<string>
  ask(cookie: string | null, method: string, path: string, body?: unknown): Promise<Response>
  end(): void
}

export function signedIn(w: World, more: Partial<ServerDeps> = {}): SignedIn {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-evidence-'))
  const failures: { where: string; error: unknown }[] = []
  const clock = (): number => w.now
  const app = createApp({
    db: w.db,
    clock,
    chance: () => 0.5,
    rules: districtRules,
    address: { publicUrl: null, trustProxy: false },
    report: (where, error) => void failures.push({ where, error }),
    dist: 'nowhere',
    fillDemo: null,
    routes: () => [evidenceRoutes({ db: w.db, clock, files: evidenceFiles(folder, () => Buffer.alloc(32)) })],
    ...more,
  })
  return {
    app,
    failures,
    cookieOf: async ({ asker, id }) =>
      `yantu=${await withAccounts(w.db, (tx) => beginSession(tx, w.now, { district: asker.district, person: asker.person, device: id }))}`,
    ask: async (cookie, method, path, body) =>
      app.request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { host: '127.0.0.1', 'content-type': 'application/json', 'x-yantu': '1', ...(cookie === null ? {} : { cookie }) },
      }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
