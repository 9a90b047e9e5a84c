// The real server on a database of its own, which can be broken off at any statement of a request: what it had begun is undone
// by PostgreSQL, what it had committed stands. Who asks is said by a header, everything else is as in the product.

import type { KyselyPlugin } from 'kysely'
import { sql } from 'kysely'
import type { PersonId } from '../../src/domain/ids.ts'
import { createApp } from '../../src/server/app.ts'
import type { Asker } from '../../src/server/door/asker.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import type { World } from '../journeys/world.ts'
import type { Chance } from './random.ts'

export class Broken extends Error {
  /** As PostgreSQL says it; null for a process that ends. */
  readonly code: string | null
  constructor(code: string | null) {
    super('the server was broken off here')
    this.name = 'Broken'
    this.code = code
  }
}

export interface SimServer {
  /** Failures that nobody planned. */
  readonly failures: unknown[]
  /** After so many statements of the next request everything fails, until the request is over. Null: nothing does. */
  breakIn: number | null
  /** How it fails then: PostgreSQL's code (53100: no room on the disk), or null. */
  breakWith: string | null
  /** The process ends and begins again: what it remembered is gone. */
  restart(): void
  admit(device: string, person: PersonId, publicKey: string): Promise<void>
  revoke(device: string): Promise<void>
  post(device: string, path: string, body: string): Promise<Response>
  get(device: string, path: string): Promise<Response>
  /** Waits for requests that nobody waits for any more. */
  through(): Promise<void>
}

/** As every browser sends it: what names its length is read at once. Handed over as bytes, which is what the server is given by its port. */
function requestWith(path: string, body: string, headers: Record<string, string>): Request {
  const bytes = new TextEncoder().encode(body)
  const request = new Request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(bytes.byteLength) },
  })
  return Object.assign(request, { arrayBuffer: () => Promise.resolve(bytes.buffer) })
}

/** Two processes on one database, each with its own memory; a request goes to one or the other. */
export function simServer(w: World, chance: Chance): SimServer {
  const askers = new Map<string, Asker>()
  const breaking: KyselyPlugin = {
    transformQuery({ node }) {
      if (server.breakIn !== null) {
        if (server.breakIn <= 0) throw new Broken(server.breakWith)
        server.breakIn -= 1
      }
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const start = () =>
    createApp({
      db: w.db.withPlugin(breaking),
      clock: () => w.now,
      chance: () => 0.5,
      rules: districtRules,
      address: { publicUrl: null, trustProxy: false },
      report: (_where, error) => {
        if (!(error instanceof Broken)) server.failures.push(error)
      },
      dist: 'nowhere',
      fillDemo: null,
      identify: (c) => askers.get(c.req.header('test-device') ?? '') ?? null,
    })
  let apps = [start(), start()] as const
  const either = (): (typeof apps)[0] => apps[chance.below(2)] ?? apps[0]
  const headers = (device: string): Record<string, string> => ({
    host: '127.0.0.1',
    'content-type': 'application/json',
    'x-yantu': '1',
    'test-device': device,
  })
  const underWay = new Set<Promise<Response>>()
  const server: SimServer = {
    failures: [],
    breakIn: null,
    breakWith: null,
    restart() {
      apps = [start(), start()]
    },
    async admit(device, person, publicKey) {
      askers.set(device, { district: w.district, person, device })
      await sql`insert into device (district, id, person, public_key, since) values (${w.district}, ${device}, ${person}, ${publicKey}, '2026-09-01')`.execute(
        w.db,
      )
    },
    async revoke(device) {
      askers.delete(device)
      await sql`update device set revoked_at = now() where id = ${device}`.execute(w.db)
    },
    async post(device, path, body) {
      const asked = Promise.resolve(either().fetch(requestWith(path, body, headers(device))))
      underWay.add(asked)
      try {
        return await asked
      } finally {
        underWay.delete(asked)
        server.breakIn = null
        server.breakWith = null
      }
    },
    get: async (device, path) => either().request(path, { headers: headers(device) }),
    async through() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
  return server
}
