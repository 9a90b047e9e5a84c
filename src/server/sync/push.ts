// The push half of a request: ops grouped by document and device, in the order of the documents' keys; each group is one transaction
// that locks the document, decides with the roles of this moment, and writes effect and results together.
// A group that fails leaves its ops without a result, so the phone sends them again; it never stops another group. A disk without
// room and a database that is away stop all of them: the phone is told so in words, and what was taken before is known by its op id.

import { subjectKey, type Document, type Subject } from '../../domain/document.ts'
import type { Day } from '../../domain/day.ts'
import { earlierDay } from '../../domain/permissions.ts'
import { verbNamed } from '../../domain/verbs/register.ts'
import { canonical } from '../../wire/canonical.ts'
import { documentFromText } from '../../wire/document-text.ts'
import type { Asker } from '../door/asker.ts'
import { withAskerBy, type Visit } from '../door/door.ts'
import { enterFormerly, type Formerly, type Scope } from '../door/scope.ts'
import { activitiesNamed } from '../reference/reference.ts'
import type { Tx } from '../store/database.ts'
import { lockDocuments, subjectOf } from '../store/documents.ts'
import { securityEvent, type OpEntry } from '../store/ops.ts'
import { openLocked, readLocked, type PushPicture, type PushWish } from '../store/push-read.ts'
import { troubleOf } from '../store/trouble.ts'
import { changedRows, decideOps, refuseErased, type Decision, type Intent } from './decide.ts'
import { commit, type ChangedFrom } from './commit.ts'
import type { SyncDeps } from './deps.ts'
import { peopleNamed } from './people-named.ts'
import { postsLeft } from './posts-left.ts'
import { NOTHING_REMEMBERED, waitsAgain, type Remembered } from './remembered.ts'
import { refusal, type OpAnswer, type ReceivedOp } from './receive.ts'
import { receiveAll } from './receive-all.ts'

interface PushIntent extends Intent {
  readonly received: ReceivedOp
}

interface Group {
  readonly subject: Subject
  readonly intents: readonly PushIntent[]
}

export async function push(
  deps: SyncDeps,
  asker: Asker,
  rawOps: readonly unknown[],
  remembered: Remembered = NOTHING_REMEMBERED,
): Promise<OpAnswer[]> {
  if (rawOps.length === 0) return []
  const { refused, received } = await receiveAll(deps, asker, rawOps)
  return [...refused, ...(await pushReceived(deps, asker, received, remembered))]
}

/** Ops proven to be this person's own, whoever carried them. */
export async function pushReceived(
  deps: SyncDeps,
  asker: Asker,
  received: readonly ReceivedOp[],
  remembered: Remembered = NOTHING_REMEMBERED,
): Promise<OpAnswer[]> {
  const answers: OpAnswer[] = []
  const intents = received.map((op): PushIntent => ({
    content: op.signed.content,
    contentHash: op.contentHash,
    saidAt: op.signed.transport.at.clock.slice(0, 16),
    received: op,
  }))
  for (const group of groupsOf(intents)) {
    try {
      answers.push(
        ...(await withAskerBy(
          deps.db,
          deps.clock,
          asker,
          (tx, today) => opened(tx, asker, today, group),
          (visit, { picture }) => pushGroup(deps, visit, group, picture, remembered),
        )),
      )
    } catch (error) {
      if (troubleOf(error) !== null) throw error
      // Only this document's ops stay unanswered; the log says why.
      deps.report('sync.push', error)
    }
  }
  return answers
}

function groupsOf(intents: readonly PushIntent[]): Group[] {
  const groups = new Map<string, { subject: Subject; intents: PushIntent[] }>()
  for (const intent of intents) {
    const { kind, id } = intent.content.subject
    const subject = subjectOf(kind, id)
    const key = `${subjectKey(subject)} ${intent.received.signed.transport.device}`
    const group = groups.get(key) ?? { subject, intents: [] }
    group.intents.push(intent)
    groups.set(key, group)
  }
  const inOrder = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
  for (const group of inOrder) group.intents.sort((a, b) => a.received.signed.transport.n - b.received.signed.transport.n)
  return inOrder
}

/** Days before today on which a deciding op of the group was said: its author may have lost the right since, and then proposes. */
function saidEarlier({ subject, intents }: Group, today: Day): Formerly | undefined {
  const deciding = intents.filter(({ content: { verb } }) => verbNamed(verb)?.propose !== undefined)
  const earlier = [...new Set(deciding.flatMap(({ saidAt }) => earlierDay(saidAt, today) ?? []))].slice(0, MOST_DAYS)
  return earlier.length === 0 ? undefined : { key: subjectKey(subject), days: earlier }
}
/** Of one document in one request; each is a question to the database. */
const MOST_DAYS = 7

