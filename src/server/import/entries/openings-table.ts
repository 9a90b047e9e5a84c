// 历年学时表: hours of past years from an older system, as rows of year × level × mode, as one column a year, as one column a level, or
// as one sum. Each becomes an opening balance; amounts are kept as printed, 学分 beside 学时, never one made of the other.

import { LEVELS, MODES, type Level, type Mode } from '../../../domain/dossier.ts'
import { allOpenings, openingsOf } from '../../../domain/history/history.ts'
import { implausible } from '../../../domain/history/plausible.ts'
import type { CreditTenths, Tenths } from '../../../domain/hours.ts'
import { levelRule } from '../../../domain/policy/level-rule.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import { UNDO_ENTRIES_REASON } from '../../text/import.ts'
import { LEVEL_WORDS, MODE_WORDS } from '../../text/entry-words.ts'
import { headingReader } from '../fields.ts'
import type { FindingCode } from '../reading.ts'
import type { RowReader } from '../row-reader.ts'
import type { About, EntryTable, Saying } from './entry-table.ts'
import { levelOf, modeOf } from './kind-words.ts'
import { decimal, readAmount } from './read-amount.ts'
import { readYears, yearsWords, type Span } from './read-years.ts'
import { textIn, WHO_HEADINGS, WHO_PATTERNS } from './who-columns.ts'

export interface OpeningSaid extends Span {
  readonly level: Level
  readonly mode: Mode
  readonly hours: number | null
  readonly credits: number | null
  readonly words: string
  /** Where the table names each training: several of a year are summed. */
  readonly title: string | null
}

const HEADINGS = {
  ...WHO_HEADINGS,
  year: ['年度', '年份', '年', '自然年', '培训年度', '培训年份', '所属年度', '认定年度', '学时年度', '年度(年)'],
  'school-year': ['学年', '学年度', '培训学年', '所属学年'],
  level: ['培训级别', '级别', '培训层次', '层次', '项目级别', '项目层次', '学时级别', '培训类别'],
  mode: ['培训形式', '形式', '培训方式', '方式', '研修形式', '学习形式', '研修方式'],
  hours: [
    '学时',
    '学时数',
    '认定学时',
    '实得学时',
    '获得学时',
    '所获学时',
    '培训学时',
    '完成学时',
    '总学时',
    '累计学时',
    '合计学时',
    '学时合计',
    '累计获得学时',
    '历年学时',
  ],
  credits: ['学分', '学分数', '认定学分', '获得学分', '所获学分', '培训学分'],
  source: ['来源', '数据来源', '材料来源', '依据', '来源说明'],
  title: ['培训项目', '培训项目名称', '培训名称', '项目名称', '培训内容', '培训主题', '课程名称'],
} as const
const YEAR_COLUMN = /^(20\d\d)年?度?(学时数?|学分)?$/
const LEVEL_COLUMN = /^(.+?)(学时|学分)$/

const plainField = headingReader(HEADINGS, [...WHO_PATTERNS])

/** One column a year ('in:2021:hours') or a level ('of:district:hours') as well. */
function fieldOf(heading: string): string | null {
  const known = plainField(heading)
  if (known !== null) return known
  const text = heading.normalize('NFKC').replace(/[\s()[\]【】*:：]/g, '')
  const year = YEAR_COLUMN.exec(text)
  if (year !== null) return `in:${year[1] ?? ''}:${year[2] === '学分' ? 'credits' : 'hours'}`
  const level = LEVEL_COLUMN.exec(text)
  const code = levelOf(level?.[1] ?? text)
  return code === null ? null : `of:${code}:${level?.[2] === '学分' ? 'credits' : 'hours'}`
}

const NOT_KEPT: ReadonlySet<string> = new Set(['ordinal', 'not-needed'])
const wide = (fields: readonly string[], prefix: string): string[] => fields.filter((f) => f.indexOf(`${prefix}:`) === 0)
const hasAmount = (fields: readonly string[]): boolean =>
  fields.includes('hours') || fields.includes('credits') || wide(fields, 'in').length > 0 || wide(fields, 'of').length > 0

