// Nobody is ever shown a bare code: every way to say no, every flag, every open fact has its sentence.
import { describe, expect, it } from 'vitest'
import { VERB_NAMES, VERBS } from '../../../src/domain/verbs/all-verbs.ts'
import { flagTitles, flagWords } from '../../../src/app/text/flags.ts'
import { nounRefusals, nounVerbs } from '../../../src/app/text/nouns.ts'
import { opWords, verbWords as coreVerbWords } from '../../../src/app/text/ops.ts'
import { refusals as coreRefusals, refusalWords } from '../../../src/app/text/refusals.ts'
import { missingWords, reasonWords, sourceWords, versionWords } from '../../../src/app/text/rules.ts'
import type { Flag } from '../../../src/domain/evaluate/flags.ts'
import type { Missing } from '../../../src/domain/evaluate/rules/minimum.ts'
import { day } from '../../../src/domain/day.ts'
import { tenths } from '../../../src/domain/hours.ts'
import { EVIDENCE_CODES } from '../../../src/wire/evidence.ts'
import { RECEIVE_CODES } from '../../../src/wire/result.ts'
import { ACCOUNT_CODES, INVITE_CODES } from '../../../src/wire/session.ts'

const refusals: Readonly<Record<string, string>> = { ...coreRefusals, ...nounRefusals }
const verbWords: Readonly<Record<string, string>> = { ...coreVerbWords, ...nounVerbs }
const COMMON = ['verb.not-allowed', 'verb.bad-arguments', 'verb.unknown', 'verb.wrong-subject']
const OF_THIS_PHONE = ['storage-dead', 'storage-full', 'read-only', 'not-ready']
const chinese = /[\u4e00-\u9fff]{4,}/

describe('words for what was not taken', () => {
  it.each(VERB_NAMES)('everything %s can refuse is said in a sentence', (name) => {
    for (const code of VERBS[name].codes) expect(refusals, code).toHaveProperty([code])
  })

  it('so is everything the server, an account route or this phone can say', () => {
    for (const code of [...COMMON, ...RECEIVE_CODES, ...ACCOUNT_CODES, ...INVITE_CODES, ...EVIDENCE_CODES, ...OF_THIS_PHONE])
      expect(refusals, code).toHaveProperty([code])
  })

  it('each sentence is one, in Chinese, and ends like one', () => {
    for (const [code, words] of Object.entries(refusals)) expect(words, code).toMatch(/[\u4e00-\u9fff].*。$/)
  })

  it('a code of a newer server is shown with itself, so that it can be asked about', () => {
    expect(refusalWords('claim.of-next-year')).toContain('claim.of-next-year')
  })
})

describe('words for rules', () => {
  const MISSING: Record<Missing, true> = {
    history: true,
    'history-years': true,
    credits: true,
    'pause-undated': true,
    'part-cycle': true,
    'pause-extends': true,
    role: true,
    'worked-since': true,
    'no-cycle': true,
    'no-rule': true,
  }
  it('whatever keeps a verdict open says who can settle it', () => {
    for (const one of Object.keys(MISSING) as Missing[]) expect(missingWords[one]).toMatch(/(学校师训专干|待区确认|请看证书)/)
  })

  it('every reason of a verdict is a sentence with its amount', () => {
    const title = (rule: string): string => `规则${rule}`
    expect(reasonWords({ code: 'short', short: 25 }, 'hours', title)).toBe('还差 2.5 学时')
    expect(reasonWords({ code: 'reduced', rule: 'x', by: 60 }, 'hours', title)).toBe('按“规则x”少计 6 学时')
    expect(reasonWords({ code: 'pending', would: 10 }, 'credits', title)).toBe('待审的都通过后再加 1 学分')
  })

  it('a source is named once, also where its name carries its number', () => {
    expect(sourceWords({ document: '市通知（4号）', number: '4号', quote: null })).toBe('市通知（4号）')
    expect(sourceWords({ document: '区规划', number: '12号', quote: null })).toBe('区规划（12号）')
  })

  it('the version of the rules is readable on paper, and an unknown form is left as it is', () => {
    const district = { code: '500103', name: '渝中区' }
    expect(versionWords({ version: 'national@2026-11+chongqing@2026-11+yuzhong@2026-12', district })).toBe(
      '渝中区 2026-12（国家 2026-11、重庆市 2026-11）',
    )
    expect(versionWords({ version: 'yuzhong@2026-12+lateBy@2026-11-22=03-31+names@2021-01-01=["a+b@c"]', district })).toBe(
      '渝中区 2026-12，另有区里发布的设定 2 项，最近的从 2026-11-22 起',
    )
    expect(versionWords({ version: 'national@2026-11+yuzhong@2026-12+yuzhong@2027-03+lateBy@2026-11-22=03-31', district })).toBe(
      '渝中区 2026-12（国家 2026-11），另有区里发布的规则包 2027-03，另有区里发布的设定 1 项，最近的从 2026-11-22 起',
    )
    expect(versionWords({ version: 'case', district })).toBe('case')
  })
})

it('every flag has a title and a sentence that says what was found', () => {
  const others = [{ row: 'r' as never, title: '作业设计', first: day('2026-09-03'), last: day('2026-09-03'), hours: tenths(40) }]
  const flags: Record<Flag['code'], Flag> = {
    'likely-duplicate': { code: 'likely-duplicate', others },
    'overlapping-days': { code: 'overlapping-days', others },
    'more-than-the-day': { code: 'more-than-the-day', hours: tenths(120), most: tenths(80), others: [] },
    'future-day': { code: 'future-day', last: day('2027-01-01') },
    'outside-employment': { code: 'outside-employment', last: day('2000-01-01') },
    'outside-cycle': { code: 'outside-cycle', last: day('2000-01-01') },
    'over-cap': { code: 'over-cap', rules: ['x'], hours: tenths(90), countable: tenths(60) },
    late: { code: 'late', after: 'year', ended: day('2025-12-31') },
    'history-covered': {
      code: 'history-covered',
      openings: [{ row: 'r' as never, year: 2023, level: 'district', hours: tenths(400), words: '旧系统导出' }],
    },
    'after-deadline': { code: 'after-deadline', deadline: day('2026-03-31') },
    'arrived-later': { code: 'arrived-later', made: day('2025-12-30'), received: day('2026-01-05') },
  }
  for (const flag of Object.values(flags)) {
    expect(flagTitles[flag.code]).toMatch(/[\u4e00-\u9fff]{2,}/)
    expect(flagWords(flag)).toMatch(chinese)
  }
})

it('every act waiting on the phone is named by what it does and about what', () => {
  for (const name of VERB_NAMES) expect(verbWords[name]).toMatch(/[\u4e00-\u9fff]{2,}/)
  expect(opWords('claim-hours', '课堂观察工作坊')).toBe('登记学时：课堂观察工作坊')
  expect(opWords('of-next-year', null)).toBe('of-next-year')
})
