// A decision by someone who has lost the right meanwhile is judged when it arrives: it decides nothing, and is there for the successor.

import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Document } from '../../../src/domain/document.ts'
import { openProposals } from '../../../src/domain/proposals.ts'
import { submissionsOf } from '../../../src/domain/review.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import type { Reference } from '../../../src/domain/reference.ts'
import '../../../src/domain/verbs/all-verbs.ts'
import { runVerb } from '../../../src/domain/verbs/register.ts'
import type { Outcome } from '../../../src/domain/verbs/verb.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import {
  accept,
  attempt,
  baseOf,
  CENTRAL,
  codeOf,
  done,
  entryIn,
  id,
  NAMES,
  nextOp,
  OTHER,
  REFERENCE,
  TODAY,
  withClaim,
  type Who,
} from './scene.ts'

/** 吴专干 was officer until the end of February. */
const AFTER: Reference = { ...REFERENCE, roles: REFERENCE.roles.map((r) => (r.person === id('wu') ? { ...r, to: day('2026-02-28') } : r)) }

function says(who: Who, verb: string, document: Document, args: unknown, at: string, base: string | null, op = nextOp()): Outcome {
  return runVerb(verb, 1, document, args, {
    op,
    actor: { id: id(who), name: NAMES[who] },
    subject: document.subject,
    today: TODAY,
    minute: '10:00',
    saidAt: at,
    reference: AFTER,
    base,
    hash: shortHash,
  })
}
const proposals = (outcome: Outcome, row: string): string[] =>
  ('document' in outcome ? openProposals(entryIn(outcome.document, row).facts) : []).map((f) => `${f.byName} ${f.proposal.act}`)

describe('an acceptance by a former officer', () => {
  it('said while the role was theirs becomes a proposal: nothing is recognised, and the successor finds it beside the claim', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const outcome = says('wu', 'accept-claim', doc, accept(row, '3'), '2026-02-27T16:00', baseOf(doc, row))
    expect(outcome).toMatchObject({ is: 'adjusted', as: { state: 'proposed' } })
    if (outcome.is !== 'adjusted') return
    expect(entryIn(outcome.document, row)).toMatchObject({ state: 'pending-school', recognised: null, decision: null })
    expect(openProposals(entryIn(outcome.document, row).facts)).toMatchObject([
      { byName: '吴专干', byRole: 'officer', proposal: { act: 'accept', hours: 30 } },
    ])
    // However long ago it was handed in, it is on the successor's list.
    expect(submissionsOf(outcome.document as Dossier, TODAY, { activities: [], since: TODAY })).toHaveLength(1)
    const decided = done('wei', 'accept-claim', outcome.document, accept(row, '3'), {
      base: baseOf(outcome.document, row),
      reference: AFTER,
    })
    expect(entryIn(decided, row)).toMatchObject({ state: 'recognised', recognised: 30 })
    expect(openProposals(entryIn(decided, row).facts)).toEqual([])
  })

  it('said after the role was over is refused, and so is one by somebody who never had it, or who says to be from the future', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const base = baseOf(doc, row)
    for (const [who, at] of [
      ['wu', '2026-03-05T09:00'],
      ['he', '2026-02-27T09:00'],
      ['tao', '2026-02-27T09:00'],
      ['wu', '2027-02-27T09:00'],
      ['wu', '2026-02-99T09:00'],
      ['wu', '2023-05-01T09:00'],
    ] as const) {
      expect(codeOf(says(who, 'accept-claim', doc, accept(row), at, base)), `${who} ${at}`).toBe('verb.not-allowed')
    }
  })

  it('is nothing any more where the claim changed or was decided since: the former officer is told that it is over', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const base = baseOf(doc, row)
    const returned = done('wei', 'return-claim', doc, { row, reason: '缺日期' }, { base, reference: AFTER })
    expect(codeOf(says('wu', 'accept-claim', returned, accept(row), '2026-02-27T16:00', base))).toBe('decision.moved-on')
    const accepted = done('wei', 'accept-claim', doc, accept(row), { base, reference: AFTER })
    expect(says('wu', 'accept-claim', accepted, accept(row), '2026-02-27T16:00', base).is).toBe('noop')
    expect(codeOf(says('wu', 'accept-claim', accepted, accept(row), '2026-02-27T16:00', baseOf(accepted, row)))).toBe('decision.moved-on')
  })

  it('twice under one id is one; a second word of the same person replaces the first', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const op = nextOp()
    const once = says('wu', 'accept-claim', doc, accept(row), '2026-02-27T16:00', baseOf(doc, row), op)
    if (once.is !== 'adjusted') throw new Error(once.is)
    expect(says('wu', 'accept-claim', once.document, accept(row), '2026-02-27T16:00', baseOf(doc, row), op).is).toBe('noop')
    expect(
      proposals(says('wu', 'return-claim', once.document, { row, reason: '看错了' }, '2026-02-27T17:00', baseOf(doc, row)), row),
    ).toEqual(['吴专干 return'])
  })

  it('about their own claim is refused, as ever', () => {
    const { doc, row } = withClaim('wu', CENTRAL)
    expect(codeOf(says('wu', 'accept-claim', doc, accept(row), '2026-02-27T16:00', baseOf(doc, row)))).toBe('claim.own-decision')
  })

  it('of a teacher who moved away meanwhile is for the new school’s officer', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    const moved = done('du', 'start-post', doc, { school: OTHER, kind: 'home', from: '2026-03-01' })
    const outcome = runVerb('accept-claim', 1, moved, accept(row), {
      op: nextOp(),
      actor: { id: id('wei'), name: NAMES.wei },
      subject: moved.subject,
      today: TODAY,
      minute: '10:00',
      saidAt: '2026-02-27T09:00',
      reference: REFERENCE,
      base: baseOf(moved, row),
      hash: shortHash,
    })
    expect(proposals(outcome, row)).toEqual(['魏专干 accept'])
    if (outcome.is === 'adjusted')
      expect(entryIn(done('he', 'accept-claim', outcome.document, accept(row), { base: baseOf(outcome.document, row) }), row).state).toBe(
        'recognised',
      )
  })
})

