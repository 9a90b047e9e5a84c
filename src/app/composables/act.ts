// useAct(): the one way for a page to change anything. { act, actGroup, actMany, undo }.
//   act({ verb, subject, args, row?, replaces? }) → Promise<Acted>:
//     { is: 'saved', op }                  it is on this phone's disk (只在本机) and will be sent by itself
//     { is: 'refused', code, field }       the verb says no; nothing was stored; show the words at the field
//     { is: 'stale' } | { is: 'noop' }     the row changed meanwhile | it is already so; nothing was stored
//     { is: 'not-ready' }                  no reference data yet: sync first
//     { is: 'failed', reason }             the phone could not keep it: 'storage-dead' | 'storage-full' | 'read-only'
//   `row` defaults to args.row; its decided fields are hashed into `base`.
//   actMany(first, followers): one op, then one per person, all in ONE transaction; followers get the first op's id (the
//     activity's row) → { is: 'saved', op, ops, skipped } where `skipped` says who was refused and why; first refused → nothing.
//   actGroup(inputs): many independent acts in one transaction (accepting a group; thousands in lots) → { is: 'saved', ops, skipped }.
//   undo(subject, row): takes back this person's own decision in force on the row (revoke-decision), itself an op.

import type { RowId } from '../../domain/ids.ts'
import type { Subject } from '../../domain/document.ts'
import { act, type ActInput, type Acted } from '../../storage/act.ts'
import { actGroup, type ActedGroup } from '../../storage/act-group.ts'
import { actMany, type ActedMany, type Follower } from '../../storage/act-many.ts'
import { revoke } from '../../storage/revoke.ts'
import { reportFailure } from '../shell/failure.ts'
import { nounWordsAtHand } from '../text/words-at-hand.ts'
import { phoneInHand } from './phone.ts'

export interface Acting {
  act(input: ActInput): Promise<Acted>
  actGroup(inputs: readonly ActInput[], told?: (done: number, of: number) => void): Promise<ActedGroup>
  actMany(first: ActInput, followers: (first: RowId) => readonly Follower[]): Promise<ActedMany>
  undo(subject: Subject, row: RowId): Promise<Acted>
}

/** A refusal is answered only when there are words for it; where they cannot be reached its code is shown. */
async function told(acting: Promise<Acted>): Promise<Acted> {
  const acted = await acting
  if (acted.is === 'refused') await nounWordsAtHand().catch(reportFailure)
  return acted
}

export function useAct(): Acting {
  return {
    act: (input) => told(act(phoneInHand(), input)),
    actGroup: (inputs, told) => actGroup(phoneInHand(), inputs, told),
    actMany: (first, followers) => actMany(phoneInHand(), first, followers),
    undo: (subject, row) => revoke(phoneInHand(), subject, row),
  }
}
