// What lies in the database, read past everything that could hide something: rows, results, and who should hold what, worked out
// here once more from the documents alone.

import { sql } from 'kysely'
import type { Day } from '../../src/domain/day.ts'
import type { Document, FactBase } from '../../src/domain/document.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { postOn, postsOf } from '../../src/domain/person.ts'
import type { OpContent } from '../../src/wire/op.ts'
import type { OpResult } from '../../src/wire/result.ts'
import { documentFromText, linesOf } from '../../src/wire/document-text.ts'
import type { RowText } from '../../src/wire/sync.ts'
import { withServer } from '../../src/server/door/door.ts'
import { rowsFrom } from '../../src/server/store/database.ts'
import { subjectOf } from '../../src/storage/packed.ts'
import type { World } from '../journeys/world.ts'

export interface Logged {
  readonly op: string
  readonly content: OpContent
  readonly result: OpResult
  readonly times: number
}

export interface AtServer {
  readonly log: ReadonlyMap<string, Logged>
  /** Packed text by key, and the documents read from it. */
  readonly texts: ReadonlyMap<string, string>
  readonly documents: ReadonlyMap<string, Document>
  readonly roles: readonly {
    readonly person: string
    readonly role: string
    readonly kind: string
    readonly at: string
    readonly from: string
    readonly to: string | null
  }[]
  readonly parents: ReadonlyMap<string, string | null>
}

export const readServer = (w: World): Promise<AtServer> =>
  withServer(w.db, { district: w.district, person: '' }, async (tx) => {
    const log = await rowsFrom(tx, sql<{ op: string; content: string; result: string }>`select op, content, result from op_log`)
    const rows = await rowsFrom(
      tx,
      sql<RowText & { key: string }>`select subject_kind || ':' || subject_id as key, id, kind, content from document_row`,
    )
    const roles = await rowsFrom(
      tx,
      sql<AtServer['roles'][number]>`select person, role, at_kind as kind, at_id as at, from_day as from, to_day as to from membership`,
    )
    const schools = await rowsFrom(tx, sql<{ id: string; parent: string | null }>`select id, parent from school`)
    const byKey = new Map<string, RowText[]>()
    for (const { key, ...row } of rows) byKey.set(key, [...(byKey.get(key) ?? []), row])
    const entries = new Map<string, Logged>()
    for (const { op, content, result } of log)
      entries.set(op, {
        op,
        content: JSON.parse(content) as OpContent,
        result: JSON.parse(result) as OpResult,
        times: (entries.get(op)?.times ?? 0) + 1,
      })
    return {
      log: entries,
      roles,
      parents: new Map(schools.map((one) => [one.id, one.parent])),
      texts: new Map([...byKey].map(([key, list]) => [key, linesOf(list)])),
      documents: new Map([...byKey].map(([key, list]) => [key, documentFromText(subjectOf(key), list)])),
    }
  })

/** Which of these ops the server has answered for good. */
export const loggedOps = (w: World, ops: readonly string[]): Promise<ReadonlySet<string>> =>
  withServer(
    w.db,
    { district: w.district, person: '' },
    async (tx) =>
      new Set((await rowsFrom(tx, sql<{ op: string }>`select op from op_log where op = any(${ops}::text[])`)).map(({ op }) => op)),
  )

/** Row and fact of everything an op did. */
export function effectsOf(server: AtServer): Map<string, { readonly key: string; readonly row: string; readonly fact: FactBase }[]> {
  const effects = new Map<string, { key: string; row: string; fact: FactBase }[]>()
  for (const [key, document] of server.documents) {
    for (const row of document.rows.values())
      for (const fact of row.facts) effects.set(fact.op, [...(effects.get(fact.op) ?? []), { key, row: row.id, fact }])
  }
  return effects
}

/** The documents that someone without a role of the district may hold on a day; null for whoever has one. */
export function mayHold(server: AtServer, person: PersonId, today: Day): string[] | null {
  const held = server.roles.filter((r) => r.person === person && r.from <= today && (r.to === null || r.to >= today))
  if (held.some((r) => r.kind === 'district')) return null
  const tops = new Set(held.map((r) => r.at))
  const below = (school: string | null, depth = 0): boolean =>
    school !== null && depth < 10 && (tops.has(school) || below(server.parents.get(school) ?? null, depth + 1))
  const keys: string[] = []
  for (const [key, document] of server.documents) {
    const { kind, id } = document.subject
    if (kind === 'school' && below(id)) keys.push(key)
    const mine =
      kind === 'teacher' && (id === person || postsOf(document as Dossier).some((p) => postOn(p, today) && below(p.school as SchoolId)))
    if (mine) keys.push(key)
  }
  return keys.sort()
}
