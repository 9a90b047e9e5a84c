// Studios, pairs, programmes, places in projects and appraisal facts: what holds on which day, and what is refused in words.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Document } from '../../../src/domain/document.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { appraisalReport } from '../../../src/domain/appraisal/appraisal-report.ts'
import { appraisalsOf } from '../../../src/domain/appraisal/appraisal.ts'
import { pairsOn } from '../../../src/domain/mentoring/pair.ts'
import { addMonths, probationOf } from '../../../src/domain/mentoring/probation.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { leaderHours, leadsSince } from '../../../src/domain/programmes/leader-hours.ts'
import { programmesBy, programmesOn } from '../../../src/domain/programmes/membership.ts'
import { programmeReport } from '../../../src/domain/programmes/project-report.ts'
import { runReport, type ReportOn } from '../../../src/domain/reports/report.ts'
import { studioReport } from '../../../src/domain/studios/studio-report.ts'
import { studiosOn } from '../../../src/domain/studios/studio.ts'
import { dutiesOf } from '../../../src/domain/tiers/duty.ts'
import { titlesOn } from '../../../src/domain/tiers/title.ts'
import { h, teacher, type Given } from '../evaluate/people.ts'
import {
  asDossier,
  atSchool,
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
  schoolFile,
} from '../verbs/scene.ts'
import { PAIR, PLEDGE, PROJECT, WORKSHOP } from './who-may.ts'

const policy = (code: string): Policy =>
  policyFor(code) ??
  (() => {
    throw new Error(code)
  })()
const on = <A>(args: A, more: Partial<ReportOn<A>> = {}): ReportOn<A> => ({
  args,
  asOf: day('2026-03-10'),
  knownAt: null,
  reference: { ...REFERENCE, policy: policy('500103') },
  schools: [CENTRAL, POINT, OTHER] as SchoolId[],
  wholeDistrict: true,
  files: [],
  ...more,
})
const people = (docs: readonly Document[]) => docs.map((d) => ({ dossier: asDossier(d), standing: null }))

describe('studios', () => {
  const master = { ...WORKSHOP, kind: 'yz-master', level: null }
  it('run from their first day until their term is over or they are closed', () => {
    const row = nextOp()
    const file = done('wu', 'open-studio', schoolFile(CENTRAL), { ...WORKSHOP, until: '2028-08-31' }, { op: row })
    expect(['2025-08-31', '2025-09-01', '2028-08-31', '2028-09-01'].map((d) => studiosOn([file], day(d)).length)).toEqual([0, 1, 1, 0])
    const closed = done('wu', 'close-studio', file, { row, to: '2026-02-28', reason: '主持人调离' })
    expect([studiosOn([closed], day('2026-02-28')).length, studiosOn([closed], day('2026-03-01')).length]).toEqual([1, 0])
    expect(codeOf(attempt('wu', 'close-studio', file, { row, to: '2025-08-01', reason: '错' }))).toBe('studio.end-before-start')
  })
  it('of the district stand in its file and workshops in schools’; a host is no member, nobody a member twice', () => {
    expect(codeOf(attempt('wu', 'open-studio', schoolFile(CENTRAL), master))).toBe('studio.other-file')
    expect(codeOf(attempt('du', 'open-studio', districtFile(), WORKSHOP))).toBe('studio.other-file')
    expect(codeOf(attempt('du', 'open-studio', districtFile(), { ...master, kind: 'nothing' }))).toBe('studio.unknown-kind')
    expect(codeOf(attempt('du', 'open-studio', districtFile(), { ...master, until: '2025-08-31' }))).toBe('studio.end-before-start')
    expect(codeOf(attempt('du', 'open-studio', districtFile(), { ...master, members: [master.host] }))).toBe('studio.host-is-member')
    expect(codeOf(attempt('du', 'open-studio', districtFile(), { ...master, members: [WORKSHOP.members[0], WORKSHOP.members[0]] }))).toBe(
      'studio.member-twice',
    )
  })
  it('are counted by kind, and against 永川’s 40 as of any day', () => {
    const yongchuan = { ...REFERENCE, policy: policy('500118') }
    let file = districtFile()
    for (let i = 0; i < 3; i += 1)
      file = done(
        'du',
        'open-studio',
        file,
        {
          ...master,
          kind: i === 0 ? 'yc-principal' : 'yc-subject-master',
          name: `工作室${String(i)}`,
          until: i === 2 ? '2025-12-31' : null,
        },
        { reference: yongchuan },
      )
    const ask = (asOf: string) => runReport(studioReport, on({}, { reference: yongchuan, files: [file], asOf: day(asOf) }), [])
    expect(ask('2025-12-31').plans).toMatchObject([
      { running: 3, least: '40', kinds: ['yc-subject-master', 'yc-head-teacher', 'yc-principal'] },
    ])
    expect(ask('2026-03-10').plans[0]?.running).toBe(2)
    expect(ask('2026-03-10').kinds.find((k) => k.kind === 'yc-subject-master')).toEqual({ kind: 'yc-subject-master', running: 1, over: 1 })
    expect(ask('2025-08-31').studios).toEqual([])
  })
})

