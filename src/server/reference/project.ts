// What a changed document says to the tables beside it: posts, home school, standing, whose turn; places, roles, activities.
// A pure function of document and reference, used in op transactions and by rebuild alike, so that both always agree.

import type { Document } from '../../domain/document.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { isPending } from '../../domain/entry.ts'
import { entriesOf } from '../../domain/evaluate/item.ts'
import { objectionsOf } from '../../domain/history/history.ts'
import { personOf, postsOf } from '../../domain/person.ts'
import { standingOf } from '../../domain/evaluate/standing.ts'
import { levelRule } from '../../domain/policy/level-rule.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { activitiesOf, roleRowsOf, schoolInfoOf } from '../../domain/reference-from.ts'
import { canonical } from '../../wire/canonical.ts'
import { countedBy } from '../../wire/counted-by.ts'
import type { FileProjection, TeacherProjection } from '../store/projections.ts'

export interface Waiting {
  readonly waitsSchool: boolean
  readonly waitsDistrict: boolean
}

/** Whether something in the dossier waits for a school's desk or the district's: claims, and corrections asked for. */
export function waitingOf(dossier: Dossier, policy: Policy): Waiting {
  let waitsSchool = false
  let waitsDistrict = false
  for (const entry of entriesOf(dossier)) {
    const steps = levelRule(policy, entry.training.level)?.decides ?? ['school', 'district']
    if (isPending(entry.state)) {
      if (entry.state === 'pending-district' || !steps.includes('school')) waitsDistrict = true
      else waitsSchool = true
    }
    if (entry.openRequest?.appeals !== undefined) waitsDistrict = true
    else if (entry.openRequest !== null) {
      if (steps.includes('school')) waitsSchool = true
      if (steps.includes('district')) waitsDistrict = true
    }
  }
  for (const objection of objectionsOf(dossier)) {
    if (objection.waitsFor === 'school') waitsSchool = true
    if (objection.waitsFor === 'district') waitsDistrict = true
  }
  return { waitsSchool, waitsDistrict }
}

/** Nothing here depends on a day: posts are dated, and the standing has the day added when it is read. */
export function teacherProjection(dossier: Dossier, policy: Policy): TeacherProjection {
  const person = personOf(dossier)
  const posts = postsOf(dossier)
  return {
    person: dossier.subject.id,
    name: person?.name ?? null,
    staffNumber: person?.staffNumber ?? null,
    policy: countedBy(policy),
    standing: person === null ? null : canonical(standingOf(policy, dossier)),
    posts: posts.map((p) => ({ row: p.id, school: p.school, kind: p.kind, from: p.from, to: p.to })),
  }
}

export function fileProjection(file: Document): FileProjection {
  const info = schoolInfoOf(file)
  const { kind, id } = file.subject
  if (kind === 'teacher') throw new TypeError('a dossier is not a file')
  return {
    kind,
    id,
    school: info === null ? null : { name: info.name, code: info.code, parent: info.parent, body: canonical(info) },
    roles: roleRowsOf(file)
      .filter((r) => r.to === null || r.from <= r.to)
      .map((r) => ({ row: r.row, person: r.person, name: r.name, role: r.role, from: r.from, to: r.to })),
    activities: activitiesOf(file).map((a) => ({ id: a.id, last: a.last, body: canonical(a) })),
    settings: [...file.rows.values()].filter((r) => r.kind === 'setting').map((r) => ({ row: r.id, content: canonical(r.facts) })),
  }
}
