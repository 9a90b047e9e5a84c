// Who of an imported roster has gone on since: joined, done something, or whose dossier somebody else wrote. Each with what was done, by
// whom and when last, so that whoever wanted to take the table back knows whom to ask. What the batch and its undoing wrote is no such thing.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import { rowsFrom, type Tx } from '../store/database.ts'
import { actedSinceWords, undoRefusal, type ActedSince } from '../text/import.ts'
import { importDevice, undoDevice } from './batch-id.ts'
import type { Importer } from './importer.ts'

interface Found {
  readonly person: string
  readonly name: string
  readonly joined: boolean
  readonly schools: readonly string[]
  readonly acts: readonly ActedSince[]
}

/** By person: their name, and what was done since in a sentence; of who is out of the importer's reach by now, only that. */
export async function actedSince(
  tx: Tx,
  district: string,
  batch: string,
  { importer, today }: { readonly importer: Importer; readonly today: Day },
): Promise<Map<string, { readonly name: string; readonly words: string }>> {
  const found = await rowsFrom(
    tx,
    sql<Found>`
    with since as (select coalesce(min(change), 0) as change from op_log where district = ${district} and device = ${importDevice(batch)}),
    line as (select person as id, bool_and(before is null) as added from import_line where district = ${district} and batch = ${batch} group by person),
    act as (
      select l.id, o.verb, o.actor, count(*)::int as times, to_char(max(o.received_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, min(o.change) as first
      from line l, since, op_log o
      where o.district = ${district} and o.change >= since.change and o.device not in (${importDevice(batch)}, ${undoDevice(batch)}) and o.result like '%"applied"%'
        and ((o.subject_kind = 'teacher' and o.subject_id = l.id) or o.actor = l.id)
      group by l.id, o.verb, o.actor)
    select l.id as person, coalesce(p.name, '') as name,
      l.added and exists (select from credential c where c.district = ${district} and c.person = l.id) as joined,
      array(select q.school from posting q where q.district = ${district} and q.person = l.id and q.from_day <= ${today} and (q.to_day is null or q.to_day >= ${today})) as schools,
      coalesce((select json_agg(json_build_object('verb', a.verb, 'own', a.actor = l.id, 'by', coalesce(b.name, ''), 'times', a.times, 'day', a.day) order by a.first, a.verb)
        from act a left join person b on b.district = ${district} and b.id = a.actor where a.id = l.id), '[]') as acts
    from line l left join person p on p.district = ${district} and p.id = l.id
    where exists (select from act a where a.id = l.id) or (l.added and exists (select from credential c where c.district = ${district} and c.person = l.id))`,
  )
  const reached = (f: Found): boolean => importer.district || f.schools.some((school) => importer.mayFor(school))
  return new Map(
    found.map((f) => [f.person, { name: f.name, words: reached(f) ? actedSinceWords(f.joined, f.acts) : undoRefusal('verb.not-allowed') }]),
  )
}
