// Ops that the server makes on behalf of a signed-in person: an import they confirmed, a command of the administrator.
// The same verbs, results and log as a phone's ops, many documents in one transaction and under one change number.
// Must not be reachable with ops that came from outside: nothing here checks a signature.

import type { DistrictId } from '../../domain/ids.ts'
import { referenceWith } from '../../domain/reference-from.ts'
import { subjectKey, type Subject } from '../../domain/document.ts'
import type { Actor } from '../../domain/verbs/verb.ts'
import { canonical } from '../../wire/canonical.ts'
import { documentFromText } from '../../wire/document-text.ts'
import type { OpContent } from '../../wire/op.ts'
import { withServer } from '../door/door.ts'
import { momentOf } from '../clock.ts'
import { sha256 } from '../digest.ts'
import { withActivities } from '../reference/reference.ts'
import { lockDocuments, subjectOf } from '../store/documents.ts'
import { erasedAmong } from '../store/erasures.ts'
import { storedOps, type OpEntry } from '../store/ops.ts'
import { knownPeople } from '../store/people.ts'
import type { Tx } from '../store/database.ts'
import { changedRows, decideOps, refuseErased, type Decision, type Intent } from './decide.ts'
import { commit, type Changed } from './commit.ts'
import type { SyncDeps } from './deps.ts'
import { peopleNamed } from './people-named.ts'
import { postsLeft } from './posts-left.ts'
import type { OpAnswer } from './receive.ts'

export interface OnBehalf {
  readonly district: DistrictId
  readonly actor: Actor
  /** What stands for the device in the op log ('import', 'command'). */
  readonly device: string
  /** Runs first, in the same transaction: people must be known before their dossiers are written. */
  before?(tx: Tx): Promise<void>
  /** 'whole': nothing is written where one op is refused. 'rehearsed': nothing is written at all, only answered. Otherwise each op for itself. */
  readonly how?: 'whole' | 'rehearsed'
}

/** Ends the transaction without writing anything; never leaves this file. */
class Unwritten extends Error {
  readonly answers: OpAnswer[]
  constructor(answers: OpAnswer[]) {
    super('not written')
    this.answers = answers
  }
}

export const unwilling = (answer: OpAnswer): boolean => answer.result.is === 'refused' || answer.result.is === 'stale'

type Deps = Pick<SyncDeps, 'db' | 'clock' | 'references'>

/** Files are decided before the dossiers that name their schools; among files the order given counts (a parent before its 教学点). */
const RANK: Record<Subject['kind'], number> = { district: 0, school: 1, teacher: 2 }

/** Keep a batch to a few hundred documents: they are locked together. Ops of one document run in the order given. */
export async function applyOnBehalf(deps: Deps, who: OnBehalf, contents: readonly OpContent[]): Promise<OpAnswer[]> {
  try {
    return await applied(deps, who, contents)
  } catch (failure) {
    if (failure instanceof Unwritten) return failure.answers
    throw failure
  }
}

async function applied(deps: Deps, who: OnBehalf, contents: readonly OpContent[]): Promise<OpAnswer[]> {
  return withServer(deps.db, { district: who.district, person: who.actor.id }, async (tx) => {
    await who.before?.(tx)
    const now = momentOf(deps.clock())
    const intents = contents.map((content): Intent => ({
      content,
      contentHash: sha256(canonical(content)),
      saidAt: `${now.day}T${now.minute}`,
    }))
    const erased = await erasedAmong(
      tx,
      who.district,
      contents.filter((c) => c.subject.kind === 'teacher').map((c) => c.subject.id),
    )
    const isErased = ({ content: { subject } }: Intent): boolean => subject.kind === 'teacher' && erased.has(subject.id)
    const groups = bySubject(intents.filter((intent) => !isErased(intent)))
    const documents = await lockDocuments(
      tx,
      who.district,
      [...groups.values()].map((g) => g.subject),
    )
    const places = new Map([...groups.keys()].map((key, place) => [key, place]))
    const placeOf = ({ subject }: { readonly subject: Subject }): number => places.get(subjectKey(subject)) ?? 0
    documents.sort((a, b) => RANK[a.subject.kind] - RANK[b.subject.kind] || placeOf(a) - placeOf(b))
    const stored = await storedOps(
      tx,
      contents.flatMap((c) => (c.after === null ? [c.op] : [c.op, c.after])),
    )
    const at = await deps.references.read(tx, who.district)
    let reference = await withActivities(
      tx,
      at,
      contents.map((c) => c.args),
    )
    const people = await knownPeople(tx, who.district, peopleNamed(contents))
    const decided: Decision<Intent>[] = refuseErased(intents.filter(isErased))
    const changed: Changed[] = []
    for (const document of documents) {
      const group = groups.get(subjectKey(document.subject))
      const before = documentFromText(document.subject, document.rows)
      const ops = group?.intents ?? []
      const postsAfter = await postsLeft(tx, who.district, document.subject, ops, at.district.referenceChange)
      const { document: after, decisions } = decideOps(before, ops, {
        actor: who.actor,
        reference,
        today: now.day,
        minute: now.minute,
        knows: (person: string) => people.has(person),
        stored,
        postsAfter,
      })
      decided.push(...decisions)
      const rows = changedRows(before, after)
      if (rows.length === 0) continue
      changed.push({ stored: document, document: after, rows })
      // What comes after in this batch sees the school just opened.
      if (document.subject.kind !== 'teacher') reference = referenceWith(reference, [after])
    }
    const answers = decided.map((d): OpAnswer => ({ op: d.intent.content.op, result: d.result }))
    if (who.how === 'rehearsed' || (who.how === 'whole' && answers.some(unwilling))) throw new Unwritten(answers)
    await commit(
      tx,
      at,
      changed,
      decided.filter((d) => d.was === 'new').map((d) => entryOf(d, who.device)),
    )
    return answers
  })
}

function bySubject(intents: readonly Intent[]): Map<string, { subject: Subject; intents: Intent[] }> {
  const groups = new Map<string, { subject: Subject; intents: Intent[] }>()
  for (const intent of intents) {
    const subject = subjectOf(intent.content.subject.kind, intent.content.subject.id)
    const key = subjectKey(subject)
    const group = groups.get(key) ?? { subject, intents: [] }
    group.intents.push(intent)
    groups.set(key, group)
  }
  return groups
}

function entryOf({ intent, result }: Decision<Intent>, device: string): OpEntry {
  const { content } = intent
  return {
    op: content.op,
    content_hash: intent.contentHash,
    device,
    n: 0,
    subject_kind: content.subject.kind,
    subject_id: content.subject.id,
    verb: content.verb,
    content: canonical(content),
    transport: canonical({ by: 'server' }),
    result: canonical(result),
  }
}
