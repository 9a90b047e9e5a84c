// The API as it is mounted: every route says who may use it, and none that is not public answers a stranger.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { evidenceFiles } from '../../src/server/evidence/evidence-files.ts'
import { evidenceRoutes } from '../../src/server/evidence/evidence-routes.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { ROUTE_POLICIES } from '../../src/server/route-policies.ts'
import { connect, type Database } from '../../src/server/store/database.ts'
import { cloneDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let db: Database
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  database = await cloneDatabase()
  db = connect(database.url, 2)
  app = createApp({
    db,
    clock: () => Date.UTC(2026, 8, 1),
    chance: () => 0.5,
    rules: districtRules,
    address: { publicUrl: null, trustProxy: false },
    report: () => undefined,
    dist: '/nowhere',
    fillDemo: null,
    routes: (core) => [evidenceRoutes({ db, clock: core.clock, files: evidenceFiles('/nowhere', () => Buffer.alloc(32)) })],
  })
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const mounted = (): string[] =>
  [...new Set(app.routes.filter((r) => r.method !== 'ALL' && r.path.startsWith('/api/')).map((r) => `${r.method} ${r.path}`))].sort()

test('every mounted route says who may use it, and nothing else is listed', () => {
  expect(mounted()).toEqual(Object.keys(ROUTE_POLICIES).sort())
})

test('a stranger is told to sign in by every route that is not public, and that nothing is there elsewhere', async () => {
  const ask = (method: string, path: string): Promise<Response> =>
    Promise.resolve(
      app.request(`http://127.0.0.1:8080${path}`, {
        method,
        headers: { host: '127.0.0.1:8080', 'x-yantu': '1', 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      }),
    )
  for (const [route, policy] of Object.entries(ROUTE_POLICIES)) {
    if (policy === 'public') continue
    const [method = '', path = ''] = route.split(' ')
    const answer = await ask(method, path.replace(':id', 'school-a'))
    expect(`${route} ${answer.status} ${await answer.text()}`).toBe(`${route} 401 {"code":"session.none"}`)
  }
  expect((await ask('GET', '/api/accounts')).status).toBe(404)
})
