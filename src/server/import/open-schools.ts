// The schools a plan names that nobody has opened yet: their ids, and the ops that open them, those above before those below.

import type { SchoolInfo } from '../../domain/reference.ts'
import type { OpContent } from '../../wire/op.ts'
import { idFor } from './batch-id.ts'
import type { PlanLine, PlanSchool } from './plan.ts'
import { kindOfSchool, parentByName } from './school-kind.ts'

interface NewSchool {
  readonly id: string
  readonly name: string
  readonly code: string
}

export interface SchoolsOfPlan {
  idOf(school: PlanSchool | null): string | null
  /** Each list is one transaction; the second stands below schools of the first. */
  readonly opening: readonly (readonly OpContent[])[]
}

const nameOf = (s: PlanSchool): string => s.name ?? s.code ?? ''

export function schoolsOfPlan(
  batch: string,
  actor: string,
  lines: readonly PlanLine[],
  known: readonly SchoolInfo[],
  from: string,
): SchoolsOfPlan {
  const fresh = new Map<string, NewSchool>()
  const named = lines.map((l) => l.school).filter((s): s is PlanSchool => s !== null && s.id === null)
  for (const s of [...named].sort((a, b) => (b.code ?? '').length - (a.code ?? '').length)) {
    const before = s.code !== null ? fresh.get(s.code) : [...fresh.values()].find((f) => f.name === s.name)
    const made = before ?? { id: idFor(batch, `school ${s.code ?? nameOf(s)}`), name: nameOf(s), code: s.code ?? '' }
    fresh.set(s.code ?? nameOf(s), s.name !== null && made.name === made.code ? { ...made, name: s.name } : made)
  }
  const unique = [...new Map([...fresh.values()].map((s) => [s.id, s])).values()]
  const all = [...known, ...unique]
  const opening = unique.map((s) => {
    const parent = parentByName(s.name, all)
    const args = { name: s.name.slice(0, 60), code: s.code.slice(0, 30), ...kindOfSchool(s.name), parent: parent?.id ?? null, from }
    return {
      op: idFor(batch, `open ${s.id}`),
      actor,
      subject: { kind: 'school' as const, id: s.id },
      verb: 'open-school',
      v: 1,
      base: null,
      after: null,
      args,
    }
  })
  const isNew = new Set(unique.map((s) => s.id))
  const below = (op: OpContent): boolean => isNew.has(String(op.args['parent']))
  return {
    idOf: (s) => (s === null ? null : (s.id ?? fresh.get(s.code ?? nameOf(s))?.id ?? null)),
    opening: [opening.filter((op) => !below(op)), opening.filter(below)].filter((ops) => ops.length > 0),
  }
}
