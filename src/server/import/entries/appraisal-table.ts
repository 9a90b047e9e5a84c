// 考核名单: of whom one thing that the district's documents name was done (师德承诺, 述评, 家访, 年度考核), in one period for the whole table, on
// the day a row has or the one said for all. Days, for 家访 a number, for 年度考核 its result from a closed list; nothing else is kept.

import { appraisalItemsOf, appraisalsOf, periodFits, type AppraisalSaid, type Result } from '../../../domain/appraisal/appraisal.ts'
import type { AppraisalItem } from '../../../domain/appraisal/appraisal-item.ts'
import { periodNow } from '../../../domain/appraisal/period-now.ts'
import { isDay, type Day } from '../../../domain/day.ts'
import { APPRAISAL_RESULT_WORDS } from '../../text/entry-words.ts'
import { headingReader } from '../fields.ts'
import { readDay } from '../read-day.ts'
import type { FindingCode } from '../reading.ts'
import type { RowReader } from '../row-reader.ts'
import type { About, Around, EntryTable, Saying } from './entry-table.ts'
import { textIn, WHO_HEADINGS, WHO_PATTERNS } from './who-columns.ts'

const HEADINGS = {
  ...WHO_HEADINGS,
  day: [
    '日期',
    '完成日期',
    '完成时间',
    '签订日期',
    '签订时间',
    '签署日期',
    '签字日期',
    '承诺日期',
    '述评日期',
    '述评时间',
    '考核日期',
    '考核时间',
    '家访日期',
    '家访时间',
    '登记日期',
    '时间',
  ],
  count: ['次数', '家访次数', '家访数', '家访人次', '家访户数', '家访'],
  result: ['考核结果', '年度考核结果', '考核等次', '年度考核等次', '年度考核', '等次', '结果'],
} as const
const NOT_KEPT: ReadonlySet<string> = new Set(['ordinal', 'not-needed'])
const RESULT_TEXTS: Readonly<Record<string, Result>> = {
  优秀: 'excellent',
  优秀等次: 'excellent',
  合格: 'qualified',
  称职: 'qualified',
  基本合格: 'basically-qualified',
  基本称职: 'basically-qualified',
  不合格: 'unqualified',
  不称职: 'unqualified',
  不定等次: 'not-graded',
  未定等次: 'not-graded',
  不确定等次: 'not-graded',
}
const MOST = 1000

export const appraisalTable: EntryTable<AppraisalSaid> = {
  kind: 'appraisal',
  columns: {
    fieldOf: headingReader(HEADINGS, WHO_PATTERNS),
    isKept: (field) => field !== null && !NOT_KEPT.has(field),
    fields: Object.keys(HEADINGS),
  },
  looksLike: (fields) => fields.includes('name'),
  about: (fields) => [
    { field: 'item', is: 'appraisal', required: true },
    { field: 'period', is: 'period', required: true },
    { field: 'on', is: 'day', required: !fields.includes('day') },
  ],
  guess,
  reads: (field, value, policy, about) => {
    if (field.is === 'day') return isDay(value)
    const item = itemIn({ item: about['item'] ?? '' }, appraisalItemsOf(policy))
    return field.is === 'appraisal' ? item !== null : item === null || periodFits(item, value)
  },
  read(reader, _fields, about, policy) {
    const item = itemIn(about, appraisalItemsOf(policy))
    const period = about['period'] ?? ''
    // Said above the table already: no row is read for it.
    if (item === null || !periodFits(item, period)) return []
    const [on, count, result] = [dayIn(reader, about), countIn(reader, item), resultIn(reader, item)]
    return on === null || count === 'wrong' || result === 'wrong'
      ? []
      : [
          {
            column: reader.column('day')?.heading ?? '',
            said: { item: item.id, period, on, count, result },
          } satisfies Saying<AppraisalSaid>,
        ]
  },
  keyOf: () => '',
  joined: () => null,
  twice: 'match.already-taken',
  overall: () => ({ activity: null }),
  settle(said, dossier, { me }, tell) {
    if (dossier.subject.id === me) return no(tell, 'appraisal.own')
    const there = appraisalsOf(dossier).find((a) => a.item === said.item && a.period === said.period)
    if (there === undefined) return { is: 'add' }
    if (there.on !== said.on || there.count !== said.count || there.result !== said.result) tell('appraisal.differs', there.on)
    return { is: 'keep' }
  },
  words: (s, policy) =>
    [
      `${itemIn(s, appraisalItemsOf(policy))?.name ?? s.item}（${s.period}）`,
      s.on,
      ...(s.count === null ? [] : [`${String(s.count)} 次`]),
      ...(s.result === null ? [] : [APPRAISAL_RESULT_WORDS[s.result]]),
    ].join(' '),
  fileOp: () => null,
  op: (said) => ({ verb: 'record-appraisal', args: { ...said } }),
}

