import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { Document } from '../../../src/domain/document.ts'
import { formatTenths } from '../../../src/domain/hours.ts'
import { ALL_PACKS, policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { certificatesOf, certifiedOn } from '../../../src/domain/registration/certificate.ts'
import { educationOn, qualificationsOn } from '../../../src/domain/registration/qualification.ts'
import { registrationReport } from '../../../src/domain/registration/report.ts'
import { addMonths, registrationStanding, type Recorded } from '../../../src/domain/registration/standing.ts'
import { runReport, type ReportOn } from '../../../src/domain/reports/report.ts'
import { knownAt } from '../../../src/domain/document.ts'
import { asDossier, attempt, CENTRAL, codeOf, done, dossier, OTHER, POINT, REFERENCE, TRAINING, type Who } from '../verbs/scene.ts'
import { readFileSync } from 'node:fs'
import { OPENING, seenIn } from '../history/who-may.ts'
import { CERTIFICATE, REGISTRATION, withCertificate } from './scene.ts'

const policy = (code = '500103', settings: Readonly<Record<string, string>> = {}): Policy => {
  const found = policyFor(
    code,
    Object.entries(settings).map(([key, value]) => ({ key, value, from: '2021-01-01', source: '区教委' })),
  )
  if (found === null) throw new Error(code)
  return found
}
const registered = (who: Who = 'lin', over: Readonly<Record<string, unknown>> = {}): Document =>
  done('wu', 'record-registration', withCertificate(who, CENTRAL), { ...REGISTRATION, ...over })
const stateOf = (doc: Document, on: string) => registrationStanding(policy(), asDossier(doc), day(on)).state
const recordFor = (doc: Document, on: string, hours: string, over: object = {}): Document => {
  const row = `00000000-0000-7000-9000-${on.replace(/-/g, '').padStart(12, '0')}`
  return done(
    'du',
    'record-for',
    doc,
    { ...TRAINING, level: 'school', first: on, last: on, hours, evidence: [], lateReason: '补登', originalSeen: true, ...over },
    { op: row as never },
  )
}

describe('a teacher’s own five years', () => {
  it('are in force, due in the months of notice, then over; without any it says which step is missing', () => {
    const doc = registered()
    expect([stateOf(doc, '2025-11-29'), stateOf(doc, '2025-11-30'), stateOf(doc, '2026-11-30'), stateOf(doc, '2026-12-01')]).toEqual([
      'in-force',
      'due',
      'due',
      'over',
    ])
    expect([stateOf(dossier('lin', CENTRAL), '2026-03-10'), stateOf(withCertificate('lin', CENTRAL), '2026-03-10')]).toEqual([
      'no-certificate',
      'never',
    ])
    expect(addMonths(day('2025-11-30'), 3)).toBe('2026-02-28')
  })
  it('are put off where the last answer was 暂缓, and run again once passed', () => {
    const doc = done(
      'wu',
      'record-registration',
      registered('lin', { until: '2026-01-31', from: '2021-02-01', registeredOn: '2021-01-15' }),
      { kind: 'regular', conclusion: 'put-off', registeredOn: '2026-01-20', from: '2026-02-01', until: '2027-01-31' },
    )
    expect(stateOf(doc, '2026-03-10')).toBe('put-off')
    const passed = done('wu', 'record-registration', doc, {
      kind: 'regular',
      conclusion: 'passed',
      registeredOn: '2026-03-01',
      from: '2026-03-01',
      until: '2031-02-28',
    })
    expect(stateOf(passed, '2026-03-10')).toBe('in-force')
  })
  it('may be shown as due earlier or later where the district says so', () => {
    const of = (months: string) =>
      registrationStanding(policy('500103', { registrationNotice: months }), asDossier(registered()), day('2026-03-10')).state
    expect([of('6'), of('9')]).toEqual(['in-force', 'due'])
  })
  it('count hours in their own window by the engine, never those of the training cycle', () => {
    const without = {
      ...policy(),
      settings: { ...policy().settings, historyBefore: { ...policy().settings.historyBefore, value: '2021-01-01' } },
    }
    const doc = recordFor(recordFor(recordFor(registered(), '2021-11-30', '300'), '2021-12-01', '200'), '2025-06-01', '100')
    const [hours] = registrationStanding(without, asDossier(doc), day('2026-03-10')).needs
    expect([hours?.is, formatTenths(hours?.hours?.has ?? (0 as never)), formatTenths(hours?.hours?.short ?? (0 as never))]).toEqual([
      'unmet',
      '300',
      '60',
    ])
    const enough = recordFor(doc, '2025-07-01', '60')
    expect(registrationStanding(without, asDossier(enough), day('2026-03-10')).needs[0]?.is).toBe('met')
  })
  it('without confirmed history are undetermined, never short', () => {
    const [hours] = registrationStanding(policy(), asDossier(registered()), day('2026-03-10')).needs
    expect(hours).toMatchObject({ is: 'undetermined', missing: ['history'] })
  })
  it('reaching into a confirmed lump of years are undetermined where the lump may hold what is missing, and short where it cannot', () => {
    const lump = (amount: string): Document => {
      const doc = done('wu', 'record-opening', recordFor(registered(), '2025-06-01', '300'), {
        ...OPENING,
        year: null,
        first: '2020-01-01',
        last: '2022-12-31',
        hours: amount,
      })
      return done('wu', 'confirm-history', doc, { seen: seenIn(doc), originalSeen: true })
    }
    const of = (amount: string) => registrationStanding(policy(), asDossier(lump(amount)), day('2026-03-10')).needs[0]
    expect(of('60')).toMatchObject({ is: 'undetermined', missing: ['history-years'] })
    expect(of('59.5')).toMatchObject({ is: 'unmet', missing: [] })
  })
  it('leave to people what nobody recorded, and take what another noun records', () => {
    const needs = registrationStanding(policy(), asDossier(registered()), day('2026-03-10')).needs
    expect(needs.map((n) => [n.need, n.is, n.missing[0]])).toEqual([
      ['hours', 'undetermined', 'history'],
      ['appraisal', 'undetermined', 'not-recorded'],
      ['ethics', 'undetermined', 'not-recorded'],
      ['health', 'undetermined', 'by-people'],
    ])
    const recorded: Recorded = (need) => (need === 'appraisal' ? 'met' : need === 'ethics' ? 'unmet' : null)
    expect(
      registrationStanding(policy(), asDossier(registered()), day('2026-03-10'), recorded)
        .needs.slice(1, 3)
        .map((n) => n.is),
    ).toEqual(['met', 'unmet'])
  })
})

describe('what is not taken', () => {
  const doc = dossier('lin', CENTRAL)
  it('is refused in words: a whole number, days in the wrong order or to come, a registration without a certificate, two at once', () => {
    expect(codeOf(attempt('wu', 'record-certificate', doc, { ...CERTIFICATE, lastDigits: '20155011234567890' }))).toBe(
      'certificate.whole-number',
    )
    expect(codeOf(attempt('wu', 'record-certificate', doc, { ...CERTIFICATE, until: '2014-01-01' }))).toBe('certificate.end-before-start')
    expect(codeOf(attempt('wu', 'record-certificate', doc, { ...CERTIFICATE, heldSince: '2026-03-11' }))).toBe('certificate.in-future')
    expect(codeOf(attempt('wu', 'record-registration', doc, REGISTRATION))).toBe('registration.no-certificate')
    const held = withCertificate('lin', CENTRAL)
    expect(codeOf(attempt('wu', 'record-registration', held, { ...REGISTRATION, until: '2021-11-30' }))).toBe(
      'registration.end-before-start',
    )
    expect(codeOf(attempt('wu', 'record-registration', registered(), { ...REGISTRATION, from: '2026-11-30', until: '2031-11-29' }))).toBe(
      'registration.overlaps',
    )
    expect(
      codeOf(attempt('wu', 'record-qualification', doc, { code: 'double', since: null, until: null, detail: '证书 500103198001011234' })),
    ).toBe('qualification.whole-number')
  })
  it('nobody enters their own, and the same thing twice is once', () => {
    expect(codeOf(attempt('wu', 'record-certificate', dossier('wu', CENTRAL), CERTIFICATE))).toBe('certificate.own-record')
    expect(attempt('wei', 'record-certificate', dossier('wu', CENTRAL), CERTIFICATE).is).toBe('applied')
    expect(attempt('wu', 'record-certificate', withCertificate('lin', CENTRAL), CERTIFICATE)).toEqual({ is: 'noop' })
  })
  it('a struck certificate is none, and stays readable', () => {
    const held = withCertificate('lin', CENTRAL)
    const row = certificatesOf(asDossier(held))[0]?.id ?? ''
    const struck = done('wu', 'strike-record', held, { row, reason: '登记有误' })
    expect([certifiedOn(asDossier(held), day('2026-03-10')), certifiedOn(asDossier(struck), day('2026-03-10'))]).toEqual([true, false])
    expect(struck.rows.get(row as never)?.facts).toHaveLength(2)
    expect(codeOf(attempt('wu', 'strike-record', struck, { row, reason: '再来' }))).toBe('verb.not-allowed')
  })
})

describe('学历 and 双师型', () => {
  const of = (...codes: readonly (readonly [string, string | null])[]): Document =>
    codes.reduce(
      (doc, [code, since]) => done('wu', 'record-qualification', doc, { code, since, until: null, detail: '' }),
      dossier('lin', CENTRAL),
    )
  it('of 学历 only the highest counts, from its day on', () => {
    const doc = of(['education:master', '2024-06-30'], ['education:bachelor', '2015-06-30'], ['double', null])
    expect(educationOn(asDossier(doc), day('2024-01-01'))?.code).toBe('education:bachelor')
    expect([...qualificationsOn(asDossier(doc), day('2026-03-10'))].sort()).toEqual(['double', 'education:master'])
  })
  it('a carer’s certificate makes nobody a certified teacher', () => {
    const doc = done('wu', 'record-certificate', dossier('lin', CENTRAL), { ...CERTIFICATE, kind: 'carer' })
    expect(certifiedOn(asDossier(doc), day('2026-03-10'))).toBe(false)
  })
})

describe('the report of a school or the district', () => {
  const vocational = (who: Who, codes: readonly string[]): Document => {
    const stage = done('du', 'correct-person', dossier(who, CENTRAL), { changes: { stage: 'vocational' }, reason: '更正' })
    return codes.reduce((doc, code) => done('du', 'record-qualification', doc, { code, since: null, until: null, detail: '' }), stage)
  }
  const ask = (docs: readonly Document[], asOf = '2026-03-10', known: string | null = null, schools = [CENTRAL, POINT, OTHER]) => {
    const on: ReportOn<Record<string, never>> = {
      args: {},
      asOf: day(asOf),
      knownAt: null,
      reference: { ...REFERENCE, policy: policy() },
      schools,
      wholeDistrict: true,
      files: [],
    }
    return runReport(
      registrationReport,
      on,
      docs
        .map((d) => ({ dossier: asDossier(known === null ? d : knownAt(d, day(known))), standing: null }))
        .filter((p) => p.dossier.rows.size > 0),
    )
  }
  it('lists who is due first, and counts everybody once', () => {
    const docs = [registered('lin'), registered('tao', { until: '2026-04-30' }), withCertificate('wei', CENTRAL), dossier('he', OTHER)]
    const answer = ask(docs)
    expect(answer.due.map((l) => [l.person, l.until])).toEqual([
      ['tao', '2026-04-30'],
      ['lin', '2026-11-30'],
    ])
    expect([answer.teachers, answer.states.due, answer.states.never, answer.states['no-certificate']]).toEqual([4, 2, 1, 1])
    expect(answer.uncertified.map((l) => l.person)).toEqual(['he'])
    expect(answer.certified[0]).toEqual({ key: 'all', part: 3, whole: 4 })
    expect(ask([...docs].reverse())).toEqual(answer)
    expect(ask(docs, '2026-03-10', null, [OTHER]).teachers).toBe(1)
  })
  it('keeps the two shares of 双师型 apart: of all at 中职, and of those who teach a trade', () => {
    const answer = ask([
      vocational('lin', ['double', 'specialist']),
      vocational('tao', ['double']),
      vocational('wei', ['specialist']),
      vocational('he', []),
    ])
    expect(answer.double).toEqual([
      { key: 'all', part: 2, whole: 4 },
      { key: 'specialists', part: 1, whole: 2 },
    ])
  })
  it('as known on a past day says what was said then', () => {
    const later = done('wu', 'record-registration', withCertificate('lin', CENTRAL), REGISTRATION, { today: '2026-05-01' })
    expect(ask([later], '2026-04-01', '2026-04-01')).toEqual(ask([withCertificate('lin', CENTRAL)], '2026-04-01'))
    expect(ask([later], '2026-04-01').states.due).toBe(1)
  })
})

describe('the packs of registration', () => {
  const quoted = JSON.parse(readFileSync(new URL('../../policy-cases/rotation-quotes.json', import.meta.url), 'utf8')) as {
    document: string
    text: string
  }[]
  it('quote their documents word for word; what is only heard of is ours to be confirmed', () => {
    for (const { id, source, mark, question } of ALL_PACKS.flatMap((p) => p.parts?.registration ?? [])) {
      if (source.quote === null) expect([id, mark, question === undefined]).toEqual([id, 'assumed', false])
      else
        expect(
          quoted.filter((d) => d.document === source.document && d.text.includes(source.quote ?? '')),
          source.quote,
        ).not.toHaveLength(0)
    }
  })
})
