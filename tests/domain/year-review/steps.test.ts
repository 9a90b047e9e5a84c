// The way of a year review: who does what in which order, what is frozen, and what the second of two at the same moment is told.

import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../src/domain/day.ts'
import type { PersonId, RowId, SchoolId } from '../../../src/domain/ids.ts'
import type { Reference } from '../../../src/domain/reference.ts'
import { lineAt, waitingLine } from '../../../src/domain/year-review/review-line.ts'
import { reviewsOf } from '../../../src/domain/year-review/review-of.ts'
import { drawSample, sampleSize } from '../../../src/domain/year-review/sample.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { attempt, codeOf, dossier, nextOp, POINT, REFERENCE, schoolFile, CENTRAL } from '../verbs/scene.ts'
import {
  accepted,
  andThen,
  DIGEST,
  digestOf,
  HANDED,
  handedIn,
  LINE,
  objected,
  opened,
  people,
  PEOPLE,
  PUBLIC,
  published,
  review,
  sampled,
  SAMPLE,
  shown,
  signed,
  YEAR,
  YES,
  type InHand,
} from './scene.ts'

const tries = (
  at: InHand,
  who: Parameters<typeof attempt>[0],
  verb: string,
  args: Record<string, unknown>,
  how: Parameters<typeof attempt>[4] = {},
) => attempt(who, verb, at.doc, { row: at.row, ...args }, how)
const handedInSnapshots = (at: InHand): number => review(at).facts.filter((f) => f.what === 'handed-in').length

describe('a school goes through its year', () => {
  it('opens each year once, at the school right under the district, in a year of the policy', () => {
    const at = opened()
    expect(codeOf(attempt('wei', 'open-year-review', at.doc, YEAR))).toBe('noop')
    expect(codeOf(attempt('wu', 'open-year-review', schoolFile(POINT), YEAR))).toBe('review.not-top-school')
    expect(codeOf(attempt('wu', 'open-year-review', schoolFile(CENTRAL), { ...YEAR, first: '2025-02-01' }))).toBe('review.not-a-year')
    expect(codeOf(attempt('wu', 'open-year-review', schoolFile(CENTRAL), { ...YEAR, asOf: '2026-01-01' }))).toBe('review.outside-year')
  })

  it('is told the next step: publish before signing, sign before handing in, and only once the year is over', () => {
    expect(codeOf(tries(opened(), 'zhou', 'sign-year-review', { digest: DIGEST, paper: null }))).toBe('review.not-published')
    expect(codeOf(tries(opened(), 'wu', 'hand-in-year-review', HANDED))).toBe('review.not-published')
    expect(codeOf(tries(published(), 'wu', 'hand-in-year-review', HANDED))).toBe('review.not-signed')
    expect(codeOf(tries(signed(), 'wu', 'hand-in-year-review', HANDED, { today: '2025-12-30' }))).toBe('review.not-over')
  })

  it('hands in exactly what was signed, for the school and every school below it', () => {
    expect(codeOf(tries(signed(), 'wu', 'hand-in-year-review', { ...HANDED, people: people({ lin: 250, tao: 40 }) }))).toBe(
      'review.signed-other',
    )
    expect(codeOf(tries(signed(digestOf(PEOPLE, [CENTRAL])), 'wu', 'hand-in-year-review', { schools: [CENTRAL], people: PEOPLE }))).toBe(
      'review.schools-differ',
    )
    expect(codeOf(tries(signed(), 'wu', 'hand-in-year-review', { ...HANDED, people: [...PEOPLE].reverse() }))).toBe('verb.bad-arguments')
    expect(codeOf(tries(signed(digestOf([])), 'wu', 'hand-in-year-review', { ...HANDED, people: [] }))).toBe('review.nobody')
  })

  it('has two officers hand in at the same moment, both offline, and one snapshot comes of it', () => {
    const first = handedIn()
    expect(codeOf(tries(first, 'wei', 'hand-in-year-review', HANDED))).toBe('noop')
    expect(codeOf(tries(first, 'wei', 'hand-in-year-review', { ...HANDED, people: people({ lin: 260, tao: 40 }) }))).toBe('stale')
    expect(handedInSnapshots(first)).toBe(1)
    expect(review(first).snapshot?.people).toEqual(PEOPLE)
  })

  it('changes nothing of it once it is handed in', () => {
    const at = handedIn()
    expect(codeOf(tries(at, 'wu', 'publish-year-review', { ...PUBLIC, to: '2026-03-20', digest: DIGEST }))).toBe('review.handed-in')
    expect(codeOf(tries(at, 'zhou', 'sign-year-review', { digest: DIGEST, paper: null }))).toBe('review.handed-in')
    expect(codeOf(tries(at, 'wu', 'check-year-review', { left: 0, note: '' }))).toBe('review.handed-in')
  })

  it('takes either signature while nobody has said whose it is; where the district named the principal, an officer needs the paper', () => {
    const { policy } = REFERENCE
    const named: Reference = {
      ...REFERENCE,
      policy: {
        ...policy,
        settings: { ...policy.settings, reviewSigner: { ...policy.settings.reviewSigner, value: 'principal', mark: 'stated' } },
      },
    }
    const sign = { digest: DIGEST, paper: null }
    expect(codeOf(tries(published(), 'wu', 'sign-year-review', sign))).toBe('applied')
    expect(codeOf(tries(published(), 'wu', 'sign-year-review', sign, { reference: named }))).toBe('review.signer')
    expect(codeOf(tries(published(), 'wu', 'sign-year-review', { ...sign, paper: '周校长' }, { reference: named }))).toBe('applied')
    expect(codeOf(tries(published(), 'zhou', 'sign-year-review', sign, { reference: named }))).toBe('applied')
  })
})

