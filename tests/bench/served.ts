// The server as a process of its own on a world's database, as npm start runs it: phones ask it over real connections with real
// sessions, and what it and PostgreSQL cost can be told from what the phones do. Linux tells the time used; elsewhere it is not said.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { newToken, tokenHash } from '../../src/server/accounts/secrets.ts'
import type { World } from '../journeys/world.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import { freePort, startServer, stopServer, whenReady } from '../setup/server-process.ts'

const DAY_MS = 86_400_000
/** A tick of /proc. */
const TICK_MS = 10

export interface Used {
  readonly server: number
  readonly database: number
}

export interface Served {
  readonly port: number
  /** A cookie for each of these devices, by device. */
  cookies(devices: readonly { readonly id: string; readonly person: PersonId }[]): Promise<ReadonlyMap<string, string>>
  /** Processor time used so far, in ms; null where it is not known. */
  used(): Used | null
  stop(): Promise<void>
}

export async function serve(w: World): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-bench-'))
  const port = await freePort()
  const server = startServer({ DATABASE_URL: w.url, PORT: String(port), YANTU_DATA: folder, YANTU_BACKUP_AT: '23:59' })
  await whenReady(server)
  const {
    rows: [mine],
  } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(w.db)
  const postgres = timesOf(mine?.pid ?? 0)?.parent ?? 0
  return {
    port,
    async cookies(devices) {
      const tokens = devices.map(() => newToken())
      const now = Date.now()
      await sql`insert into session (token_hash, district, person, device, idle_until, ends_at)
        select h, ${w.district}, p, d, ${now + 90 * DAY_MS}, ${now + 400 * DAY_MS}
        from unnest(${tokens.map(tokenHash)}::text[], ${devices.map((d) => d.person)}::text[], ${devices.map((d) => d.id)}::text[]) as t (h, p, d)`.execute(
        w.db,
      )
      return new Map(devices.map((d, n) => [d.id, `yantu=${tokens[n] ?? ''}`]))
    },
    used() {
      const own = timesOf(server.child.pid ?? 0)
      const root = timesOf(postgres)
      if (own === null || root === null) return null
      const children = readdirSync('/proc')
        .flatMap((name) => (/^\d+$/.test(name) ? (timesOf(Number(name)) ?? []) : []))
        .filter((t) => t.parent === postgres)
      return { server: own.used, database: root.used + root.ended + children.reduce((sum, t) => sum + t.used, 0) }
    },
    async stop() {
      await stopServer(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Parent, time used, and time used by children that ended. */
function timesOf(pid: number): { readonly parent: number; readonly used: number; readonly ended: number } | null {
  const file = `/proc/${String(pid)}/stat`
  if (!existsSync(file)) return null
  try {
    const text = readFileSync(file, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (n: number): number => (fields[n] ?? 0) * TICK_MS
    return { parent: fields[1] ?? 0, used: at(11) + at(12), ended: at(13) + at(14) }
  } catch {
    // Ended between looking and reading.
    return null
  }
}

/** 'server 1.20 + database 0.90 ms of processor a request' */
export function usedEach(before: Used | null, after: Used | null, requests: number): string {
  if (before === null || after === null) return ''
  const each = (a: number, b: number): string => ((b - a) / Math.max(1, requests)).toFixed(2)
  return `, processor a request: server ${each(before.server, after.server)} + database ${each(before.database, after.database)} ms`
}
