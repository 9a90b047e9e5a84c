// 年审: a school's review of one school year, one row of the school's file. Only the school right under the district has one; it
// covers its 教学点, 村小 and 校区 too. What is handed in is a snapshot: every person's figures as of a day and as known at the
// minute of the handing-in. It is never changed; what comes later is 补登 and stands beside it.

import type { Day } from '../day.ts'
import type { FactBase, Row } from '../document.ts'
import type { PersonId, SchoolId } from '../ids.ts'

/**
 * One person of a snapshot, as a list to keep it small: id, name, index into `schools`, why not counted ('' for 应计, else
 * 'employment:intern'), state of the cycle, tenths recognised and counted in the year, tenths counted in the cycle, and by level
 * of the year [level, recognised, counted].
 */
export type FrozenPerson = readonly [
  PersonId,
  string,
  number,
  string,
  string,
  number,
  number,
  number,
  readonly (readonly [string, number, number])[],
]

export type ReviewFact =
  /** `asOf`: entries whose last day is later do not count into this review. */
  | (FactBase & { readonly what: 'opened'; readonly first: Day; readonly last: Day; readonly asOf: Day })
  /** 缺漏清单 gone through; `left` are still on it. */
  | (FactBase & { readonly what: 'checked'; readonly left: number; readonly note: string })
  | (FactBase & { readonly what: 'published'; readonly from: Day; readonly to: Day; readonly digest: string })
  /** `paper`: who signed and sealed the paper that the school keeps; null where the one who acts signs here. */
  | (FactBase & { readonly what: 'signed'; readonly digest: string; readonly paper: string | null })
  /** A table too long for one op comes in parts, each under the digest that was signed; `of` says how many there are. */
  | (FactBase & {
      readonly what: 'part'
      readonly digest: string
      readonly n: number
      readonly of: number
      readonly people: readonly FrozenPerson[]
    })
  /** `parts`: the people stand in so many parts before it, and none in it. */
  | (FactBase & {
      readonly what: 'handed-in'
      readonly parts?: number
      readonly asOf: Day
      readonly schools: readonly SchoolId[]
      readonly people: readonly FrozenPerson[]
      readonly digest: string
      readonly policy: string
    })
  | (FactBase & { readonly what: 'sampled'; readonly digest: string; readonly seed: string; readonly persons: readonly PersonId[] })
  | (FactBase & { readonly what: 'sample-checked'; readonly person: PersonId; readonly agrees: boolean; readonly note: string })
  /** `differing`: how many people the district knew to differ from the server when it accepted. */
  | (FactBase & { readonly what: 'accepted'; readonly digest: string; readonly differing: number; readonly note: string })
  | (FactBase & { readonly what: 'returned'; readonly digest: string; readonly reason: string })
  | (FactBase & { readonly what: 'reopened'; readonly reason: string })

export type ReviewRow = Row<'year-review', ReviewFact>
export type FactOf<W extends ReviewFact['what']> = Extract<ReviewFact, { readonly what: W }>
export type Snapshot = FactOf<'handed-in'>