describe('the district looks at it', () => {
  it('draws the same people whoever draws with this seed, and can neither choose nor draw again', () => {
    const at = sampled()
    const drawn = drawSample(
      PEOPLE.map((p) => p[0]),
      2,
      '2026-03-10',
      DIGEST,
      shortHash,
    )
    expect(review(at).sample?.persons).toEqual(drawn)
    expect(drawn).toHaveLength(2)
    expect(
      drawSample(
        [...PEOPLE].reverse().map((p) => p[0]),
        2,
        '2026-03-10',
        DIGEST,
        shortHash,
      ),
    ).toEqual(drawn)
    expect(codeOf(tries(at, 'dan', 'sample-year-review', SAMPLE))).toBe('noop')
    expect(codeOf(tries(at, 'dan', 'sample-year-review', { ...SAMPLE, seed: '另一个数' }))).toBe('review.already-sampled')
  })

  it('draws everybody equally often over many seeds', () => {
    const ten = Array.from({ length: 10 }, (_, k) => `p${String(k)}` as PersonId)
    const times = new Map<string, number>()
    for (let k = 0; k < 1000; k += 1)
      for (const p of drawSample(ten, 3, String(k), DIGEST, shortHash)) times.set(p, (times.get(p) ?? 0) + 1)
    for (const p of ten) expect(Math.abs((times.get(p) ?? 0) - 300)).toBeLessThan(60)
  })

  it('samples a tenth, rounded up, at least three and never more than there are', () => {
    expect([sampleSize(38, '0.1'), sampleSize(12, '0.1'), sampleSize(2, '0.1'), sampleSize(300, '0.05'), sampleSize(41, '0.1')]).toEqual([
      4, 3, 2, 15, 5,
    ])
  })

  it('accepts only when everyone drawn was looked at, and says in words what did not agree', () => {
    let at = sampled()
    const [one, two] = review(at).sample?.persons ?? []
    expect(codeOf(tries(at, 'du', 'check-sampled', { digest: DIGEST, person: 'wu', agrees: true, note: '' }))).toBe('review.not-in-sample')
    expect(codeOf(tries(at, 'du', 'check-sampled', { digest: DIGEST, person: one, agrees: false, note: '' }))).toBe('review.note-needed')
    at = andThen(at, 'du', 'check-sampled', { digest: DIGEST, person: one, agrees: true, note: '' })
    expect(codeOf(tries(at, 'du', 'accept-year-review', YES))).toBe('review.sample-open')
    at = andThen(at, 'dan', 'check-sampled', { digest: DIGEST, person: two, agrees: false, note: '缺一张证书' })
    expect(codeOf(tries(at, 'du', 'accept-year-review', YES))).toBe('applied')
  })

  it('does not accept a difference from the server unseen, nor a snapshot that is no longer the one', () => {
    expect(codeOf(tries(handedIn(), 'du', 'accept-year-review', { ...YES, differing: 2 }))).toBe('review.note-needed')
    expect(codeOf(tries(handedIn(), 'du', 'accept-year-review', { ...YES, digest: '0123456789abcdef' }))).toBe('stale')
    expect(codeOf(tries(handedIn(), 'du', 'return-year-review', { digest: '0123456789abcdef', reason: '缺盖章' }))).toBe('stale')
    expect(codeOf(tries(opened(), 'du', 'accept-year-review', YES))).toBe('review.not-handed-in')
  })

  it('gives it back with a reason; the school hands in anew and the first snapshot stays on record', () => {
    const back = andThen(handedIn(), 'du', 'return-year-review', { digest: DIGEST, reason: '陶老师的区培没有证书' })
    expect(review(back)).toMatchObject({ state: 'returned', back: { reason: '陶老师的区培没有证书' } })
    const corrected = people({ lin: 240, tao: 0, zhu: 0 })
    const digest = digestOf(corrected)
    expect(codeOf(tries(back, 'wu', 'hand-in-year-review', { ...HANDED, people: corrected }))).toBe('review.signed-other')
    const again = andThen(andThen(back, 'zhou', 'sign-year-review', { digest, paper: null }), 'wu', 'hand-in-year-review', {
      ...HANDED,
      people: corrected,
    })
    expect(review(again)).toMatchObject({ state: 'handed-in', back: null, sample: null, snapshot: { digest } })
    expect(handedInSnapshots(again)).toBe(2)
  })

  it('reopens an accepted one only with a reason; accepted twice is accepted once', () => {
    const at = accepted()
    expect(codeOf(tries(at, 'dan', 'accept-year-review', YES))).toBe('noop')
    expect(codeOf(tries(at, 'du', 'return-year-review', { digest: DIGEST, reason: '晚了' }))).toBe('review.accepted')
    expect(codeOf(tries(at, 'du', 'sample-year-review', SAMPLE))).toBe('review.accepted')
    const open = andThen(at, 'du', 'reopen-year-review', { digest: DIGEST, reason: '名册漏了一人' })
    expect(review(open)).toMatchObject({ state: 'returned', accepted: null, back: { what: 'reopened' } })
    expect(codeOf(tries(handedIn(), 'du', 'reopen-year-review', { digest: DIGEST, reason: '没有通过过' }))).toBe('review.not-accepted')
  })

  it('keeps each year apart in the same file', () => {
    const file = accepted().doc
    const outcome = attempt('wu', 'open-year-review', file, { first: '2026-01-01', last: '2026-12-31', asOf: '2026-12-31' })
    expect('document' in outcome ? reviewsOf(outcome.document).map((r) => [r.first, r.state]) : null).toEqual([
      ['2026-01-01', 'open'],
      ['2025-01-01', 'accepted'],
    ])
  })
})

