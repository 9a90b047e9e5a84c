// A school, a teacher or anybody with an account as someone types them: 标识码 or name, phone, 教师编号, name or id.

import { sql } from 'kysely'
import type { SchoolInfo } from '../../domain/reference.ts'
import { peopleTyped } from '../accounts/people.ts'
import { withServer } from '../door/door.ts'
import { rowsFrom } from '../store/database.ts'
import { noPerson, noSchool, noTeacher, severalPeople, severalSchools, severalTeachers } from '../text/cli.ts'
import type { InDistrict } from './command.ts'

export type FoundSchool = { readonly is: 'school'; readonly school: SchoolInfo } | { readonly is: 'no'; readonly words: string }

export async function schoolTyped({ db, references, district }: InDistrict, text: string): Promise<FoundSchool> {
  const { reference } = await withServer(db, { district: district.id, person: '' }, (tx) => references.read(tx, district.id))
  const exact = reference.schools.filter((s) => s.id === text || s.code === text || s.name === text)
  const found = exact.length > 0 ? exact : reference.schools.filter((s) => s.name.endsWith(text))
  const [school] = found
  if (school === undefined) return { is: 'no', words: noSchool(text) }
  return found.length > 1 ? { is: 'no', words: severalSchools(text) } : { is: 'school', school }
}

export type FoundPerson = { readonly is: 'person'; readonly id: string } | { readonly is: 'no'; readonly words: string }

export async function teacherTyped({ db, district }: InDistrict, text: string): Promise<FoundPerson> {
  const rows = await rowsFrom(
    db,
    sql<{ id: string; number: string | null; exact: boolean }>`
    select p.id, p.staff_no as number, (p.id = ${text} or lower(p.staff_no) = lower(${text})) as exact from person p
    join document d on d.district = p.district and d.subject_kind = 'teacher' and d.subject_id = p.id and d.change > 0
    where p.district = ${district.id}
      and not exists (select from document_row m where m.district = p.district and m.subject_kind = 'teacher' and m.subject_id = p.id and m.kind = 'merge'
        and position('"what":"set-aside"' in m.content) > 0 and position('"what":"taken-up"' in m.content) = 0)
      and (p.id = ${text} or lower(p.staff_no) = lower(${text}) or p.name = ${text}) order by p.staff_no limit 20`,
  )
  const exact = rows.filter((r) => r.exact)
  const found = exact.length > 0 ? exact : rows
  const [teacher] = found
  if (teacher === undefined) return { is: 'no', words: noTeacher(text) }
  return found.length > 1
    ? {
        is: 'no',
        words: severalTeachers(
          text,
          found.map((r) => r.number ?? r.id),
        ),
      }
    : { is: 'person', id: teacher.id }
}

/** Also who has no dossier, like an administrator. */
export async function personTyped({ db, district }: InDistrict, text: string): Promise<FoundPerson> {
  const people = await peopleTyped(db, district.id, text)
  const [person] = people
  if (person === undefined) return { is: 'no', words: noPerson(text) }
  if (people.length === 1) return { is: 'person', id: person.id }
  const numbers = people.map((p) => p.phone ?? p.staffNumber ?? p.id)
  return { is: 'no', words: severalPeople(text, numbers) }
}
