// What an import would do, line by line: the plan a person sees before anything is written, and what the apply step carries out.
// Plain data, safe to store and send as JSON: it holds the keyed hash and the last four places of an ID number, never the number.

import type { Day } from '../../domain/day.ts'
import type { Employment, PauseKind, Stage, StaffCategory } from '../../domain/dossier.ts'
import type { ImportTotals } from '../../wire/import.ts'
import type { Finding, GivenDay, Leaving, ProposedRole } from './reading.ts'

/** A person already in the district's records, as far as matching and comparing need. Null and 'unknown' mean not known. */
export interface KnownPerson {
  readonly id: string
  /** The school of 人事关系 now, or the last one for someone gone. */
  readonly schoolId: string | null
  readonly name: string
  readonly formerNames: readonly string[]
  readonly staffNumber: string | null
  /** The number was given by the system, so another one in a file replaces it and contradicts nothing. */
  readonly staffNumberIsOurs: boolean
  readonly idHash: string | null
  /** Of dossiers merged into this one: a file that still has them means this person. */
  readonly otherNumbers?: readonly string[]
  readonly otherIdHashes?: readonly string[]
  readonly idLast4: string | null
  readonly phone: string | null
  readonly sex: 'female' | 'male' | 'unknown'
  readonly subject: string | null
  readonly stage: Stage
  readonly employment: Employment
  readonly category: StaffCategory
  readonly workedSince: Day | null
  /** First day at the present school. */
  readonly joined: Day | null
  /** Last day of the home post, when it has one. */
  readonly ended: Day | null
  readonly openPause: PauseKind | null
  readonly roles: readonly string[]
}

export interface KnownSchool {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** The school of a line. `id` null: not in the records yet (the import would open it). */
export interface PlanSchool {
  readonly id: string | null
  readonly code: string | null
  readonly name: string | null
}

export interface PersonFacts {
  readonly name: string
  readonly formerNames: readonly string[]
  readonly staffNumber: string | null
  readonly idHash: string | null
  readonly idLast4: string | null
  readonly sex: 'female' | 'male' | null
  readonly phone: string | null
  readonly subject: string | null
  readonly stage: Stage | null
  readonly employment: Employment | null
  readonly category: StaffCategory | null
  readonly workedSince: GivenDay | null
  readonly joined: GivenDay | null
  readonly campus: string | null
}

export type ChangeField =
  | 'name'
  | 'formerNames'
  | 'staffNumber'
  | 'idNumber'
  | 'sex'
  | 'phone'
  | 'subject'
  | 'stage'
  | 'employment'
  | 'category'
  | 'workedSince'
  | 'joined'
  | 'school'

/** For `idNumber`, from and to are the last four places; for `school`, ids (or the code of a school not yet open). */
export interface Change {
  readonly field: ChangeField
  readonly from: string | null
  readonly to: string
}

export interface PlannedPause {
  readonly kind: PauseKind
  /** Null: the file names no day, 待核实. */
  readonly from: Day | null
  readonly until: Day | null
  readonly words: string
}

interface LineBase {
  readonly row: number
  readonly school: PlanSchool | null
  readonly facts: PersonFacts
  /** Proposed, for the importer to confirm; only those the person does not hold yet. */
  readonly roles: readonly ProposedRole[]
  readonly pause: PlannedPause | null
}

export type MatchedBy = 'staff-number' | 'id-number' | 'name-and-phone' | 'answer'
export type WhyAsk = 'same-name' | 'number-of-someone-else'

export type PlanLine =
  | (LineBase & { readonly is: 'add' })
  | (LineBase & {
      readonly is: 'change'
      readonly personId: string
      readonly by: MatchedBy
      readonly changes: readonly Change[]
      readonly ended: Leaving | null
    })
  | (LineBase & { readonly is: 'keep'; readonly personId: string; readonly by: MatchedBy })
  | (LineBase & {
      readonly is: 'ask'
      readonly why: WhyAsk
      readonly candidates: readonly { readonly personId: string; readonly name: string; readonly schoolId: string | null }[]
    })
  /** Left out: already gone and never known here, or the importer said so. */
  | (LineBase & { readonly is: 'skip' })

/** What the importer answered to an `ask`, by spreadsheet row. */
export type Answer = { readonly is: 'same'; readonly personId: string } | { readonly is: 'new' } | { readonly is: 'skip' }

export interface RosterPlan {
  readonly lines: readonly PlanLine[]
  /** Every school the lines name, each once. */
  readonly schools: readonly (PlanSchool & { readonly rows: number })[]
  /** What only shows against the people known; the reading's own findings stand beside. */
  readonly findings: readonly Finding[]
  readonly totals: ImportTotals
}
