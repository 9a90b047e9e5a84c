import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { checkPack } from '../../../src/domain/policy/check-pack.ts'
import { mergePacks, PolicyFault, withOverrides } from '../../../src/domain/policy/merge.ts'
import { openItems } from '../../../src/domain/policy/open-questions.ts'
import { chongqing } from '../../../src/domain/policy/packs/chongqing.ts'
import { national } from '../../../src/domain/policy/packs/national.ts'
import { ALL_PACKS, DISTRICT_PACKS, policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { yuzhong } from '../../../src/domain/policy/packs/yuzhong.ts'
import { Policy, type Pack } from '../../../src/domain/policy/policy.ts'
import type { Source } from '../../../src/domain/policy/cited.ts'
import { valueOn, viewValue } from '../../../src/domain/policy/value-on.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { JULY, teacher, h } from '../evaluate/people.ts'
import { sourcesIn } from './sources-in.ts'

const quoted = JSON.parse(readFileSync(new URL('../../policy-cases/quotes.json', import.meta.url), 'utf8')) as {
  document: string
  text: string
}[]

const policy = (code: string): Policy => {
  const found = policyFor(code)
  if (found === null) throw new Error(code)
  return found
}
const sourcesOf = (p: Pack): Source[] => sourcesIn(p)
const hoursRule = (code: string) => policy(code).rules.find((r) => r.id === 'hours')

describe('the packs say what the documents say, and nothing more', () => {
  it('every quotation stands word for word in its document', () => {
    const quotes = ALL_PACKS.flatMap(sourcesOf).filter((s) => s.quote !== null)
    expect(quotes.length).toBeGreaterThan(5)
    for (const q of quotes)
      expect(
        quoted.filter((d) => d.document === q.document && d.text.includes(q.quote ?? '')),
        q.quote ?? '',
      ).not.toHaveLength(0)
  })
  it('渝中 and 大渡口 ask for 360 hours in their own words; 沙坪坝 and 永川 have it from the city', () => {
    expect(['500103', '500104', '500106', '500118'].map((c) => [hoursRule(c)?.mark, (hoursRule(c) as { value?: string }).value])).toEqual([
      ['stated', '360'],
      ['stated', '360'],
      ['city', '360'],
      ['city', '360'],
    ])
    expect(hoursRule('500103')?.source.quote).toBe('完善全员培训制度，分层、分类、分科开展五年周期不少于360学时的全员培训')
    expect(hoursRule('500104')?.source.quote).toContain('不少于360 学时')
    expect(hoursRule('500118')?.source.quote).toBeNull()
  })
  it('every district asks for 120 credits, 20 of them from concentrated training at district level or above', () => {
    for (const p of DISTRICT_PACKS) {
      const rules = policy(p.scope.code).rules
      expect(rules.find((r) => r.id === 'credits')).toMatchObject({
        unit: 'credits',
        value: '120',
        mark: 'city',
        source: { number: '渝教师发〔2019〕4号' },
      })
      expect(rules.find((r) => r.id === 'credits-intensive')).toMatchObject({
        value: '20',
        filter: { levels: ['nation', 'city', 'district'], modes: ['face-to-face'] },
      })
    }
  })
  it('永川 has five levels with 片区, 渝中 four, and 自主 is the city’s beside them', () => {
    const stated = (code: string): string[] =>
      policy(code)
        .levels.filter((l) => l.mark === 'stated')
        .map((l) => l.level)
    expect(stated('500118')).toEqual(['nation', 'city', 'district', 'area', 'school'])
    expect(stated('500103')).toEqual(['nation', 'city', 'district', 'school'])
    expect(policy('500106').levels.map((l) => l.level)).toEqual(['nation', 'city', 'district', 'school', 'self'])
    expect(policy('500118').levels.find((l) => l.level === 'area')).toMatchObject({ exportCode: null, exportMark: 'to-be-confirmed' })
  })
  it('no cap, conversion or attendance rule is invented; each is a question to the district', () => {
    for (const p of DISTRICT_PACKS) {
      const merged = policy(p.scope.code)
      expect(merged.rules.filter((r) => ['cap', 'conversion', 'attendance', 'offset', 'once-only', 'exclusion'].includes(r.type))).toEqual(
        [],
      )
      expect(merged.questions.map((q) => q.id)).toEqual(expect.arrayContaining(['caps', 'conversion', 'holiday-study', 'who-signs']))
      expect(merged.settings.attendanceShare).toMatchObject({ value: null, mark: 'to-be-confirmed' })
      expect(merged.settings.attendanceShare.standIn).toBeUndefined()
    }
  })
  it('what no document says is open, with its question in words and both answers', () => {
    const items = openItems(policy('500103'))
    for (const item of items) expect(item.question, item.key).not.toBe('')
    const keys = items.map((i) => i.key)
    for (const key of [
      'cycles',
      'yearStart',
      'dayHours',
      'concernAfterShare',
      'concernRate',
      'pauseExtends',
      'partCycle',
      'hoursPerCredit',
      'attendanceShare',
      'countedEmployments',
    ])
      expect(keys).toContain(`setting:${key}`)
    expect(keys).toEqual(expect.arrayContaining(['question:caps', 'level:school', 'rule:credits-intensive']))
    expect(policy('500103').settings.yearStart).toMatchObject({
      value: null,
      standIn: '01-01',
      mark: 'to-be-confirmed',
      options: ['01-01', '07-01', '09-01'],
    })
  })
  it('packs and merged policies survive a JSON round-trip unchanged, and pass their own check', () => {
    for (const p of ALL_PACKS) {
      expect(JSON.parse(JSON.stringify(p))).toEqual(p)
      expect(checkPack(p, [national, chongqing]), p.id).toEqual([])
    }
    for (const p of DISTRICT_PACKS) expect(Policy.parse(JSON.parse(JSON.stringify(policy(p.scope.code))))).toEqual(policy(p.scope.code))
  })
  it('there is no policy for a district without a pack', () => {
    expect(policyFor('500000')).toBeNull()
  })
})

describe('layers are merged', () => {
  it('an inner rule stands where the outer one stood; the layers must fit', () => {
    expect(policy('500103').rules.map((r) => r.id)).toEqual(['export-rounding', 'hours', 'credits', 'credits-intensive'])
    expect(() => mergePacks(national, chongqing, { ...yuzhong, parent: 'sichuan' })).toThrow(PolicyFault)
    expect(() => mergePacks({ ...national, settings: {} }, chongqing, yuzhong)).toThrow(PolicyFault)
  })
  it('what a district confirms holds from its day on, as stated by it, and what held before stays known', () => {
    const confirmed = policyFor('500103', [
      { key: 'yearStart', value: '07-01', from: '2026-12-01', source: '区教委〔2026〕9号' },
      { key: 'dayHours', value: '6', from: '2026-12-01', source: '区教委〔2026〕9号' },
    ])
    if (confirmed === null) throw new Error('no policy')
    const { yearStart, dayHours } = confirmed.settings
    expect(yearStart).toMatchObject({ value: '07-01', mark: 'stated', source: { document: '区教委〔2026〕9号' } })
    expect([valueOn(yearStart, day('2026-11-30')), valueOn(yearStart, day('2026-12-01'))]).toEqual([null, '07-01'])
    expect([valueOn(dayHours, day('2026-11-30')), valueOn(dayHours, day('2026-12-01')), valueOn(dayHours, day('2019-01-01'))]).toEqual([
      '8',
      '6',
      null,
    ])
    expect(confirmed.version).not.toBe(policy('500103').version)
    expect(openItems(confirmed).map((i) => i.key)).not.toContain('setting:dayHours')
  })
  it('a share of attendance that a district confirms is a rule from its day on, and a later one holds only after it', () => {
    const confirmed = policyFor('500103', [
      { key: 'attendanceShare', value: '0.8', from: '2026-03-01', source: '区教委〔2026〕9号' },
      { key: 'attendanceShare', value: '0.9', from: '2026-09-01', source: '区教委〔2026〕20号' },
    ])
    expect(confirmed?.rules.filter((r) => r.type === 'attendance')).toMatchObject([
      { minimum: '0.8', from: '2026-03-01', to: '2026-08-31', title: '出勤要求', source: { document: '区教委〔2026〕9号' } },
      { minimum: '0.9', from: '2026-09-01', to: null, mark: 'stated' },
    ])
    for (const value of ['80%', '85', '1.2', '-0.1', ''])
      expect(() => policyFor('500103', [{ key: 'attendanceShare', value, from: '2026-03-01', source: '' }]), value).toThrow(PolicyFault)
  })
  it('a July cycle confirmed by a district evaluates as one', () => {
    const july = policyFor('500104', [{ key: 'cycles', value: JSON.stringify(JULY), from: '2021-01-01', source: '区教委' }])
    if (july === null) throw new Error('no policy')
    expect(
      evaluateCycle(
        july,
        teacher({
          entries: [
            { hours: '4', on: '2026-06-30' },
            { hours: '6', on: '2026-07-02' },
          ],
        }),
        day('2026-11-21'),
      ),
    ).toMatchObject({ counted: h('6'), window: { id: '2026–2031' } })
  })
  it('a value that does not fit its setting, or a setting nobody knows, is refused', () => {
    const { settings } = policy('500103')
    for (const [key, value] of [
      ['yearStart', '七月'],
      ['partCycle', 'maybe'],
      ['inviteHours', '72.5'],
      ['__proto__', '1'],
      ['cycles', '[]x'],
      ['yearStart', '02-30'],
      ['cycles', '[{"id":"a","first":"2021-01-01","last":"2026-01-01"},{"id":"b","first":"2026-01-01","last":"2030-12-31"}]'],
    ] as const) {
      expect(() => withOverrides(settings, [{ key, value, from: '2026-12-01', source: '' }]), key).toThrow(PolicyFault)
    }
  })
  it('a changed value makes another version, so that every standing is made anew', () => {
    const with6 = policyFor('500103', [{ key: 'dayHours', value: '6', from: '2026-12-01', source: '' }])
    const with7 = policyFor('500103', [{ key: 'dayHours', value: '7', from: '2026-12-01', source: '' }])
    expect(with6?.version).not.toBe(with7?.version)
  })
  it('a stand-in is for views; it is not a value in force', () => {
    const { yearStart } = policy('500103').settings
    expect([valueOn(yearStart, day('2026-11-21')), viewValue(yearStart, day('2026-11-21'))]).toEqual([null, '01-01'])
  })
})