describe('what else a former officer decided', () => {
  it('sending back and answering a correction become proposals; taking hours away does not', () => {
    const { doc, row } = withClaim('lin', CENTRAL)
    expect(proposals(says('wu', 'return-claim', doc, { row, reason: '缺日期' }, '2026-02-27T16:00', baseOf(doc, row)), row)).toEqual([
      '吴专干 return',
    ])
    const accepted = done('wei', 'accept-claim', doc, accept(row), { base: baseOf(doc, row), reference: AFTER })
    const request = nextOp()
    const asked = done('lin', 'request-correction', accepted, { row, reason: '少算一天' }, { op: request, reference: AFTER })
    const answer = { row, request, hours: '6', reason: '签到两天' }
    expect(proposals(says('wu', 'answer-correction', asked, answer, '2026-02-27T16:00', baseOf(asked, row)), row)).toEqual([
      '吴专干 answer',
    ])
    expect(codeOf(says('wu', 'reverse-entry', accepted, { row, reason: '重复' }, '2026-02-27T16:00', baseOf(accepted, row)))).toBe(
      'verb.not-allowed',
    )
    expect(codeOf(says('wu', 'revoke-decision', accepted, { row, decision: nextOp() }, '2026-02-27T16:00', null))).toBe('verb.not-allowed')
  })

  it('a decision taken back opens the proposal before it again, and does not stop anyone from taking back their own', () => {
    const { doc, row } = withClaim('lin', CENTRAL, { level: 'district' })
    const outcome = says('wu', 'accept-claim', doc, accept(row), '2026-02-27T16:00', baseOf(doc, row))
    if (outcome.is !== 'adjusted') throw new Error(outcome.is)
    const op = nextOp()
    const passed = done('wei', 'accept-claim', outcome.document, accept(row), { op, base: baseOf(outcome.document, row), reference: AFTER })
    expect(openProposals(entryIn(passed, row).facts)).toEqual([])
    const back = done('wei', 'revoke-decision', passed, { row, decision: op }, { reference: AFTER })
    expect(openProposals(entryIn(back, row).facts)).toHaveLength(1)
    expect(attempt('wei', 'accept-claim', back, accept(row), { base: baseOf(back, row), reference: AFTER }).is).toBe('applied')
  })
})
