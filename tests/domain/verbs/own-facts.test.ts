// Nobody enters, changes or takes back what they themselves are judged by, in whichever of their roles.
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { mergeDossiers, undoMerge } from '../../../src/domain/merge/merge-dossiers.ts'
import type { VerbContext } from '../../../src/domain/verbs/verb.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { atSchool, attempt, CENTRAL, codeOf, done, dossier, id, nextOp, OTHER, POINT, REFERENCE, TODAY, uuid } from './scene.ts'

const AWARD = {
  row: null,
  rung: 'yz-backbone',
  level: 'district',
  as: 'held',
  subject: '语文',
  programme: null,
  from: '2026-01-01',
  until: null,
  deed: '',
  evidence: '',
}

describe('a district officer who is a teacher too', () => {
  const row = nextOp()
  // Awarded while someone else was at the desk: the dossier is du's own.
  const own = done('dan', 'award-title', dossier('du', CENTRAL), AWARD, { op: row })

  it('neither corrects nor renews nor ends a title of their own', () => {
    for (const [verb, args] of [
      ['correct-title', { row, changes: { until: '2030-01-01' }, reason: '延长' }],
      ['renew-title', { row, from: '2026-02-01', until: null, deed: '' }],
      ['end-title', { row, to: '2026-02-01', reason: 'expired', note: '' }],
    ] as const) {
      expect([verb, codeOf(attempt('du', verb, own, args))]).toEqual([verb, 'title.own-award'])
    }
  })

  it('does not record a duty of their own', () => {
    expect(
      codeOf(attempt('du', 'record-duty', own, { kind: 'lesson', title: '示范课', first: '2026-03-01', last: '2026-03-01', place: '' })),
    ).toBe('duty.own-record')
  })

  it('does not strike a duty, join or leave a programme, or enter an appraisal or an appointment of their own', () => {
    const duty = nextOp()
    const with1 = done(
      'dan',
      'record-duty',
      own,
      { kind: 'lesson', title: '示范课', first: '2026-03-01', last: '2026-03-01', place: '' },
      { op: duty },
    )
    const strike = codeOf(attempt('du', 'strike-duty', with1, { row: duty, reason: '重复' }))
    const join = codeOf(attempt('du', 'join-programme', own, { programme: 'yz-thousand', from: '2025-09-01', until: null, place: '' }))
    const leave = codeOf(attempt('du', 'leave-programme', own, { row: duty, to: '2026-02-28', reason: 'finished' }))
    const appraisal = codeOf(
      attempt('du', 'record-appraisal', own, { item: 'ethics-pledge', period: '2025-2026', on: '2025-09-10', result: null, count: null }),
    )
    const appointment = codeOf(
      attempt('du', 'record-appointment', own, {
        post: duty,
        appointer: 'school',
        quota: 'school',
        from: '2025-09-01',
        until: null,
        paper: '',
      }),
    )
    expect([strike, join, leave, appraisal, appointment]).toEqual([
      'duty.own-record',
      'programme.own-record',
      'programme.own-record',
      'appraisal.own-result',
      'appointment.own-record',
    ])
  })

  it('neither plans nor starts nor ends nor cancels a rotation of their own, which somebody else does', () => {
    const plan = { way: 'leader-rotation', host: OTHER, first: '2026-02-20', until: '2026-07-10', relation: 'stays', note: '' }
    const rotation = nextOp()
    const with1 = done('dan', 'plan-rotation', dossier('du', CENTRAL), plan, { op: rotation })
    const there = done('dan', 'start-rotation', with1, { row: rotation, from: '2026-02-24' })
    const codes = [
      attempt('du', 'plan-rotation', dossier('du', CENTRAL), plan),
      attempt('du', 'start-rotation', with1, { row: rotation, from: '2026-02-24' }),
      attempt('du', 'cancel-rotation', with1, { row: rotation, reason: '不去了' }),
      attempt('du', 'end-rotation', there, { row: rotation, to: '2026-03-01', note: '' }),
    ].map(codeOf)
    expect(codes).toEqual(codes.map(() => 'rotation.own-record'))
    expect(attempt('dan', 'end-rotation', there, { row: rotation, to: '2026-03-01', note: '' }).is).toBe('applied')
  })

  it('does not make themselves somebody’s mentor, on neither dossier; somebody else does, and may make them a mentee’s', () => {
    const pair = { otherName: '某人', programme: null, subject: null, from: '2025-09-01', until: null }
    expect(
      codeOf(attempt('du', 'begin-mentoring', dossier('tao', CENTRAL), { side: 'mentee', other: id('du'), pair: null, ...pair })),
    ).toBe('mentoring.own-record')
    expect(codeOf(attempt('du', 'begin-mentoring', own, { side: 'mentor', other: id('tao'), pair: row, ...pair }))).toBe(
      'mentoring.own-record',
    )
    expect(attempt('dan', 'begin-mentoring', own, { side: 'mentor', other: id('tao'), pair: row, ...pair }).is).toBe('applied')
    expect(attempt('du', 'begin-mentoring', own, { side: 'mentee', other: id('tao'), pair: null, ...pair }).is).toBe('applied')
  })

  it('does not say until when they were somebody’s mentor, on neither dossier, nor move that day once it stands', () => {
    const pair = { otherName: '某人', programme: null, subject: null, from: '2025-09-01', until: null }
    const at = nextOp()
    const end = { row: at, to: '2026-02-28', reason: 'finished' }
    const mentor = done('dan', 'begin-mentoring', own, { side: 'mentor', other: id('tao'), pair: row, ...pair }, { op: at })
    const mentee = done(
      'dan',
      'begin-mentoring',
      dossier('tao', CENTRAL),
      { side: 'mentee', other: id('du'), pair: null, ...pair },
      { op: at },
    )
    const ended = done('dan', 'end-mentoring', mentor, { ...end, to: '2025-10-01' })
    expect([mentor, mentee, ended].map((doc) => codeOf(attempt('du', 'end-mentoring', doc, end)))).toEqual([
      'mentoring.own-record',
      'mentoring.own-record',
      'mentoring.own-record',
    ])
    expect(attempt('dan', 'end-mentoring', mentor, end).is).toBe('applied')
  })

  it('does not record their own certificate, whatever role they take', () => {
    const certificate = { kind: 'primary', subject: '语文', heldSince: '2010-09-01', until: null, lastDigits: null }
    expect(codeOf(attempt('du', 'record-certificate', own, certificate))).toBe('certificate.own-record')
  })

  it('merges nothing into their own dossier, and takes no such merge back', () => {
    const context: VerbContext = {
      op: uuid(77) as never,
      actor: { id: id('du'), name: '杜老师' },
      subject: own.subject,
      today: TODAY,
      minute: '09:00',
      saidAt: '2026-03-10T09:00',
      reference: REFERENCE,
      base: null,
      hash: shortHash,
    }
    for (const pair of [
      [own, dossier('tao', CENTRAL)],
      [dossier('tao', CENTRAL), own],
    ] as const) {
      expect(mergeDossiers(pair[0] as Dossier, pair[1] as Dossier, '同一人', context, 'district-officer')).toEqual({
        is: 'refused',
        code: 'merge.own-dossier',
      })
      expect(undoMerge(pair[0] as Dossier, pair[1] as Dossier, '错了', context, 'district-officer')).toEqual({
        is: 'refused',
        code: 'merge.own-dossier',
      })
    }
  })
})

