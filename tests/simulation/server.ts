// The real server on a database of its own, which can be broken off at any statement of a request: what it had begun is undone
// by PostgreSQL, what it had committed stands. Who asks is said by a header, everything else is as in the product.

import type { KyselyPlugin } from 'kysely'
import { sql } from 'kysely'
import type { PersonId } from '../../src/domain/ids.ts'
import { createApp } from '../../src/server/app.ts'
import type { Asker } from '../../src/server/door/asker.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import type { World } from '../journeys/world.ts'

export class Broken extends Error {
  constructor() {
    super('the server was broken off here')
    this.name = 'Broken'
  }
}

export interface SimServer {
  /** Failures that nobody planned. */
  readonly failures: unknown[]
  /** After so many statements of the next request everything fails, until the request is over. Null: nothing does. */
  breakIn: number | null
  /** The process ends and begins again: what it remembered is gone. */
  restart(): void
  admit(device: string, person: PersonId, publicKey: string): Promise<void>
  revoke(device: string): Promise<void>
  post(device: string, path: string, body: string): Promise<Response>
  get(device: string, path: string): Promise<Response>
}

export function simServer(w: World, roll: () => number): SimServer {
  const askers = new Map<string, Asker>()
  const breaking: KyselyPlugin = {
    transformQuery({ node }) {
      if (server.breakIn !== null) {
        if (server.breakIn <= 0) throw new Broken()
        server.breakIn -= 1
      }
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const start = () => createApp({
    db: w.db.withPlugin(breaking), clock: () => w.now, chance: roll, rules: districtRules, address: { publicUrl: null, trustProxy: false },
    report: (_where, error) => { if (!(error instanceof Broken)) server.failures.push(error) },
    dist: 'nowhere', fillDemo: null, identify: (c) => askers.get(c.req.header('test-device') ?? '') ?? null,
  })
  let app = start()
  const headers = (device: string): Record<string, string> => ({ host: '127.0.0.1', 'content-type': 'application/json', 'x-yantu': '1', 'test-device': device })
  const server: SimServer = {
    failures: [], breakIn: null,
    restart() { app = start() },
    async admit(device, person, publicKey) {
      askers.set(device, { district: w.district, person, device })
      await sql`insert into device (district, id, person, public_key, since) values (${w.district}, ${device}, ${person}, ${publicKey}, '2026-09-01')`.execute(w.db)
    },
    async revoke(device) {
      askers.delete(device)
      await sql`update device set revoked_at = now() where id = ${device}`.execute(w.db)
    },
    async post(device, path, body) {
      try {
        return await app.request(path, { method: 'POST', body, headers: headers(device) })
      } finally {
        server.breakIn = null
      }
    },
    get: async (device, path) => app.request(path, { headers: headers(device) }),
  }
  return server
}
