// Nobody enters, changes or takes back what they themselves are judged by, in whichever of their roles.
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { mergeDossiers, undoMerge } from '../../../src/domain/merge/merge-dossiers.ts'
import type { VerbContext } from '../../../src/domain/verbs/verb.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { attempt, CENTRAL, codeOf, done, dossier, id, nextOp, REFERENCE, TODAY, uuid } from './scene.ts'

const AWARD = { row: null, rung: 'yz-backbone', level: 'district', as: 'held', subject: '语文', programme: null, from: '2026-01-01', until: null, deed: '', evidence: '' }

describe('a district officer who is a teacher too', () => {
  const row = nextOp()
  // Awarded while someone else was at the desk: the dossier is du's own.
  const own = done('dan', 'award-title', dossier('du', CENTRAL), AWARD, { op: row })

  it('neither corrects nor renews nor ends a title of their own', () => {
    for (const [verb, args] of [['correct-title', { row, changes: { until: '2030-01-01' }, reason: '延长' }], ['renew-title', { row, from: '2026-02-01', until: null, deed: '' }], ['end-title', { row, to: '2026-02-01', reason: 'expired', note: '' }]] as const) {
      expect([verb, codeOf(attempt('du', verb, own, args))]).toEqual([verb, 'title.own-award'])
    }
  })

  it('does not record a duty of their own', () => {
    expect(codeOf(attempt('du', 'record-duty', own, { kind: 'lesson', title: '示范课', first: '2026-03-01', last: '2026-03-01', place: '' }))).toBe('duty.own-record')
  })

  it('does not strike a duty, join or leave a programme, or enter an appraisal or an appointment of their own', () => {
    const duty = nextOp()
    const with1 = done('dan', 'record-duty', own, { kind: 'lesson', title: '示范课', first: '2026-03-01', last: '2026-03-01', place: '' }, { op: duty })
    const strike = codeOf(attempt('du', 'strike-duty', with1, { row: duty, reason: '重复' }))
    const join = codeOf(attempt('du', 'join-programme', own, { programme: 'yz-thousand', from: '2025-09-01', until: null, place: '' }))
    const leave = codeOf(attempt('du', 'leave-programme', own, { row: duty, to: '2026-02-28', reason: 'finished' }))
    const appraisal = codeOf(attempt('du', 'record-appraisal', own, { item: 'ethics-pledge', period: '2025-2026', on: '2025-09-10', result: null, count: null }))
    const appointment = codeOf(attempt('du', 'record-appointment', own, { post: duty, appointer: 'school', quota: 'school', from: '2025-09-01', until: null, paper: '' }))
    expect([strike, join, leave, appraisal, appointment]).toEqual(['duty.own-record', 'programme.own-record', 'programme.own-record', 'appraisal.own-result', 'appointment.own-record'])
  })

  it('does not make themselves somebody’s mentor, on neither dossier; somebody else does, and may make them a mentee’s', () => {
    const pair = { otherName: '某人', programme: null, subject: null, from: '2025-09-01', until: null }
    expect(codeOf(attempt('du', 'begin-mentoring', dossier('tao', CENTRAL), { side: 'mentee', other: id('du'), pair: null, ...pair }))).toBe('mentoring.own-record')
    expect(codeOf(attempt('du', 'begin-mentoring', own, { side: 'mentor', other: id('tao'), pair: row, ...pair }))).toBe('mentoring.own-record')
    expect(attempt('dan', 'begin-mentoring', own, { side: 'mentor', other: id('tao'), pair: row, ...pair }).is).toBe('applied')
    expect(attempt('du', 'begin-mentoring', own, { side: 'mentee', other: id('tao'), pair: null, ...pair }).is).toBe('applied')
  })

  it('does not record their own certificate, whatever role they take', () => {
    const certificate = { kind: 'primary', subject: '语文', heldSince: '2010-09-01', until: null, lastDigits: null }
    expect(codeOf(attempt('du', 'record-certificate', own, certificate))).toBe('certificate.own-record')
  })

  it('merges nothing into their own dossier, and takes no such merge back', () => {
    const context: VerbContext = {
      op: uuid(77) as never, actor: { id: id('du'), name: '杜老师' }, subject: own.subject, today: TODAY, minute: '09:00', saidAt: '2026-03-10T09:00', reference: REFERENCE, base: null, hash: shortHash,
    }
    for (const pair of [[own, dossier('tao', CENTRAL)], [dossier('tao', CENTRAL), own]] as const) {
      expect(mergeDossiers(pair[0] as Dossier, pair[1] as Dossier, '同一人', context, 'district-officer')).toEqual({ is: 'refused', code: 'merge.own-dossier' })
      expect(undoMerge(pair[0] as Dossier, pair[1] as Dossier, '错了', context, 'district-officer')).toEqual({ is: 'refused', code: 'merge.own-dossier' })
    }
  })
})
