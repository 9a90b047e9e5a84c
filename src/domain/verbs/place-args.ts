// Arguments saying what a school is and where it belongs, and what can be wrong with its place in the tree.

import { z } from 'zod/mini'
import type { Document } from '../document.ts'
import { STAGES } from '../dossier.ts'
import type { SchoolId } from '../ids.ts'
import { schoolAndAbove } from '../permissions.ts'
import type { Reference } from '../reference.ts'
import { PLACES, SCHOOL_KINDS } from '../school-file.ts'
import { schoolArg } from './school-args.ts'
import { emptyLineArg, lineArg } from './training-args.ts'

export const placeArgs = {
  name: lineArg(60),
  code: emptyLineArg(30),
  kind: z.enum(SCHOOL_KINDS),
  place: z.enum(PLACES),
  stage: z.enum(STAGES),
  parent: z.nullable(schoolArg),
}

/** Why a school may not stand below this parent; null where it may. */
export function parentProblem(
  file: Document,
  parent: SchoolId | null,
  reference: Reference,
): 'school.unknown-parent' | 'school.loop' | null {
  if (parent === null) return null
  if (schoolAndAbove(reference, parent).includes(file.subject.id as SchoolId)) return 'school.loop'
  return reference.schools.some((s) => s.id === parent) ? null : 'school.unknown-parent'
}
