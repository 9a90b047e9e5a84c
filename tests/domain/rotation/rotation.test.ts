import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { homePost, postsOf, schoolsOn } from '../../../src/domain/person.ts'
import { goersAndComers } from '../../../src/app/rotation/goers.ts'
import { runReport } from '../../../src/domain/reports/report.ts'
import { appointmentOn } from '../../../src/domain/rotation/appointment.ts'
import { listsOf } from '../../../src/domain/rotation/eligible-list.ts'
import { rotationReport } from '../../../src/domain/rotation/report.ts'
import { rotationsOf, stateOn } from '../../../src/domain/rotation/rotation.ts'
import '../../../src/domain/verbs/all-verbs.ts'
import { runVerb } from '../../../src/domain/verbs/register.ts'
import {
  asDossier,
  attempt,
  CENTRAL,
  codeOf,
  districtFile,
  done,
  dossier,
  id,
  nextOp,
  OTHER,
  POINT,
  REFERENCE,
  TODAY,
} from '../verbs/scene.ts'
import { begun, frozen, LIST, PLAN, planned } from './scene.ts'

const nameOf = (at: string): string | undefined => REFERENCE.schools.find((s) => s.id === at)?.name
const stateOf = (doc: Parameters<typeof asDossier>[0], on: string = TODAY) => rotationsOf(asDossier(doc)).map((r) => stateOn(r, day(on)))