describe('mentoring', () => {
  it('is one pair seen from both sides, and 带徒 of the mentor without another entry', () => {
    const row = nextOp()
    const mentee = done('wu', 'begin-mentoring', dossier('tao', POINT), PAIR, { op: row })
    const mentor = done('wu', 'begin-mentoring', dossier('lin', CENTRAL), {
      ...PAIR,
      side: 'mentor',
      other: id('tao'),
      otherName: '陶老师',
      pair: row,
    })
    expect(pairsOn(asDossier(mentee), day('2026-08-31'))).toMatchObject([{ side: 'mentee', otherName: '林老师' }])
    expect(pairsOn(asDossier(mentor), day('2026-09-01'))).toEqual([])
    expect(dutiesOf(asDossier(mentor))).toMatchObject([{ kind: 'mentoring', title: '陶老师', pair: true, last: '2026-08-31' }])
    expect(dutiesOf(asDossier(mentee))).toEqual([])
  })
  it('with oneself, ending before it starts, twice at a time, or from the mentor’s side alone is refused', () => {
    const doc = dossier('tao', POINT)
    expect(codeOf(attempt('wu', 'begin-mentoring', doc, { ...PAIR, other: id('tao') }))).toBe('mentoring.oneself')
    expect(codeOf(attempt('wu', 'begin-mentoring', doc, { ...PAIR, until: '2025-08-31' }))).toBe('mentoring.end-before-start')
    expect(codeOf(attempt('wu', 'begin-mentoring', doc, { ...PAIR, side: 'mentor' }))).toBe('mentoring.no-pair')
    expect(codeOf(attempt('wu', 'begin-mentoring', done('wu', 'begin-mentoring', doc, PAIR), { ...PAIR, from: '2026-01-01' }))).toBe(
      'mentoring.already-paired',
    )
  })
  it('a new teacher’s 120 hours are shown inside and outside the 360 until the district says', () => {
    const d = teacher({
      identity: { workedSince: day('2025-09-01') },
      entries: [
        { hours: '80', on: '2026-03-01' },
        { hours: '30', on: '2025-10-01' },
        { hours: '50', on: '2026-09-02' },
      ],
    })
    const cycle = { first: day('2026-01-01'), last: day('2030-12-31') }
    expect(probationOf(policy('500103'), d, day('2026-05-01'), cycle)).toMatchObject({
      first: '2025-09-01',
      last: '2026-08-31',
      required: h('120'),
      has: h('110'),
      is: 'on-the-way',
      inCycle: h('80'),
      counts: null,
      open: true,
    })
    expect(probationOf(policy('500103'), d, day('2026-09-10'), cycle)).toMatchObject({ has: h('110'), is: 'unmet' })
    expect(probationOf(policy('500103'), teacher({ identity: { workedSince: null } }), day('2026-05-01'), cycle)).toBeNull()
    expect([addMonths(day('2024-02-29'), 12), addMonths(day('2025-08-31'), 6), addMonths(day('2025-12-01'), 1)]).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2026-01-01',
    ])
  })
})

