// A stand-in for the far end of the wire: one district in memory, the same verbs, one result per op, a feed by change number.
// It exists so that the phone's half can be tested against every kind of answer; the real server has its own tests.
// `troubles` are taken one a request, in order.

import { subjectKey, type Document, type Subject } from '../../src/domain/document.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { standingOf, type Standing } from '../../src/domain/evaluate/standing.ts'
import type { Day } from '../../src/domain/day.ts'
import type { OpId, PersonId, RowId } from '../../src/domain/ids.ts'
import '../../src/domain/verbs/all-verbs.ts'
import { runVerb } from '../../src/domain/verbs/register.ts'
import type { Outcome } from '../../src/domain/verbs/verb.ts'
import { subjectOf } from '../../src/storage/packed.ts'
import type { Carried, Transport } from '../../src/sync/core.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import { countedBy } from '../../src/wire/counted-by.ts'
import { digestedText, digestOf, heldDigest, linesOf, rowText } from '../../src/wire/document-text.ts'
import type { SignedOp } from '../../src/wire/op.ts'
import type { OpResult } from '../../src/wire/result.ts'
import { SyncRequest, type SyncResponse } from '../../src/wire/sync.ts'
import { NAMES, type Who } from '../domain/verbs/scene.ts'
import { reference, referenceWire, type TestClock } from '../storage/people.ts'

export type Trouble = 'request-lost' | 'answer-lost' | 'portal' | 'timeout' | 'too-large' | 'busy' | 'signed-out' | 'none'

export class StandIn {
  generation = 1
  head = 1
  backedUpThrough = ''
  readonly documents = new Map<string, Document>()
  readonly changes = new Map<string, number>()
  readonly results = new Map<string, OpResult>()
  readonly scopes = new Map<Who, string[]>()
  readonly troubles: Trouble[] = []
  readonly requests: SyncRequest[] = []
  /** Ops whose document fails on the server: they get no result. */
  readonly failing = new Set<string>()
  applied = 0
  /** Whole documents in one answer. */
  page = Infinity
  /** A server that answers in bulk where it is asked to; else one that has never heard of it. */
  bulk = false
  /** By what it says its standings were counted, and what it says they are. */
  counted = countedBy(reference.policy)
  standingOf = (dossier: Dossier): Standing => standingOf(reference.policy, dossier)
  /** What becomes of an answer in bulk on its way. */
  spoil: (text: string) => string = (text) => text
  /** Happens once, while a request is under way. */
  meanwhile: (() => Promise<unknown>) | null = null
  readonly clock: TestClock

  constructor(clock: TestClock) {
    this.clock = clock
  }

  keep(document: Document): void {
    const key = subjectKey(document.subject)
    this.head += 1
    this.documents.set(key, document)
    for (const row of document.rows.keys()) this.changes.set(`${key} ${row}`, this.head)
  }

  /** Someone else does something on the server. */
  elsewhere(who: Who, verb: string, subject: Subject, args: Record<string, unknown>, base: string | null): void {
    this.#run(who, { op: `00000000-0000-7000-a000-${String(this.head).padStart(12, '0')}`, verb, v: 1, subject, args, base })
  }

  transportFor(who: Who): Transport {
    return {
      post: async (_path, body) => {
        const trouble = this.troubles.shift() ?? 'none'
        const request = SyncRequest.parse(JSON.parse(body))
        if (trouble === 'request-lost') return { is: 'unreachable' }
        this.requests.push(request)
        const { meanwhile } = this
        this.meanwhile = null
        await meanwhile?.()
        return this.#answer(who, trouble, request)
      },
    }
  }

  #answer(who: Who, trouble: Trouble, request: SyncRequest): Carried {
    const said = (status: number, text: string, retryAfterMs: number | null = null): Carried => ({
      is: 'answered',
      status,
      text,
      retryAfterMs,
    })
    if (trouble === 'portal') return said(200, '<html>请先登录校园网</html>')
    if (trouble === 'timeout') return { is: 'timed-out' }
    if (trouble === 'too-large') return said(413, JSON.stringify({ code: 'request.too-large' }))
    if (trouble === 'busy') return said(503, JSON.stringify({ code: 'server.busy' }), 30_000)
    if (trouble === 'signed-out') return said(401, JSON.stringify({ code: 'session.none' }))
    const served = this.#serve(who, request)
    const answer = request.bulk === true ? this.spoil(this.#inBulk(served)) : JSON.stringify(served)
    return trouble === 'answer-lost' ? { is: 'unreachable' } : said(200, answer)
  }