describe('a rotation from plan to return', () => {
  it('changes no post while it is a plan, and both schools see the period once it begins', () => {
    const plan = planned('lin', CENTRAL)
    expect(schoolsOn(postsOf(asDossier(plan.doc)), TODAY)).toEqual([CENTRAL])
    const there = done('du', 'start-rotation', plan.doc, { row: plan.row, from: '2026-02-24' })
    expect(schoolsOn(postsOf(asDossier(there)), TODAY)).toEqual([CENTRAL, OTHER])
    expect([stateOf(there, '2026-02-23'), stateOf(there)]).toEqual([['planned'], ['there']])
    // The plan says how both schools are called: the teacher's phone does not know the host before they are there.
    expect(rotationsOf(asDossier(there))).toMatchObject([{ homeName: nameOf(CENTRAL), hostName: nameOf(OTHER) }])
    expect(homePost(postsOf(asDossier(there)), TODAY)?.school).toBe(CENTRAL)
    const back = done('he', 'end-rotation', there, { row: plan.row, to: '2026-03-09', note: '期满' })
    expect(rotationsOf(asDossier(back))).toMatchObject([{ from: '2026-02-24', to: '2026-03-09', back: '期满' }])
    expect(schoolsOn(postsOf(asDossier(back)), TODAY)).toEqual([CENTRAL])
    expect(postsOf(asDossier(back)).find((p) => p.school === OTHER)?.endReason).toBe('returned')
  })

  it('has one period: ending or striking the post ends or undoes the rotation', () => {
    const { doc, row } = begun('lin', CENTRAL)
    const post = postsOf(asDossier(doc)).find((p) => p.school === OTHER)?.id ?? ''
    const ended = done('du', 'end-post', doc, { row: post, to: '2026-03-01', reason: 'returned', note: '' })
    expect(stateOf(ended)).toEqual(['returned'])
    const struck = done('du', 'end-post', doc, { row: post, to: '2026-03-01', reason: 'mistake', note: '' })
    expect(stateOf(struck)).toEqual(['planned'])
    expect(attempt('du', 'start-rotation', struck, { row, from: '2026-03-02' }).is).toBe('applied')
  })

  it('moves 人事关系 where the district says so, and brings it back on return', () => {
    const { doc, row } = begun('lin', CENTRAL, '2026-02-24', { relation: 'moves' })
    const home = (d: typeof doc, on: string) => homePost(postsOf(asDossier(d)), day(on))?.school
    expect([home(doc, '2026-02-23'), home(doc, '2026-02-24')]).toEqual([CENTRAL, OTHER])
    const back = done('du', 'end-rotation', doc, { row, to: '2026-03-05', note: '' })
    expect([home(back, '2026-03-05'), home(back, '2026-03-06')]).toEqual([OTHER, CENTRAL])
    expect(codeOf(attempt('wu', 'plan-rotation', dossier('lin', CENTRAL), { ...PLAN, relation: 'moves' }))).toBe(
      'rotation.districts-to-decide',
    )
  })

  it('is shown by the school they were transferred to while away too, until it is over, and by no school before that day', () => {
    const away = begun('lin', CENTRAL, '2026-02-24').doc
    const moved = done('du', 'start-post', away, { school: POINT, kind: 'home', from: '2026-03-05' })
    const seenBy = (school: typeof CENTRAL, asOf = '2026-03-10') => {
      const on = {
        args: { year: '' },
        asOf: day(asOf),
        knownAt: null,
        reference: REFERENCE,
        schools: [school],
        wholeDistrict: false,
        files: [],
      }
      const answer = runReport(rotationReport, on, [{ dossier: asDossier(moved), standing: null }])
      return [
        answer.lines.map((l) => [l.state, l.homeNow]),
        goersAndComers(answer, [school]).out.length,
        goersAndComers(answer, [school]).in.length,
      ]
    }
    expect([CENTRAL, POINT, OTHER].map((s) => seenBy(s))).toEqual([
      [[['there', POINT]], 1, 0],
      [[['there', POINT]], 1, 0],
      [[['there', POINT]], 0, 1],
    ])
    expect([CENTRAL, POINT, OTHER].map((s) => seenBy(s, '2026-03-04'))).toEqual([
      [[['there', null]], 1, 0],
      [[], 0, 0],
      [[['there', null]], 0, 1],
    ])
  })

  it('is ended, or while it is a plan cancelled, by the school they were transferred to as well; it does not begin one that another school planned', () => {
    const NEW = 's-new' as SchoolId
    const reference = {
      ...REFERENCE,
      schools: [
        ...REFERENCE.schools,
        ...REFERENCE.schools.filter((s) => s.id === OTHER).map((s) => ({ ...s, id: NEW, name: '新校', code: NEW })),
      ],
      roles: REFERENCE.roles.map((r) => (r.person === id('wei') ? { ...r, at: { kind: 'school' as const, id: NEW } } : r)),
    }
    const transfer = (doc: Parameters<typeof asDossier>[0]) =>
      done('du', 'start-post', doc, { school: NEW, kind: 'home', from: '2026-03-05' }, { reference })
    const away = begun('lin', CENTRAL, '2026-02-24')
    const back = { row: away.row, to: '2026-03-09', note: '' }
    expect(codeOf(attempt('wei', 'end-rotation', away.doc, back, { reference }))).toBe('verb.not-allowed')
    const moved = transfer(away.doc)
    const ended = done('wei', 'end-rotation', moved, back, { reference })
    expect(rotationsOf(asDossier(ended))).toMatchObject([{ home: CENTRAL, host: OTHER, to: '2026-03-09' }])
    expect(homePost(postsOf(asDossier(ended)), TODAY)?.school).toBe(NEW)
    expect(codeOf(attempt('he', 'end-rotation', moved, back, { reference }))).toBe('applied')
    // The school they left has nothing to do with them any more.
    expect(codeOf(attempt('wu', 'end-rotation', moved, back, { reference }))).toBe('verb.not-allowed')
    const plan = planned('lin', CENTRAL)
    const elsewhere = transfer(plan.doc)
    expect(codeOf(attempt('wei', 'start-rotation', elsewhere, { row: plan.row, from: '2026-03-06' }, { reference }))).toBe(
      'rotation.districts-to-decide',
    )
    expect(
      rotationsOf(asDossier(done('wei', 'cancel-rotation', elsewhere, { row: plan.row, reason: '已调入本校' }, { reference }))),
    ).toEqual([])
    const withRelation = begun('lin', CENTRAL, '2026-02-24', { relation: 'moves' })
    expect(codeOf(attempt('he', 'end-rotation', withRelation.doc, { ...back, row: withRelation.row }))).toBe('rotation.districts-to-decide')
  })

  it('takes the post that was entered by hand before', () => {
    const plan = planned('lin', CENTRAL)
    const row = nextOp()
    const byHand = done('du', 'start-post', plan.doc, { school: OTHER, kind: 'rotation', from: '2026-02-24' }, { op: row })
    const there = done('du', 'start-rotation', byHand, { row: plan.row, from: '2026-02-24' })
    expect(rotationsOf(asDossier(there))).toMatchObject([{ post: row, from: '2026-02-24' }])
    expect(postsOf(asDossier(there))).toHaveLength(2)
  })

  it('the same thing twice is once', () => {
    const { doc, row } = begun('lin', CENTRAL)
    expect(attempt('du', 'start-rotation', doc, { row, from: '2026-02-25' })).toEqual({ is: 'noop' })
    expect(attempt('du', 'plan-rotation', planned('lin', CENTRAL).doc, PLAN)).toEqual({ is: 'noop' })
    const back = done('du', 'end-rotation', doc, { row, to: '2026-03-01', note: '' })
    expect(attempt('du', 'end-rotation', back, { row, to: '2026-03-01', note: '' })).toEqual({ is: 'noop' })
  })
})

