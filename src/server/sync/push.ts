// The push half of a request: ops grouped by document and device, in the order of the documents' keys; each group is one transaction
// that locks the document, decides with the roles of this moment, and writes effect and results together.
// A group that fails leaves its ops without a result, so the phone sends them again; it never stops another group.

import { subjectKey, type Subject } from '../../domain/document.ts'

import { canonical } from '../../wire/canonical.ts'
import { documentFromText } from '../../wire/document-text.ts'
import type { OpResult } from '../../wire/result.ts'
import type { Asker } from '../door/asker.ts'
import { withAsker, type Visit } from '../door/door.ts'
import type { Scope } from '../door/scope.ts'
import { withActivities } from '../reference/reference.ts'
import { lockDocuments, subjectOf } from '../store/documents.ts'
import { securityEvent, storedOps, type OpEntry } from '../store/ops.ts'
import { knownPeople, signingDevices } from '../store/people.ts'
import { changedRows, decideOps, type Decision, type Intent } from './decide.ts'
import { commit } from './commit.ts'
import type { SyncDeps } from './deps.ts'
import { receive, refusal, type Received, type ReceivedOp } from './receive.ts'

export interface OpAnswer {
  readonly op: string
  readonly result: OpResult
}

interface PushIntent extends Intent {
  readonly received: ReceivedOp
}

interface Group {
  readonly subject: Subject
  readonly intents: readonly PushIntent[]
}

export async function push(deps: SyncDeps, asker: Asker, rawOps: readonly unknown[]): Promise<OpAnswer[]> {
  if (rawOps.length === 0) return []
  const { answers, intents } = await receiveAll(deps, asker, rawOps)
  for (const group of groupsOf(intents)) {
    try {
      answers.push(...(await withAsker(deps.db, deps.clock, asker, (visit) => pushGroup(deps, visit, group))))
    } catch (error) {
      // Only this document's ops stay unanswered; the log says why.
      deps.report('sync.push', error)
    }
  }
  return answers
}

async function receiveAll(deps: SyncDeps, asker: Asker, rawOps: readonly unknown[]): Promise<{ answers: OpAnswer[]; intents: PushIntent[] }> {
  // Like the session itself this is read before anybody's scope is known: the asker's own keys, nothing else.
  const devices = await signingDevices(deps.db, asker.district, asker.person)
  const answers: OpAnswer[] = []
  const intents: PushIntent[] = []
  const suspect: Extract<Received, { is: 'refused' }>[] = []
  for (const raw of rawOps) {
    const received = receive(raw, asker.person, devices)
    if (received.is === 'refused') {
      answers.push({ op: received.op, result: refusal(received.code) })
      if (received.code !== 'op.malformed') suspect.push(received)
    } else if (received.is === 'received') {
      const { op } = received
      intents.push({ content: op.signed.content, contentHash: op.contentHash, saidAt: op.signed.transport.at.clock.slice(0, 16), received: op })
    }
  }
  if (suspect.length > 0) {
    await withAsker(deps.db, deps.clock, asker, async ({ tx }) => {
      for (const { code, device, op } of suspect) await securityEvent(tx, code, device, op)
    })
  }
  return { answers, intents }
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

async function pushGroup(deps: SyncDeps, visit: Visit, { subject, intents }: Group): Promise<OpAnswer[]> {
  const { tx, asker, scope, now } = visit
  const people = await knownPeople(tx, asker.district, subject.kind === 'teacher' ? [asker.person, subject.id] : [asker.person])
  const reached = reaches(visit, scope, subject, people)
  const [stored] = reached ? await lockDocuments(tx, asker.district, [subject]) : []
  const known = await storedOps(tx, intents.flatMap(({ content }) => (content.after === null ? [content.op] : [content.op, content.after])))
  const at = await deps.references.read(tx, asker.district)
  const before = documentFromText(subject, stored?.rows ?? [])
  const reference = await withActivities(tx, at, intents.map((i) => i.content.args))
  const actor = { id: asker.person, name: people.get(asker.person) ?? '' }
  const situation = { actor, reference, today: now.day, minute: now.minute, stored: known }
  const { document, decisions } = stored === undefined ? { document: before, decisions: outOfReach(intents, known) } : decideOps(before, intents, situation)
  for (const d of decisions) if (d.was === 'conflict') await securityEvent(tx, 'op.same-id-other-content', d.intent.received.signed.transport.device, d.intent.content.op)
  const rows = changedRows(before, document)
  const entries = decisions.filter((d) => d.was === 'new').map(entryOf)
  await commit(tx, at, stored === undefined || rows.length === 0 ? [] : [{ stored, document, rows }], entries)
  return decisions.map((d) => ({ op: d.intent.content.op, result: d.result }))
}

/** Whether the document may be touched at all; the answer for one that does not exist is the same as for one out of reach. */
function reaches({ asker }: Visit, scope: Scope, subject: Subject, people: ReadonlyMap<string, string>): boolean {
  if (scope.reach === 'list' && !scope.keys.includes(subjectKey(subject))) return false
  if (subject.kind === 'teacher') return people.has(subject.id)
  return subject.kind === 'school' || subject.id === asker.district
}

function outOfReach(intents: readonly PushIntent[], known: Awaited<ReturnType<typeof storedOps>>): Decision<PushIntent>[] {
  return intents.map((intent) => {
    const stored = known.get(intent.content.op)
    if (stored === undefined) return { intent, result: refusal('verb.not-allowed'), was: 'new' }
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