describe('a training officer who is a teacher too', () => {
  const PAUSE = { kind: 'maternity', from: '2026-03-01', until: null }
  const CHANGES = { changes: { category: 'worker' }, reason: '转岗' }
  const POST = { school: OTHER, kind: 'visiting', from: '2026-03-01' }

  it('neither begins nor ends nor strikes a pause of their own, neither starts nor ends a post of theirs, and does not correct who they are', () => {
    const [pause, post] = [nextOp(), nextOp()]
    const doc = done('wei', 'start-post', done('wei', 'begin-pause', dossier('wu', CENTRAL), PAUSE, { op: pause }), POST, { op: post })
    const codes = [
      attempt('wu', 'begin-pause', doc, { ...PAUSE, kind: 'sick' }),
      attempt('wu', 'end-pause', doc, { row: pause, from: null, to: '2026-03-09' }),
      attempt('wu', 'cancel-pause', doc, { row: pause, reason: '记错了' }),
      attempt('wu', 'start-post', doc, { school: OTHER, kind: 'home', from: '2026-03-05' }),
      attempt('wu', 'end-post', doc, { row: post, to: '2026-03-09', reason: 'returned', note: '' }),
      attempt('wu', 'correct-person', doc, CHANGES),
    ].map(codeOf)
    expect(codes).toEqual([
      'pause.own-record',
      'pause.own-record',
      'pause.own-record',
      'post.own-record',
      'post.own-record',
      'person.own-record',
    ])
  })

  it('is served by another officer of the school or by the district, whose officers and administrators do not serve themselves either', () => {
    for (const who of ['wei', 'du', 'an'] as const)
      for (const [verb, args] of [
        ['begin-pause', PAUSE],
        ['start-post', POST],
        ['correct-person', CHANGES],
      ] as const)
        expect([who, verb, attempt(who, verb, dossier('wu', CENTRAL), args).is]).toEqual([who, verb, 'applied'])
    for (const who of ['du', 'an'] as const)
      expect([
        who,
        codeOf(attempt(who, 'begin-pause', dossier(who, CENTRAL), PAUSE)),
        codeOf(attempt(who, 'correct-person', dossier(who, CENTRAL), CHANGES)),
      ]).toEqual([who, 'pause.own-record', 'person.own-record'])
  })

  it('who is alone at a teaching point is served by the school above it, or by the district', () => {
    const reference = {
      ...REFERENCE,
      roles: [
        ...REFERENCE.roles,
        { person: id('lin'), name: '林老师', role: 'officer' as const, at: atSchool(POINT), from: TODAY, to: null },
      ],
    }
    const alone = dossier('lin', POINT)
    expect(codeOf(attempt('lin', 'begin-pause', alone, PAUSE, { reference }))).toBe('pause.own-record')
    for (const who of ['wu', 'du'] as const)
      for (const [verb, args] of [
        ['begin-pause', PAUSE],
        ['correct-person', CHANGES],
      ] as const)
        expect([who, verb, attempt(who, verb, alone, args, { reference }).is]).toEqual([who, verb, 'applied'])
  })

  it('may ask for a place or a title for themselves, which somebody else gives', () => {
    const [nomination, place] = [nextOp(), nextOp()]
    const asked = done(
      'wu',
      'nominate-title',
      dossier('wu', CENTRAL),
      { rung: 'yz-backbone', level: 'district', as: 'held', subject: '语文', programme: null, note: '' },
      { op: nomination },
    )
    const both = done('wu', 'propose-place', asked, { project: uuid(950), title: '国培' }, { op: place })
    expect(codeOf(attempt('wu', 'award-title', both, { ...AWARD, row: nomination }))).not.toBe('applied')
    expect(attempt('wu', 'decide-place', both, { row: place, give: true, reason: null }).is).toBe('refused')
    expect(attempt('du', 'decide-place', both, { row: place, give: true, reason: null }).is).toBe('applied')
  })
})
