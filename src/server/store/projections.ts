// What follows from documents and is kept beside them for scope, reference and totals: posts, standings, places, roles, activities.
// Written in the transaction of the change; `rebuild` makes all of it again from the rows alone.

import { sql } from 'kysely'
import type { Tx } from './database.ts'

export interface TeacherProjection {
  readonly person: string
  readonly name: string | null
  readonly staffNumber: string | null
  /** By what the standing was made (`countedBy`): policy and code. */
  readonly policy: string
  /** Canonical text of the standing; null while there is none. */
  readonly standing: string | null
  readonly posts: readonly {
    readonly row: string
    readonly school: string
    readonly kind: string
    readonly from: string
    readonly to: string | null
  }[]
}

export interface FileProjection {
  readonly kind: 'school' | 'district'
  readonly id: string
  readonly school: { readonly name: string; readonly code: string; readonly parent: string | null; readonly body: string } | null
  readonly roles: readonly {
    readonly row: string
    readonly person: string
    readonly name: string
    readonly role: string
    readonly from: string
    readonly to: string | null
  }[]
  readonly activities: readonly { readonly id: string; readonly last: string; readonly body: string }[]
  readonly settings: readonly { readonly row: string; readonly content: string }[]
}

export async function projectTeachers(tx: Tx, teachers: readonly TeacherProjection[], change: number): Promise<void> {
  if (teachers.length > 0) await sql`select yantu_project_teachers(${JSON.stringify(teachers)}::jsonb, ${change}::bigint)`.execute(tx)
}

export async function projectFile(tx: Tx, file: FileProjection): Promise<void> {
  await sql`select yantu_project_file(${JSON.stringify(file)}::jsonb)`.execute(tx)
}