  #serve(who: Who, request: SyncRequest): SyncResponse {
    const results = [...request.ops]
      // As the server does: document by document in the order of their keys, within one as they were made.
      .sort((a, b) => {
        const [of, other] = [subjectKey(a.content.subject as Subject), subjectKey(b.content.subject as Subject)]
        return of === other ? a.transport.n - b.transport.n : of < other ? -1 : 1
      })
      .flatMap((op) => {
        const result = this.#resultOf(who, op)
        return result === null ? [] : [{ op: op.content.op, result }]
      })
    const scope = this.scopes.get(who) ?? []
    const since = request.cursor === null || request.generation !== this.generation ? null : Number(request.cursor)
    const rows = since === null ? [] : scope.flatMap((key) => this.#rowsSince(key, since))
    const wanted = request.want.map((subject) => subjectKey(subject as Subject)).filter((key) => scope.indexOf(key) >= 0)
    const given = wanted.slice(0, this.page)
    const named = request.digests === 'all' || since === null ? scope : rows.map((one) => subjectKey(one.subject as Subject))
    return {
      protocol: 1,
      generation: this.generation,
      results,
      rows,
      cursor: String(this.head),
      more: given.length < wanted.length,
      ...(this.bulk ? { bulk: true } : {}),
      ...(heldDigest(scope) === request.held ? {} : { scope: scope.map(subjectOf) }),
      documents: given.map((key) => ({ subject: subjectOf(key), digest: this.#digest(key), rows: this.#rows(key) })),
      digests: Object.fromEntries([...named, ...given].map((key) => [key, this.#digest(key)])),
      ...(request.reference === referenceWire.hash ? {} : { reference: referenceWire }),
      backedUpThrough: this.backedUpThrough,
      serverTime: this.clock.now(),
      nextAfterMs: 60_000,
      minBuild: '',
    }
  }

  #inBulk(served: SyncResponse): string {
    if (!this.bulk) throw new Error('asked for what it never said it can')
    const texts = served.documents.map(({ subject, rows }) => digestedText(subject as Subject, linesOf(rows)))
    const documents = served.documents.map(({ subject, digest }, i) => {
      const document = this.documents.get(subjectKey(subject as Subject))
      const standing = subject.kind === 'teacher' ? { standing: JSON.stringify(this.standingOf(document as Dossier)) } : {}
      return { subject, digest, rows: [], size: Buffer.byteLength(texts[i] ?? ''), ...standing }
    })
    return `${JSON.stringify({ ...served, documents, counted: this.counted })}\n${texts.join('')}`
  }

  #resultOf(who: Who, { content }: SignedOp): OpResult | null {
    if (this.failing.has(content.op)) return null
    const known = this.results.get(content.op)
    if (known !== undefined) return known
    const before = content.after === null ? null : this.results.get(content.after)
    if (before === undefined) return { is: 'held', after: content.after ?? '' }
    const failed = before !== null && (before.is === 'refused' || before.is === 'stale')
    const outcome = failed ? null : this.#run(who, content)
    const result: OpResult =
      outcome === null
        ? { is: 'refused', code: 'op.after-refused', field: null }
        : outcome.is === 'applied'
          ? { is: 'applied' }
          : outcome.is === 'adjusted'
            ? { is: 'adjusted', as: { ...outcome.as } }
            : outcome.is === 'noop'
              ? { is: 'noop', by: null }
              : outcome
    this.results.set(content.op, result)
    return result
  }

  #run(
    who: Who,
    op: { op: string; verb: string; v: number; subject: { kind: string; id: string }; args: Record<string, unknown>; base: string | null },
  ): Outcome {
    const subject = op.subject as Subject
    const key = subjectKey(subject)
    const document = this.documents.get(key) ?? { subject, rows: new Map() }
    const outcome = runVerb(op.verb, op.v, document, op.args, {
      op: op.op as OpId,
      actor: { id: who as string as PersonId, name: NAMES[who] },
      subject,
      today: '2026-03-10' as Day,
      minute: '09:05',
      saidAt: '2026-03-10T09:00',
      reference,
      base: op.base,
      hash: shortHash,
    })
    if (outcome.is === 'applied' || outcome.is === 'adjusted') {
      this.applied += 1
      this.head += 1
      for (const [id, row] of outcome.document.rows) if (document.rows.get(id) !== row) this.changes.set(`${key} ${id}`, this.head)
      this.documents.set(key, outcome.document)
    }
    return outcome
  }

  #rows(key: string): ReturnType<typeof rowText>[] {
    return [...(this.documents.get(key)?.rows.values() ?? [])].map(rowText)
  }
  #rowsSince(key: string, since: number): SyncResponse['rows'] {
    return this.#rows(key)
      .filter((row) => (this.changes.get(`${key} ${row.id as RowId}`) ?? 0) > since)
      .map((row) => ({ subject: subjectOf(key), row }))
  }
  #digest(key: string): string {
    return digestOf(subjectOf(key), this.#rows(key))
  }
}