describe('programmes', () => {
  it('count people in them, which gives nobody a title', () => {
    const row = nextOp()
    const doc = done(
      'du',
      'join-programme',
      dossier('tao', POINT),
      { programme: 'yz-thousand', from: '2024-09-01', until: null, place: '' },
      { op: row },
    )
    expect(programmesOn(asDossier(doc), day('2026-03-10'))).toHaveLength(1)
    expect(titlesOn(asDossier(doc), day('2026-03-10'))).toEqual([])
    const left = done('du', 'leave-programme', doc, { row, to: '2025-08-31', reason: 'finished' })
    expect([programmesOn(asDossier(left), day('2026-03-10')).length, programmesBy(asDossier(left), day('2026-03-10')).length]).toEqual([
      0, 1,
    ])
    expect(codeOf(attempt('du', 'join-programme', doc, { programme: 'yz-thousand', from: '2025-09-01', until: null, place: '' }))).toBe(
      'programme.already-in',
    )
    expect(codeOf(attempt('wu', 'join-programme', doc, { programme: 'yz-ten', from: '2025-09-01', until: null, place: '' }))).toBe(
      'programme.other-desk',
    )
    expect(codeOf(attempt('du', 'join-programme', doc, { programme: 'dk-visit', from: '2025-09-01', until: null, place: '' }))).toBe(
      'programme.unknown',
    )
  })
  it('have aliases: 群雁 is 群鹰, and the two names of 大渡口’s team are one', () => {
    const called = (code: string, name: string): string[] =>
      policy(code).parts.programmes.flatMap((p) => (p.name === name || p.aliases.includes(name) ? [p.id] : []))
    expect(called('500103', '群雁')).toEqual(['yz-eagles'])
    expect(['教师研训指导团队', '培训指导团队'].flatMap((name) => called('500104', name))).toEqual(['dk-guide-team', 'dk-guide-team'])
    expect(policy('500103').parts.programmes.find((p) => p.id === 'yz-residence')?.wants).toBe('30名左右')
  })
  it('a head of school’s 300 hours for the office, and 360 in five years', () => {
    const reference = {
      ...REFERENCE,
      roles: [
        ...REFERENCE.roles.filter((r) => r.role !== 'principal'),
        {
          person: id('zhou'),
          name: '周校长',
          role: 'principal' as const,
          at: atSchool(CENTRAL),
          from: day('2023-09-01'),
          to: day('2024-08-31'),
        },
        { person: id('zhou'), name: '周校长', role: 'principal' as const, at: atSchool(OTHER), from: day('2024-09-01'), to: null },
      ],
    }
    expect([leadsSince(reference, id('zhou'), day('2026-03-10')), leadsSince(reference, id('wu'), day('2026-03-10'))]).toEqual([
      '2023-09-01',
      null,
    ])
    const office = (on: string, hours: string) => ({ hours, on, training: { tags: ['任职资格'] } })
    const ask = (entries: readonly Given[]) => leaderHours(policy('500103'), teacher({ entries }), day('2023-09-01'), day('2026-03-10'))
    expect(ask([office('2023-07-01', '300')])).toMatchObject({
      office: { is: 'met', has: h('300'), open: true },
      fiveYears: { is: 'unmet', has: h('300'), first: '2021-03-11' },
    })
    expect(ask([office('2023-07-01', '200'), office('2024-01-01', '100')])?.office).toMatchObject({ is: 'undetermined', has: h('300') })
    expect(ask([office('2023-07-01', '200'), { hours: '200', on: '2022-07-01' }])).toMatchObject({
      office: { is: 'unmet' },
      fiveYears: { is: 'met', has: h('400') },
    })
  })
})

