// What was noted about phones (a copied profile, numbers left out, a document that differed, a signature that did not hold), for a
// district role, and how the night's backup went. By person and day; who has been erased since has no name.

import { Hono } from 'hono'
import { sql } from 'kysely'
import type { BackupTrouble, DistrictEvents } from '../../wire/events.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { momentOf } from '../clock.ts'
import { rowsFrom } from '../store/database.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { askedOfDistrict } from './asking.ts'

const MOST = 200

/** How the nights went; `last` in milliseconds. */
export type BackupSeen = () => Promise<{ readonly last: number | null; readonly trouble: BackupTrouble | null }>

export const eventRoutes = (deps: SyncDeps, backups?: BackupSeen): Hono<AskerEnv> =>
  new Hono<AskerEnv>().get('/api/district/events', (c) =>
    askedOfDistrict(deps, c, async ({ tx, asker }) => {
      const events = await rowsFrom(
        tx,
        sql<DistrictEvents['events'][number]>`
      select e.kind, coalesce(p.name, '') as name, to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*) as times
      from security_event e left join person p on p.district = e.district and p.id = e.person
      where e.district = ${asker.district} group by 1, 2, 3 order by 3 desc, 1, 2 limit ${MOST}`,
      )
      // A backup disk may not answer for a long time.
      return async () => c.json({ events, ...(backups === undefined ? {} : { backup: shown(await backups()) }) } satisfies DistrictEvents)
    }),
  )

function shown({ last, trouble }: Awaited<ReturnType<BackupSeen>>): DistrictEvents['backup'] {
  const at = last === null ? null : momentOf(last)
  return { last: at === null ? null : `${at.day} ${at.minute}`, trouble }
}
