// What the district's acts on several documents at once take and answer: merging two dossiers of one person, closing a school.
// Each is asked first (`confirm: false`: what would happen, nothing written) and then confirmed. Online only.

import { z } from 'zod/mini'
import type { PostKind } from '../domain/dossier.ts'
import type { PersonId, SchoolId } from '../domain/ids.ts'
import type { MergeCode } from '../domain/merge/merge-dossiers.ts'
import { seenText } from '../domain/seen-text.ts'

const id = z.string().check(z.regex(/^[\w.:-]{1,64}$/))
const reason = z.string().check(z.overwrite(seenText), z.trim(), z.minLength(1), z.maxLength(500))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** POST /api/people/merge and /api/people/merge/undo. `kept` stays, `aside` is merged into it. */
export const MergeRequest = z.strictObject({ kept: id, aside: id, reason, confirm: z.boolean() })
export type MergeRequest = z.infer<typeof MergeRequest>

/** One of the two, so that who decides sees who they are. */
export interface MergeSide {
  readonly person: PersonId
  readonly name: string
  readonly staffNumber: string | null
  readonly school: string | null
  readonly entries: number
  /** Whether they have ever signed in: the one that has should stay. */
  readonly signedIn: boolean
}

export type MergeAnswer =
  | { readonly is: 'refused'; readonly code: MergeCode }
  | {
      readonly is: 'would' | 'done'
      readonly kept: MergeSide
      readonly aside: MergeSide
      readonly brought: number
      readonly leftOut: number
    }

/** POST /api/district/schools/:id/close. `into` null: nobody may be left there. */
export const CloseRequest = z.strictObject({ to: day, reason, into: z.nullable(id), confirm: z.boolean() })
export type CloseRequest = z.infer<typeof CloseRequest>

export interface ClosePerson {
  readonly person: PersonId
  readonly name: string
  readonly post: PostKind
  /** Where the post goes on; null where it ends. */
  readonly moves: SchoolId | null
}

export type CloseAnswer =
  | { readonly is: 'refused'; readonly code: string; readonly people: readonly ClosePerson[] }
  | { readonly is: 'would' | 'done'; readonly people: readonly ClosePerson[]; readonly schoolsBelow: readonly SchoolId[] }