describe('what cannot be a rotation is refused in words, and nothing is written', () => {
  const doc = dossier('lin', CENTRAL)
  it.each([
    ['to one’s own school', { host: CENTRAL }, 'rotation.own-school'],
    ['in a way the district does not have', { way: 'swap' }, 'rotation.unknown-way'],
    ['to a school nobody knows', { host: 'nowhere' }, 'rotation.unknown-school'],
    ['ending before it begins', { until: '2026-02-01' }, 'rotation.end-before-start'],
    ['走教 that takes 人事关系 along', { way: 'group-visiting', relation: 'moves' }, 'rotation.relation'],
  ])('%s', (_what, over, code) => {
    expect(codeOf(attempt('du', 'plan-rotation', doc, { ...PLAN, ...over }))).toBe(code)
  })
  it('two host schools at once, planned or under way', () => {
    const { doc: there } = begun('lin', CENTRAL)
    expect(codeOf(attempt('du', 'plan-rotation', there, { ...PLAN, host: POINT, first: '2026-03-01', until: null }))).toBe(
      'rotation.two-hosts',
    )
    const guest = done('du', 'start-post', planned('lin', CENTRAL).doc, { school: POINT, kind: 'rotation', from: '2026-01-05' })
    const row = rotationsOf(asDossier(guest))[0]?.id ?? ''
    expect(codeOf(attempt('du', 'start-rotation', guest, { row, from: '2026-02-24' }))).toBe('rotation.two-hosts')
  })
  it('arriving on a day that has not come, going back before arriving, cancelling what has begun', () => {
    const plan = planned('lin', CENTRAL)
    expect(codeOf(attempt('du', 'start-rotation', plan.doc, { row: plan.row, from: '2026-03-11' }))).toBe('rotation.in-future')
    expect(codeOf(attempt('du', 'end-rotation', plan.doc, { row: plan.row, to: '2026-03-01', note: '' }))).toBe('rotation.not-begun')
    const { doc: there, row } = begun('lin', CENTRAL)
    expect(codeOf(attempt('du', 'end-rotation', there, { row, to: '2026-02-23', note: '' }))).toBe('rotation.end-before-start')
    expect(codeOf(attempt('du', 'cancel-rotation', there, { row, reason: '误' }))).toBe('rotation.begun')
    expect(
      codeOf(
        attempt('du', 'end-rotation', done('du', 'end-rotation', there, { row, to: '2026-03-01', note: '' }), {
          row,
          to: '2026-03-02',
          note: '',
        }),
      ),
    ).toBe('rotation.already-back')
  })
})