async function pushGroup(deps: SyncDeps, visit: Visit, group: Group, asOpened: PushPicture, remembered: Remembered): Promise<OpAnswer[]> {
  const { tx, asker, now } = visit
  const { subject, intents } = group
  const { document: before, stored, picture } = await reachedIn(visit, group, asOpened)
  const at = await deps.references.at(tx, picture.district)
  const reference = picture.activities.length === 0 ? at.reference : { ...at.reference, activities: picture.activities }
  const actor = { id: asker.person, name: picture.people.get(asker.person) ?? '' }
  const situation = {
    actor,
    reference,
    today: now.day,
    minute: now.minute,
    stored: picture.known,
    knows: (person: string) => picture.people.has(person),
    remembered,
    postsAfter: stored === null ? undefined : await postsLeft(tx, asker.district, subject, intents, at.district.referenceChange),
  }
  const { document, decisions } = picture.erased
    ? { document: before, decisions: refuseErased(intents) }
    : stored === null
      ? { document: before, decisions: outOfReach(intents, picture.known, remembered) }
      : decideOps(before, intents, situation)
  for (const d of decisions)
    if (d.was === 'conflict')
      await securityEvent(tx, 'op.same-id-other-content', d.intent.received.signed.transport.device, d.intent.content.op)
  const rows = changedRows(before, document)
  const entries = decisions.filter((d) => d.was === 'new').map(entryOf)
  await commit(tx, at, stored === null || rows.length === 0 ? [] : [{ stored, document, rows }], entries, { last: true })
  return decisions.map((d) => ({ op: d.intent.content.op, result: d.result }))
}

interface Opened {
  readonly document: Document
  /** Locked; null where it may not be touched. The answer for one that does not exist is the same as for one out of reach. */
  readonly stored: ChangedFrom | null
  readonly picture: PushPicture
}

const wishOf = (asker: Asker, { subject, intents }: Group): PushWish => ({
  subject,
  people: [asker.person, ...(subject.kind === 'teacher' ? [subject.id] : []), ...peopleNamed(intents.map((i) => i.content))],
  ops: intents.flatMap(({ content }) => (content.after === null ? [content.op] : [content.op, content.after])),
  activities: activitiesNamed(intents.map((i) => i.content.args)),
})

/** Enters, locks, then reads: what is read after the lock is what will be written on. */
async function opened(tx: Tx, asker: Asker, today: Day, group: Group): Promise<{ scope: Scope; picture: PushPicture }> {
  const formerly = saidEarlier(group, today)
  if (formerly === undefined) return openLocked(tx, asker, today, wishOf(asker, group))
  const scope = await enterFormerly(tx, asker, today, formerly)
  return { scope, picture: await readLocked(tx, asker.district, wishOf(asker, group)) }
}

/** A document in reach that nobody has written on yet is made now. */
async function reachedIn({ tx, asker, scope }: Visit, group: Group, asOpened: PushPicture): Promise<Opened> {
  const { subject } = group
  const may =
    scope.reach === 'district' ? subject.kind !== 'district' || subject.id === asker.district : scope.keys.includes(subjectKey(subject))
  const reached = may && (subject.kind !== 'teacher' || asOpened.people.has(subject.id))
  if (reached && !asOpened.found) await lockDocuments(tx, asker.district, [subject])
  const picture = reached && !asOpened.found ? await readLocked(tx, asker.district, wishOf(asker, group)) : asOpened
  const rows = reached ? picture.rows : []
  return { document: documentFromText(subject, rows), stored: reached ? { rows } : null, picture }
}

function outOfReach(intents: readonly PushIntent[], known: PushPicture['known'], remembered: Remembered): Decision<PushIntent>[] {
  return intents.map((intent) => {
    const stored = known.get(intent.content.op)
    if (stored === undefined) {
      const again = waitsAgain(intent.content, refusal('verb.not-allowed'), remembered)
      return again === null ? { intent, result: refusal('verb.not-allowed'), was: 'new' } : { intent, result: again, was: 'held' }
    }
    if (stored.contentHash === intent.contentHash) return { intent, result: stored.result, was: 'replayed' }
    return { intent, result: refusal('op.same-id-other-content'), was: 'conflict' }
  })
}

function entryOf({ intent, result }: Decision<PushIntent>): OpEntry {
  const { signed, contentText } = intent.received
  const { content, transport, alg, sig } = signed
  return {
    op: content.op,
    content_hash: intent.contentHash,
    device: transport.device,
    n: transport.n,
    subject_kind: content.subject.kind,
    subject_id: content.subject.id,
    verb: content.verb,
    content: contentText,
    transport: canonical({ transport, alg, sig }),
    result: canonical(result),
  }
}