export const openingsTable: EntryTable<OpeningSaid> = {
  kind: 'openings',
  columns: { fieldOf, isKept: (field) => field !== null && !NOT_KEPT.has(field), fields: Object.keys(HEADINGS) },
  looksLike: (fields) => fields.includes('name') && hasAmount(fields),
  about: (fields) => [
    ...(fields.includes('year') || fields.includes('school-year') || wide(fields, 'in').length > 0
      ? []
      : [{ field: 'years', is: 'years' as const, required: true }]),
    ...(fields.includes('level') || wide(fields, 'of').length > 0 ? [] : [{ field: 'level', is: 'level' as const, required: true }]),
    ...(fields.includes('mode') ? [] : [{ field: 'mode', is: 'mode' as const, required: false }]),
    ...(fields.includes('source') ? [] : [{ field: 'source', is: 'line' as const, required: true }]),
  ],
  guess({ fileName, titles }) {
    const title = titles[0] ?? fileName
    const years = /(20\d\d)\s*[-—–~至到]\s*(20\d\d)/.exec(`${titles.join(' ')} ${fileName}`)
    return { source: title.slice(0, 60), ...(years === null ? {} : { years: `${years[1] ?? ''}-${years[2] ?? ''}` }) }
  },
  reads: (field, value, policy) =>
    field.is === 'years'
      ? readYears(value, false, policy, '2199-12-31' as Span['last']).is === 'span'
      : field.is === 'level'
        ? (LEVELS as readonly string[]).includes(value) && levelRule(policy, value as Level) !== null
        : field.is === 'mode'
          ? (MODES as readonly string[]).includes(value)
          : value.trim() !== '' && value.length <= 120,
  read: readRow,
  keyOf: (s) => `${s.first} ${s.last} ${s.level} ${s.mode}`,
  joined: (a, b) =>
    a.title === b.title && a.hours === b.hours && a.credits === b.credits
      ? null
      : { ...a, hours: sum(a.hours, b.hours), credits: sum(a.credits, b.credits), title: null },
  twice: 'entry.same-line',
  overall: () => ({ activity: null }),
  settle(said, dossier, { policy, today, me }, tell) {
    if (dossier.subject.id === me) return no(tell, 'opening.own')
    const wrong = implausible(dossier, policy, said, said.hours as Tenths | null, today)
    if (wrong !== null)
      return no(tell, IMPLAUSIBLE[wrong], wrong === 'history.too-many-hours' ? decimal(said.hours ?? 0) : yearsWords(said))
    const same = (o: { first: string; last: string; level: string; mode: string; source: string }): boolean =>
      o.first === said.first && o.last === said.last && o.level === said.level && o.mode === said.mode && o.source === 'import'
    const there = openingsOf(dossier).find(same)
    if (there === undefined) {
      const taken = allOpenings(dossier).find((o) => same(o) && o.reversed !== null && o.reversed.reason !== UNDO_ENTRIES_REASON)
      if (taken === undefined) return { is: 'add' }
      tell('opening.was-reversed', taken.reversed?.reason ?? '')
      return { is: 'skip' }
    }
    if (there.hours === (said.hours as Tenths | null) && there.credits === (said.credits as CreditTenths | null)) return { is: 'keep' }
    tell('opening.differs', there.hours === null ? '' : decimal(there.hours))
    return { is: 'keep' }
  },
  words: (s, policy) => {
    const amounts = [
      ...(s.hours === null ? [] : [`${decimal(s.hours)} 学时`]),
      ...(s.credits === null ? [] : [`${decimal(s.credits)} 学分`]),
    ].join('、')
    return `期初 ${yearsWords(s)} ${levelRule(policy, s.level)?.name ?? LEVEL_WORDS[s.level]} ${MODE_WORDS[s.mode]} ${amounts}，来源：${s.words}`
  },
  fileOp: () => null,
  op: (s, { batch }) => ({
    verb: 'record-opening',
    args: {
      year: s.year,
      first: s.first,
      last: s.last,
      level: s.level,
      mode: s.mode,
      hours: s.hours === null ? null : decimal(s.hours),
      credits: s.credits === null ? null : decimal(s.credits),
      source: 'import',
      words: s.words,
      batch,
    },
  }),
}

const IMPLAUSIBLE = {
  'history.end-before-start': 'opening.year-unreadable',
  'history.not-over': 'opening.year-not-begun',
  'history.before-work': 'opening.before-work',
  'history.after-leaving': 'opening.after-leaving',
  'history.too-many-hours': 'opening.too-many',
} as const satisfies Record<string, FindingCode>

function no(tell: (code: FindingCode, value?: string) => void, code: FindingCode, value?: string): { is: 'skip' } {
  tell(code, value)
  return { is: 'skip' }
}

const sum = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b)

