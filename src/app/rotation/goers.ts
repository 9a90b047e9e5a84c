// Who goes and who comes, of a school with those below it: a move between two of them is both. Whoever was transferred while away
// goes out of the school where 人事关系 is now, too. An answer kept from before does not say that. Pure.

import type { SchoolId } from '../../domain/ids.ts'
import type { RotationAnswer, RotationLine } from '../../domain/rotation/report.ts'

export interface GoersAndComers {
  readonly out: readonly RotationLine[]
  readonly in: readonly RotationLine[]
  /** New teachers who must still go to the city. */
  readonly mustGo: number
}

export function goersAndComers(answer: RotationAnswer, schools: readonly SchoolId[]): GoersAndComers {
  return {
    out: answer.lines.filter((l) => [l.home, l.homeNow].some((school) => school !== null && schools.includes(school))),
    in: answer.lines.filter((l) => schools.includes(l.host)),
    mustGo: answer.newRural.reduce((n, { people }) => n + people.filter((p) => p.state === 'must-go' || p.state === 'too-late').length, 0),
  }
}