describe('projects with places', () => {
  it('show what is over the quota and put first the schools that come first', () => {
    const project = nextOp()
    const file = done('du', 'open-project', districtFile(), PROJECT, { op: project })
    const proposed = (who: 'tao' | 'lin' | 'wei' | 'wu', at: SchoolId): Document =>
      done('du', 'propose-place', dossier(who, at), { project, title: PROJECT.title })
    const docs = [proposed('lin', CENTRAL), proposed('wei', CENTRAL), proposed('wu', CENTRAL), proposed('tao', POINT)]
    const [state] = runReport(programmeReport, on({}, { files: [file] }), people(docs)).projects
    expect(state?.proposed[0]).toMatchObject({ name: '陶老师', first: true, is: 'waiting' })
    expect(state?.schools.find((s) => s.school === CENTRAL)).toEqual({ school: CENTRAL, quota: 2, proposed: 3, given: 0, over: true })
    expect(state?.schools.find((s) => s.school === POINT)).toMatchObject({ quota: null, proposed: 1, over: false })
  })
  it('are refused when quotas exceed the places, a school is named twice, or proposals end before they begin', () => {
    expect(codeOf(attempt('du', 'open-project', districtFile(), { ...PROJECT, places: 1 }))).toBe('project.quotas-over-places')
    expect(codeOf(attempt('du', 'open-project', districtFile(), { ...PROJECT, quotas: [...PROJECT.quotas, ...PROJECT.quotas] }))).toBe(
      'project.school-twice',
    )
    expect(codeOf(attempt('du', 'open-project', districtFile(), { ...PROJECT, until: '2026-02-28' }))).toBe('project.end-before-start')
  })
  it('a place is given by the district, taken back by the school, and declined with a reason', () => {
    const row = nextOp()
    const doc = done('wu', 'propose-place', dossier('tao', POINT), { project: nextOp(), title: '研修' }, { op: row })
    expect(codeOf(attempt('wu', 'decide-place', doc, { row, give: true, reason: null }))).toBe('place.other-desk')
    expect(codeOf(attempt('du', 'decide-place', doc, { row, give: false, reason: null }))).toBe('place.needs-reason')
    const given = done('du', 'decide-place', doc, { row, give: true, reason: null })
    expect(codeOf(attempt('wu', 'decide-place', given, { row, give: false, reason: '撤回' }))).toBe('place.not-waiting')
    expect(attempt('du', 'decide-place', given, { row, give: false, reason: '本人不能参加' }).is).toBe('applied')
    expect(attempt('wu', 'decide-place', doc, { row, give: false, reason: '撤回' }).is).toBe('applied')
  })
})

describe('appraisal facts', () => {
  it('are dates for a period, with a result for 年度考核 alone and a number for 家访 alone', () => {
    const doc = done('wu', 'record-appraisal', dossier('tao', POINT), PLEDGE)
    expect(appraisalsOf(asDossier(doc))).toMatchObject([{ item: 'ethics-pledge', period: '2025-2026', result: null, count: null }])
    const code = (args: Record<string, unknown>): string =>
      codeOf(attempt('wu', 'record-appraisal', doc, { ...PLEDGE, ...args }, { reference: on({}).reference }))
    expect(code({})).toBe('noop')
    expect(code({ on: '2025-09-12' })).toBe('appraisal.already-recorded')
    expect(code({ on: '2027-01-01', period: '2026-2027' })).toBe('appraisal.future-day')
    expect(['2025', '2025-2027', '2025-2026-1'].map((period) => code({ period }))).toEqual([
      'appraisal.wrong-period',
      'appraisal.wrong-period',
      'appraisal.wrong-period',
    ])
    expect(code({ result: 'excellent', period: '2024-2025' })).toBe('appraisal.no-result')
    expect(code({ item: 'annual', period: '2025' })).toBe('appraisal.needs-result')
    expect(code({ item: 'annual', period: '2025', on: '2026-01-15', result: 'qualified' })).toBe('applied')
    expect(code({ item: 'home-visit', period: '2025-2026-1' })).toBe('appraisal.needs-count')
    expect(code({ item: 'home-visit', period: '2025-2026-1', count: 12 })).toBe('applied')
    expect(code({ item: 'professional-test', period: '2025' })).toBe('appraisal.unknown-item')
    expect(code({ note: '表现一般' })).toBe('verb.bad-arguments')
    expect(
      codeOf(
        attempt(
          'wu',
          'record-appraisal',
          dossier('wu', CENTRAL),
          { ...PLEDGE, item: 'annual', period: '2025', on: '2026-01-15', result: 'excellent' },
          { reference: on({}).reference },
        ),
      ),
    ).toBe('appraisal.own-result')
  })
  it('a school sees who has none on record; a struck one counts no more', () => {
    const row = nextOp()
    const doc = done('wu', 'record-appraisal', dossier('tao', POINT), PLEDGE, { op: row })
    const ask = (docs: readonly Document[]) =>
      runReport(appraisalReport, on({ item: 'ethics-pledge', period: '2025-2026' }, { wholeDistrict: false }), people(docs))
    expect(ask([doc, dossier('lin', CENTRAL)])).toMatchObject({ missing: [{ name: '林老师' }] })
    expect(ask([done('wu', 'strike-appraisal', doc, { row, reason: '登错人' })]).missing).toMatchObject([{ name: '陶老师' }])
  })
})