function readRow(reader: RowReader<string>, fields: readonly string[], about: About, policy: Policy): Saying<OpeningSaid>[] {
  const years = wide(fields, 'in')
  const levels = wide(fields, 'of')
  const span = years.length > 0 ? null : spanIn(reader, about, policy)
  const level = levels.length > 0 ? null : levelIn(reader, about, policy)
  if ((span === null && years.length === 0) || (level === null && levels.length === 0)) return []
  const words = textIn(reader, 'source')?.slice(0, 120) ?? about['source'] ?? ''
  const title = textIn(reader, 'title')
  const out: Saying<OpeningSaid>[] = []
  const say = (at: Span | null, of: Level | null, hoursField: string | null, creditsField: string | null): void => {
    const hours = hoursField === null ? null : amountIn(reader, hoursField)
    const credits = creditsField === null ? null : amountIn(reader, creditsField)
    if (at === null || of === null || hours === 'wrong' || credits === 'wrong') return
    if ((hours ?? 0) === 0 && (credits ?? 0) === 0) return
    const field = hoursField ?? creditsField ?? ''
    if (levelRule(policy, of) === null) return reader.find(field, 'entry.level-not-used', LEVEL_WORDS[of])
    const said = {
      ...at,
      level: of,
      mode: modeIn(reader, of, about),
      hours: hours === 0 ? null : hours,
      credits: credits === 0 ? null : credits,
      words,
      title,
    }
    out.push({ column: reader.column(field)?.heading ?? '', said })
  }
  const pairs = (list: readonly string[]): { hours: string | null; credits: string | null; key: string }[] =>
    [...new Set(list.map((f) => f.replace(/:(hours|credits)$/, '')))].map((key) => ({
      key: key.split(':')[1] ?? '',
      hours: list.includes(`${key}:hours`) ? `${key}:hours` : null,
      credits: list.includes(`${key}:credits`) ? `${key}:credits` : null,
    }))
  if (years.length > 0) for (const p of pairs(years)) say(yearOfColumn(reader, p.key, policy), level, p.hours, p.credits)
  else if (levels.length > 0) for (const p of pairs(levels)) say(span, p.key as Level, p.hours, p.credits)
  else say(span, level, fields.includes('hours') ? 'hours' : null, fields.includes('credits') ? 'credits' : null)
  if (
    out.length === 0 &&
    years.length === 0 &&
    levels.length === 0 &&
    textIn(reader, 'hours') === null &&
    textIn(reader, 'credits') === null
  )
    reader.find('hours', 'amount.empty')
  return out
}

function amountIn(reader: RowReader<string>, field: string): number | null | 'wrong' {
  const shown = textIn(reader, field)
  const read = readAmount(shown, /credits$/.test(field) ? 'credits' : 'hours')
  if (read.is === 'amount') return read.tenths
  if (read.is === 'nothing') return null
  reader.find(field, read.code, shown ?? '')
  return 'wrong'
}

function spanIn(reader: RowReader<string>, about: About, policy: Policy): Span | null {
  const column = reader.column('school-year') !== undefined ? 'school-year' : 'year'
  const shown = textIn(reader, column)
  const text = shown ?? (reader.column(column) === undefined ? (about['years'] ?? null) : null)
  if (text === null) {
    if (reader.column(column) !== undefined) reader.find(column, 'opening.no-year')
    return null
  }
  const read = readYears(text, column === 'school-year', policy, reader.today)
  if (read.is === 'span') {
    if (read.open) reader.find(column, 'opening.school-year-open', text)
    return { year: read.year, first: read.first, last: read.last }
  }
  reader.find(column, read.is === 'not-begun' ? 'opening.year-not-begun' : 'opening.year-unreadable', text)
  return null
}

function yearOfColumn(reader: RowReader<string>, year: string, policy: Policy): Span | null {
  const read = readYears(year, false, policy, reader.today)
  return read.is === 'span' ? { year: read.year, first: read.first, last: read.last } : null
}

function levelIn(reader: RowReader<string>, about: About, policy: Policy): Level | null {
  const shown = textIn(reader, 'level')
  if (shown === null) {
    const given = about['level'] as Level | undefined
    if (given === undefined && reader.column('level') !== undefined) reader.find('level', 'entry.no-level')
    return given ?? null
  }
  const level = levelOf(shown)
  if (level === null) reader.find('level', 'entry.level-unknown', shown)
  else if (levelRule(policy, level) === null) reader.find('level', 'entry.level-not-used', shown)
  return level !== null && levelRule(policy, level) !== null ? level : null
}

function modeIn(reader: RowReader<string>, level: Level, about: About): Mode {
  const shown = textIn(reader, 'mode')
  const read = shown === null ? null : modeOf(shown)
  if (shown !== null && read === null) {
    reader.find('mode', 'entry.mode-unknown', shown)
    return 'other'
  }
  return read ?? (about['mode'] as Mode | undefined) ?? (level === 'school' ? 'school-based' : 'other')
}