describe('the frozen list', () => {
  it('is frozen once a year, in parts that make up the number it announced', () => {
    const { doc, row } = frozen({ total: 3 })
    expect(listsOf(doc)).toMatchObject([{ complete: false, total: 3 }])
    const whole = done('du', 'extend-eligible-list', doc, { row, people: [{ id: 'wei', name: '魏专干' }] })
    expect(listsOf(whole)[0]).toMatchObject({ complete: true, frozenBy: '杜老师' })
    expect(listsOf(whole)[0]?.people.map((p) => p.id)).toEqual(['tao', 'lin', 'wei'])
    expect(codeOf(attempt('du', 'extend-eligible-list', whole, { row, people: [{ id: 'wu', name: '吴专干' }] }))).toBe('list.too-many')
    expect(codeOf(attempt('du', 'freeze-eligible-list', whole, { ...LIST, first: '2026-02-01' }))).toBe('list.already-frozen')
  })
  it('gives the same digest in whatever order people were entered', () => {
    const [a, b] = [frozen(), frozen({ people: [...LIST.people].reverse() })].map(({ doc }) => listsOf(doc)[0]?.digests)
    expect(a).toEqual(b)
  })
  it('changes afterwards only by corrections with their reason', () => {
    const { doc, row } = frozen()
    const after = done('du', 'correct-eligible-list', doc, {
      row,
      added: [{ id: 'wei', name: '魏专干' }],
      struck: ['lin'],
      reason: '年龄已满',
    })
    expect(listsOf(after)[0]).toMatchObject({
      complete: true,
      people: [{ id: 'tao' }, { id: 'wei' }],
      corrections: [{ struck: [{ name: '林老师' }], reason: '年龄已满' }],
    })
  })
  it('is refused whole with somebody in it whom the district does not know, twice somebody, or too many', () => {
    const knows = (person: string): boolean => person !== 'stranger'
    const freeze = (over: object) =>
      runVerb(
        'freeze-eligible-list',
        1,
        districtFile(),
        { ...LIST, ...over },
        {
          op: nextOp(),
          actor: { id: id('du'), name: '杜' },
          subject: districtFile().subject,
          today: TODAY,
          minute: '10:00',
          saidAt: '',
          reference: REFERENCE,
          base: null,
          hash: () => 'h',
          knows,
        },
      )
    expect(codeOf(freeze({ people: [{ id: 'stranger', name: '路人' }, ...LIST.people], total: 3 }))).toBe('list.unknown-person')
    expect(freeze({}).is).toBe('applied')
    expect(codeOf(freeze({ people: [...LIST.people, ...LIST.people], total: 4 }))).toBe('list.person-twice')
    expect(codeOf(freeze({ total: 1 }))).toBe('list.too-many')
    expect(codeOf(freeze({ last: '2025-08-31' }))).toBe('list.year-ends-before-start')
  })
})

describe('区管校聘', () => {
  const doc = dossier('lin', CENTRAL)
  const post = postsOf(asDossier(doc))[0]?.id ?? ''
  const said = { post, appointer: 'district', quota: 'pool', from: '2025-09-01', until: '2028-08-31', paper: '聘〔2025〕3号' }
  it('says who appoints and on whose quota, and ends with the post it stands on', () => {
    const appointed = done('du', 'record-appointment', doc, said)
    expect(appointmentOn(asDossier(appointed), TODAY)).toMatchObject({ appointer: 'district', quota: 'pool', to: '2028-08-31' })
    const gone = done('du', 'end-post', appointed, { row: post, to: '2026-03-01', reason: 'resigned', note: '' })
    expect(appointmentOn(asDossier(gone), TODAY)).toBeNull()
  })
  it('the pool’s posts are the district’s to give, and a term lies within the post', () => {
    expect(codeOf(attempt('du', 'record-appointment', doc, { ...said, appointer: 'school' }))).toBe('appointment.pool-is-districts')
    expect(codeOf(attempt('du', 'record-appointment', doc, { ...said, from: '2020-01-01' }))).toBe('appointment.before-post')
    expect(codeOf(attempt('du', 'record-appointment', doc, { ...said, until: '2025-01-01' }))).toBe('appointment.end-before-start')
    expect(codeOf(attempt('du', 'record-appointment', doc, { ...said, post: nextOp() }))).toBe('appointment.unknown-post')
  })
})