const itemIn = (about: About | Pick<AppraisalSaid, 'item'>, items: readonly AppraisalItem[]): AppraisalItem | null =>
  items.find((i) => i.id === about.item) ?? null

function no(tell: (code: FindingCode) => void, code: FindingCode): { is: 'skip' } {
  tell(code)
  return { is: 'skip' }
}

/** Which thing and which period, as far as the title or the file's name says them. */
function guess({ titles, fileName, policy, today }: Around): About {
  const words = `${titles.join(' ')} ${fileName}`.normalize('NFKC').replace(/\s/g, '')
  const items = appraisalItemsOf(policy)
  const item = items.find((i) => words.includes(i.name)) ?? items.find((i) => SHORT.some((s) => words.includes(s) && i.name.includes(s)))
  return item === undefined ? {} : { item: item.id, period: periodIn(words, item) ?? periodNow(item.per, today) }
}
const SHORT = ['承诺', '述评', '家访', '专业考核', '年度考核'] as const

function periodIn(words: string, item: AppraisalItem): string | null {
  const years = /(20\d\d)[-—–~至](20\d\d)/.exec(words)
  const year = /(20\d\d)年?/.exec(words)
  if (item.per === 'year') return years === null ? (year?.[1] ?? null) : null
  const schoolYear = years === null ? null : `${years[1] ?? ''}-${years[2] ?? ''}`
  const term = /第一学期|上学期|秋/.test(words) ? '1' : /第二学期|下学期|春/.test(words) ? '2' : null
  const period = item.per === 'school-year' ? schoolYear : schoolYear === null || term === null ? null : `${schoolYear}-${term}`
  return period !== null && periodFits(item, period) ? period : null
}

function dayIn(reader: RowReader<string>, about: About): Day | null {
  const read = readDay(reader.cell('day'))
  const shown = textIn(reader, 'day') ?? ''
  if (read.is === 'unreadable') reader.find('day', 'date.unreadable', shown)
  else if (read.is === 'year-only' || (read.is === 'day' && read.given.precise !== 'day')) reader.find('day', 'appraisal.whole-day', shown)
  else {
    const on = read.is === 'day' ? read.given.day : (about['on'] as Day | undefined)
    if (on === undefined) reader.find('day', 'appraisal.no-day')
    else if (on > reader.today) reader.find('day', 'date.in-future', on)
    else return on
  }
  return null
}

function countIn(reader: RowReader<string>, item: AppraisalItem): number | null | 'wrong' {
  const shown = textIn(reader, 'count')
  if (!item.count) return null
  const n = /^(\d{1,4})次?$/.exec((shown ?? '').normalize('NFKC').replace(/\s/g, ''))?.[1]
  if (n !== undefined && Number(n) <= MOST) return Number(n)
  reader.find('count', 'appraisal.no-count', shown ?? '')
  return 'wrong'
}

function resultIn(reader: RowReader<string>, item: AppraisalItem): Result | null | 'wrong' {
  const shown = textIn(reader, 'result')
  if (!item.result) {
    if (shown !== null) reader.find('result', 'appraisal.days-only')
    return null
  }
  const result = RESULT_TEXTS[(shown ?? '').replace(/\s/g, '')]
  if (result !== undefined) return result
  reader.find('result', 'appraisal.no-result', shown ?? '')
  return 'wrong'
}
