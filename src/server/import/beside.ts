// What the district keeps of a person beside the dossier: phone, keyed hash and last four places of the ID number, former names that
// only a file told, and whether the 教师编号 was given by the system. Never on a phone, never in an op.

import { sql } from 'kysely'
import { rowsFrom, type Tx } from '../store/database.ts'

export interface Beside {
  readonly id: string
  readonly phone: string | null
  readonly idHash: string | null
  readonly idLast4: string | null
  readonly ours: boolean
  readonly former: readonly string[]
}

export interface NewPerson extends Beside {
  readonly name: string
  readonly staffNumber: string | null
}

const shape = sql`(id text, name text, "staffNumber" text, phone text, "idHash" text, "idLast4" text, ours boolean, former text[])`

export async function addNewPeople(tx: Tx, district: string, people: readonly NewPerson[]): Promise<void> {
  await sql`insert into person (district, id, name, staff_no, phone, id_hash, id_last4, staff_no_ours, former_names)
    select ${district}, p.id, p.name, p."staffNumber", p.phone, p."idHash", p."idLast4", p.ours, p.former
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p ${shape} on conflict do nothing`.execute(tx)
}

export const besideOf = (tx: Tx, district: string, people: readonly string[]): Promise<Beside[]> =>
  rowsFrom(
    tx,
    sql<Beside>`select id, phone, id_hash as "idHash", id_last4 as "idLast4", staff_no_ours as ours, former_names as former
    from person where district = ${district} and id = any (${people}::text[])`,
  )

export async function setBeside(tx: Tx, district: string, people: readonly Beside[]): Promise<void> {
  if (people.length === 0) return
  await sql`update person q set phone = p.phone, id_hash = p."idHash", id_last4 = p."idLast4", staff_no_ours = p.ours, former_names = p.former
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p ${shape} where q.district = ${district} and q.id = p.id`.execute(tx)
}

/** People who were to be added and whose dossier was not opened after all. */
export async function forgetPeople(tx: Tx, district: string, batch: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await sql`delete from import_line where district = ${district} and batch = ${batch} and person = any (${people}::text[])`.execute(tx)
  await sql`delete from person p where p.district = ${district} and p.id = any (${people}::text[])
    and not exists (select from document d where d.district = p.district and d.subject_kind = 'teacher' and d.subject_id = p.id and d.change > 0)`.execute(
    tx,
  )
}

/** 教师编号 for people whose file names none: 'Y' and six digits, never one that is in use. */
export async function freeNumbers(tx: Tx, district: string, taken: ReadonlySet<string>): Promise<() => string> {
  const used = new Set(
    (await rowsFrom(tx, sql<{ n: string }>`select staff_no as n from person where district = ${district} and staff_no is not null`)).map(
      (r) => r.n,
    ),
  )
  let n = [...used].reduce((most, text) => (/^Y\d{6}$/.test(text) ? Math.max(most, Number(text.slice(1))) : most), 0)
  return () => {
    for (;;) {
      n += 1
      const text = `Y${String(n).padStart(6, '0')}`
      if (!used.has(text) && !taken.has(text)) return text
    }
  }
}
