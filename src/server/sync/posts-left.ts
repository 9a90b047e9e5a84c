// How many posts at a school reach beyond a day: asked for once, and only where an op closes the school. Nobody's post is written while
// it is counted and the school closed: whatever writes takes the district's counter last, and so does this, before it counts. Whoever
// was first is counted; whoever comes after finds another reference and decides again.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Subject } from '../../domain/document.ts'
import { rowsFrom, type Tx } from '../store/database.ts'
import { nextChange } from '../store/districts.ts'
import type { Intent } from './decide.ts'

export async function postsLeft(
  tx: Tx,
  district: string,
  subject: Subject,
  intents: readonly Intent[],
  expectedReference: number,
): Promise<((day: Day) => number) | undefined> {
  if (subject.kind !== 'school' || !intents.some((i) => i.content.verb === 'close-school')) return undefined
  await nextChange(tx, expectedReference, { reference: false, activities: false })
  const posts = await rowsFrom(
    tx,
    sql<{ to: Day | null }>`select to_day::text as "to" from posting where district = ${district} and school = ${subject.id}`,
  )
  return (day) => posts.filter((p) => p.to === null || p.to > day).length
}