describe('a teacher and their line', () => {
  const line = ({ doc, row }: InHand) => lineAt(doc, row as RowId)
  it('agrees once, or says what is wrong and is answered with a reason', () => {
    const agreed = andThen(shown(), 'tao', 'check-review-line', { agrees: true, reason: '' })
    expect(line(agreed)?.state).toBe('agreed')
    expect(codeOf(tries(agreed, 'tao', 'check-review-line', { agrees: true, reason: '' }))).toBe('noop')
    expect(codeOf(tries(shown(), 'tao', 'check-review-line', { agrees: false, reason: '' }))).toBe('review.note-needed')
    const answered = andThen(objected(), 'wu', 'answer-review-line', { reason: '证书已补录' })
    expect(line(answered)).toMatchObject({ state: 'answered', objection: '少了一次区培', answer: { reason: '证书已补录' } })
    expect(codeOf(tries(answered, 'wei', 'answer-review-line', { reason: '再说一遍' }))).toBe('review.no-objection')
  })

  it('said 无误 offline, of other figures than the school shows by now, has to be said again; an objection is taken all the same', () => {
    const seen = { recognised: 40, counted: 40 }
    const agreed = andThen(shown(), 'tao', 'check-review-line', { agrees: true, reason: '', seen })
    expect(line(agreed)?.state).toBe('agreed')
    const before = shown()
    const again = attempt('wu', 'show-review-line', before.doc, { ...LINE, recognised: 36, counted: 36 })
    if (again.is !== 'applied') throw new Error(again.is)
    const now = { doc: again.document, row: before.row }
    expect(codeOf(tries(now, 'tao', 'check-review-line', { agrees: true, reason: '', seen }))).toBe('review.line-changed')
    expect(line(andThen(now, 'tao', 'check-review-line', { agrees: false, reason: '不止这些', seen }))?.state).toBe('objected')
    // A phone of before does not say what it saw.
    expect(line(andThen(now, 'tao', 'check-review-line', { agrees: true, reason: '' }))?.state).toBe('agreed')
  })

  it('is shown by the officer of that school only, and stays the line of the school that showed it', () => {
    const elsewhere = { ...LINE, school: 'town' as SchoolId }
    expect(codeOf(attempt('wu', 'show-review-line', dossier('tao', POINT), elsewhere))).toBe('review.other-school')
    expect(codeOf(attempt('du', 'show-review-line', shown().doc, { ...elsewhere, recognised: 36 }))).toBe('review.other-school')
  })

  it('asks a teacher to look at the line while its days run and nobody has, and no longer', () => {
    const { from, to } = LINE as unknown as { from: Day; to: Day }
    expect(waitingLine(shown().doc, from)).toMatchObject({ from, to })
    expect(waitingLine(shown().doc, addDays(to, 1))).toBeNull()
    expect(waitingLine(objected().doc, from)).toBeNull()
  })

  it('nobody answers their own objection', () => {
    const own = andThen(shown('wu', CENTRAL), 'wu', 'check-review-line', { agrees: false, reason: '少了' })
    expect(codeOf(tries(own, 'wu', 'answer-review-line', { reason: '没有少' }))).toBe('claim.own-decision')
  })

  it('shown again with other figures it is looked at again, and an open objection stays open', () => {
    const agreed = andThen(shown(), 'tao', 'check-review-line', { agrees: true, reason: '' })
    const again = (at: InHand, more: Record<string, unknown>) => {
      const o = attempt('wu', 'show-review-line', at.doc, { ...LINE, ...more })
      return 'document' in o ? lineAt(o.document, at.row as RowId)?.state : o.is
    }
    expect(again(agreed, {})).toBe('noop')
    expect(again(agreed, { to: '2026-03-20' })).toBe('agreed')
    expect(again(agreed, { recognised: 60 })).toBe('unchecked')
    expect(again(objected(), { recognised: 60 })).toBe('objected')
    expect(
      codeOf(
        attempt('wu', 'show-review-line', dossier('tao', POINT), {
          ...LINE,
          review: nextOp(),
          school: 'central' as SchoolId,
          to: '2026-02-01',
        }),
      ),
    ).toBe('review.end-before-start')
  })
})
