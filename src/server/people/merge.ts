// Merging two dossiers and undoing it: both locked, decided by the domain's pure functions, written in one transaction under one
// change number and logged like ops. Asked without `confirm` it says what would happen and writes nothing.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { rowsOf, type Document } from '../../domain/document.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { OpId, PersonId } from '../../domain/ids.ts'
import { mergeDossiers, undoMerge, type Merged } from '../../domain/merge/merge-dossiers.ts'
import { personOf, postsOf } from '../../domain/person.ts'
import type { Reference } from '../../domain/reference.ts'
import type { VerbContext } from '../../domain/verbs/verb.ts'
import { canonical } from '../../wire/canonical.ts'
import { documentFromText } from '../../wire/document-text.ts'
import type { MergeAnswer, MergeRequest, MergeSide } from '../../wire/people-acts.ts'
import { sha256 } from '../digest.ts'
import type { Asker } from '../door/asker.ts'
import { withServer } from '../door/door.ts'
import { lastHome } from '../import/known-people.ts'
import { rowFrom, type Tx } from '../store/database.ts'
import { lockDocuments, readDocuments, subjectOf, type StoredDocument } from '../store/documents.ts'
import type { OpEntry } from '../store/ops.ts'
import { commit, type Changed } from '../sync/commit.ts'
import { changedRows } from '../sync/decide.ts'
import type { SyncDeps } from '../sync/deps.ts'
import type { Hand } from './district-hand.ts'

export type MergeDeps = Pick<SyncDeps, 'db' | 'clock' | 'references'>

export function mergePeople(deps: MergeDeps, asker: Asker, hand: Hand, wish: MergeRequest, undo: boolean): Promise<MergeAnswer> {
  return withServer(deps.db, { district: asker.district, person: hand.id }, async (tx): Promise<MergeAnswer> => {
    const pair = await pairOf(tx, asker.district, wish)
    if (pair === null) return { is: 'refused', code: wish.kept === wish.aside ? 'merge.same-dossier' : 'merge.no-dossier' }
    const [kept, aside] = pair
    const at = await deps.references.read(tx, asker.district)
    const context = contextOf(hand, at.reference, kept.document)
    const merged: Merged = (undo ? undoMerge : mergeDossiers)(kept.document, aside.document, wish.reason, context, hand.capacity)
    if (merged.is === 'refused') return merged
    const sides = {
      kept: await sideOf(tx, asker.district, kept.document, at.reference, hand),
      aside: await sideOf(tx, asker.district, aside.document, at.reference, hand),
    }
    const { brought, leftOut } = merged
    if (!wish.confirm) return { is: 'would', ...sides, brought, leftOut }
    const changed = [
      { ...kept, after: merged.kept },
      { ...aside, after: merged.aside },
    ].map(({ stored, document, after }): Changed => ({ stored, document: after, rows: changedRows(document, after) }))
    const verb = undo ? 'undo-merge' : 'merge-dossiers'
    await commit(tx, at, changed, [entryOf(context.op, kept.document, verb, wish), entryOf(randomUUID(), aside.document, verb, wish)])
    return { is: 'done', ...sides, brought, leftOut }
  })
}

interface Side {
  readonly stored: StoredDocument
  readonly document: Document
}

async function pairOf(tx: Tx, district: string, { kept, aside, confirm }: MergeRequest): Promise<[Side, Side] | null> {
  const subjects = [subjectOf('teacher', kept), subjectOf('teacher', aside)]
  // Only what exists is locked: locking makes what is new.
  const there = await readDocuments(tx, district, subjects)
  if (kept === aside || there.length < 2) return null
  const found = confirm ? await lockDocuments(tx, district, subjects) : there
  const sides = subjects
    .map((s) => found.find((d) => d.subject.id === s.id))
    .flatMap((stored) => (stored === undefined ? [] : [{ stored, document: documentFromText(stored.subject, stored.rows) }]))
  const [one, other] = sides
  return one === undefined || other === undefined ? null : [one, other]
}

const contextOf = (hand: Hand, reference: Reference, kept: Document): VerbContext => ({
  op: randomUUID() as string as OpId,
  actor: { id: hand.id, name: hand.name },
  subject: kept.subject,
  today: hand.now.day,
  minute: hand.now.minute,
  saidAt: `${hand.now.day}T${hand.now.minute}`,
  reference,
  base: null,
  hash: (value) => sha256(canonical(value)).slice(0, 16),
})

async function sideOf(tx: Tx, district: string, document: Document, reference: Reference, hand: Hand): Promise<MergeSide> {
  const dossier = document as Dossier
  const home = lastHome(postsOf(dossier), hand.now.day)
  const known = await rowFrom(
    tx,
    sql<{
      known: boolean
    }>`select exists (select from credential where district = ${district} and person = ${document.subject.id}) as known`,
  )
  const person = personOf(dossier)
  return {
    person: document.subject.id as PersonId,
    name: person?.name ?? '',
    staffNumber: person?.staffNumber ?? null,
    school: reference.schools.find((s) => s.id === home?.school)?.name ?? null,
    entries: rowsOf(dossier, 'hours').length,
    signedIn: known?.known === true,
  }
}

function entryOf(op: string, document: Document, verb: string, { kept, aside, reason }: MergeRequest): OpEntry {
  const content = canonical({ kept, aside, reason })
  return {
    op,
    content_hash: sha256(content),
    device: 'district',
    n: 0,
    subject_kind: 'teacher',
    subject_id: document.subject.id,
    verb,
    content,
    transport: canonical({ by: 'server' }),
    result: canonical({ is: 'applied' }),
  }
}
