// 培训名单: who took part in one training, with the result. The body that runs it recognises: an activity in its file, and hours for each
// person as of now. Who was absent too long gets 0 hours with the reason, visible to them like any other entry. The same list twice
// adds nobody; the same list under another name is said.

import { isDay } from '../../../domain/day.ts'
import { rowsOf } from '../../../domain/document.ts'
import { LEVELS, MODES, type Dossier, type Level } from '../../../domain/dossier.ts'
import { entryOf, type Entry } from '../../../domain/entry.ts'
import { plain } from '../../../domain/evaluate/flags.ts'
import { levelRule } from '../../../domain/policy/level-rule.ts'
import { headingReader } from '../fields.ts'
import type { FindingCode } from '../reading.ts'
import type { RowReader } from '../row-reader.ts'
import type { About, EntryTable, Saying } from './entry-table.ts'
import { guessProject } from './project-guess.ts'
import { decimal, readAmount, tenthsOf } from './read-amount.ts'
import { percentOf, readShare, shareInWords } from './read-share.ts'
import { textIn, WHO_HEADINGS, WHO_PATTERNS } from './who-columns.ts'

export interface ProjectSaid {
  /** Null: as many as everybody gets. */
  readonly hours: number | null
  /** A unit of its own, as printed; left out or null where the list names none. */
  readonly credits?: number | null
  /** Thousandths; left out or null where the list says none. */
  readonly attendance?: number | null
  readonly result: string | null
}

const HEADINGS = {
  ...WHO_HEADINGS,
  result: [
    '考核结果',
    '结业情况',
    '考核',
    '考核情况',
    '考核等次',
    '考核等级',
    '结果',
    '是否合格',
    '是否结业',
    '结业等次',
    '等次',
    '成绩',
    '学习情况',
  ],
  attendance: ['出勤', '出勤情况', '考勤', '考勤情况', '缺勤', '缺勤情况', '到课情况'],
  share: ['出勤率', '出勤比例', '到课率', '参训率', '考勤率'],
  hours: ['学时', '学时数', '认定学时', '实得学时', '获得学时', '所获学时', '培训学时', '应得学时'],
  credits: ['学分', '学分数', '认定学分', '实得学分', '获得学分', '所获学分', '培训学分'],
} as const
const NOT_KEPT: ReadonlySet<string> = new Set(['ordinal', 'not-needed'])
const ABSENT = /缺勤|缺席|缺课|旷课|未参加|未到|未完成|未结业|不合格|中途退出/
/** 无缺勤, 缺课 0 次: nobody was absent. */
const NOT_ABSENT = /(?:无|未|没有?|零)(?:缺勤|缺席|缺课|旷课)|(?:缺勤|缺席|缺课|旷课)(?:率|次数|情况)?[:：]?(?:0|零|无)(?![.\d])/g
const MOST_SAME = 0.8
const FEWEST_SAME = 3

const fieldOf = headingReader(HEADINGS, WHO_PATTERNS)

const FIELDS = [
  { field: 'title', is: 'line', required: true },
  { field: 'level', is: 'level', required: true },
  { field: 'mode', is: 'mode', required: true },
  { field: 'first', is: 'day', required: true },
  { field: 'last', is: 'day', required: true },
  { field: 'hours', is: 'hours', required: true },
  { field: 'credits', is: 'hours', required: false },
  { field: 'organiser', is: 'line', required: false },
  { field: 'theme', is: 'theme', required: false },
] as const

export const projectTable: EntryTable<ProjectSaid> = {
  kind: 'project',
  columns: { fieldOf, isKept: (field) => field !== null && !NOT_KEPT.has(field), fields: Object.keys(HEADINGS) },
  looksLike: (fields) => fields.includes('name') && ['hours', 'result', 'attendance', 'share'].some((field) => fields.includes(field)),
  about: (fields) => FIELDS.filter((f) => f.field !== 'credits' || !fields.includes('credits')),
  guess: guessProject,
  reads: (field, value, policy) =>
    field.is === 'day'
      ? isDay(value)
      : field.is === 'level'
        ? (LEVELS as readonly string[]).includes(value) && levelRule(policy, value as Level) !== null
        : field.is === 'theme'
          ? value.length <= 30
          : field.is === 'mode'
            ? (MODES as readonly string[]).includes(value)
            : field.is === 'hours'
              ? field.field === 'credits'
                ? isCredits(value)
                : isHours(value)
              : value.trim() !== '' && value.length <= 120,
  read,
  keyOf: () => '',
  joined: () => null,
  twice: 'match.already-taken',
  overall(lines, { about }, tell) {
    const counts = new Map<string, { n: number; title: string; same: boolean }>()
    for (const { said, dossier } of lines) {
      for (const e of grantedIn(dossier)) {
        const activity = e.training.activity
        if (activity === null || e.training.last !== about['last']) continue
        const alike = isSame(e, about)
        const hours = said.hours ?? readAmount(about['hours'] ?? null)
        const equal = typeof hours === 'number' ? e.recognised === hours : hours.is === 'amount' && e.recognised === hours.tenths
        if (!alike && !equal) continue
        const before = counts.get(activity) ?? { n: 0, title: e.training.title, same: alike }
        counts.set(activity, { ...before, n: before.n + 1 })
      }
    }
    const own = [...counts].find(([, c]) => c.same)
    if (own !== undefined) return { activity: own[0] }
    const twin = [...counts.values()].find((c) => c.n >= Math.max(FEWEST_SAME, Math.ceil(lines.length * MOST_SAME)))
    if (twin !== undefined) tell('project.same-list', twin.title)
    return { activity: null }
  },
  settle(said, dossier, { about, activity, me }, tell) {
    const entries = aliveIn(dossier)
    const mine = dossier.subject.id === me
    if (activity !== null) {
      const there = entries.find((e) => e.training.activity === activity && (e.origin === 'granted' || mine))
      if (there !== undefined) {
        const hours = said.hours ?? tenthsOf(about['hours'])
        const attended = said.attendance ?? there.training.attendance
        const same =
          there.recognised === hours &&
          (there.recognisedCredits ?? null) === (said.credits ?? null) &&
          there.training.attendance === attended
        if (there.recognised !== null && !same)
          tell('project.differs', [amounts(there.recognised, there.recognisedCredits), ...attendance(there.training.attendance)].join('，'))
        return { is: 'keep' }
      }
    }
    const claimed = entries.find(
      (e) => e.origin !== 'granted' && plain(e.training.title) === plain(about['title'] ?? '') && e.training.last === about['last'],
    )
    if (claimed !== undefined) tell('project.claimed-already', claimed.training.title)
    if (mine) tell('project.own')
    return { is: 'add' }
  },
  words: (said) =>
    [
      said.hours === null ? EVERYBODYS : '',
      amounts(said.hours, said.credits ?? null),
      ...attendance(said.attendance ?? null),
      said.result ?? '',
    ]
      .filter((t) => t !== '')
      .join('，'),
  fileOp({ about, policy }) {
    const hours = about['hours'] ?? ''
    return {
      verb: 'register-activity',
      args: {
        title: about['title'] ?? '',
        organiser: about['organiser'] ?? policy.words['trainingBody'] ?? '',
        level: about['level'] ?? '',
        mode: about['mode'] ?? '',
        tags: about['theme'] === undefined ? [] : [about['theme']],
        project: about['title'] ?? '',
        first: about['first'] ?? '',
        last: about['last'] ?? '',
        hours: decimal(tenthsOf(hours) ?? 0),
        way: 'roster',
        expected: [],
        absent: [],
      },
    }
  },
  op: (said, { activity }) => ({
    verb: 'grant-hours',
    args: {
      activity,
      hours: said.hours === null ? null : decimal(said.hours),
      attendance: said.attendance ?? null,
      result: said.result,
      ...(said.credits === undefined || said.credits === null ? {} : { credits: decimal(said.credits) }),
    },
  }),
}

const EVERYBODYS = '按统一学时'
const MOST_CREDITS = 10_000
const creditsOf = (text: string | undefined): number | null => {
  const read = readAmount(text ?? null, 'credits')
  return read.is === 'amount' ? read.tenths : null
}
const isCredits = (text: string): boolean => {
  const read = readAmount(text, 'credits')
  return read.is === 'amount' && read.tenths > 0 && read.tenths <= MOST_CREDITS
}

/** As the line says it: '18 学时、2 学分'. */
const amounts = (hours: number | null, credits: number | null): string =>
  [...(hours === null ? [] : [`${decimal(hours)} 学时`]), ...(credits === null ? [] : [`${decimal(credits)} 学分`])].join('、')
const attendance = (share: number | null): string[] => (share === null ? [] : [`出勤 ${percentOf(share)}`])
const isHours = (text: string): boolean => {
  const n = tenthsOf(text)
  return n !== null && n > 0 && n <= 20_000
}

const aliveIn = (dossier: Dossier): Entry[] =>
  rowsOf(dossier, 'hours')
    .map(entryOf)
    .filter((e): e is Entry => e !== null && e.state !== 'reversed' && e.state !== 'withdrawn')
const grantedIn = (dossier: Dossier): Entry[] => aliveIn(dossier).filter((e) => e.origin === 'granted')

const isSame = (e: Entry, about: About): boolean =>
  plain(e.training.title) === plain(about['title'] ?? '') &&
  e.training.first === about['first'] &&
  e.training.last === about['last'] &&
  e.training.level === (about['level'] as Level)

function read(reader: RowReader<string>, fields: readonly string[], about: About): Saying<ProjectSaid>[] {
  const hours = cell(reader, 'hours')
  const printed = cell(reader, 'credits')
  const share = shareIn(reader)
  if (hours === 'wrong' || printed === 'wrong' || share === 'wrong') return []
  const said = textIn(reader, 'result')
  const reason = [said, textIn(reader, 'attendance')].find((t) => t !== null && ABSENT.test(t.replace(NOT_ABSENT, ''))) ?? null
  const result = (reason ?? said)?.slice(0, 30) ?? null
  const absent = reason !== null || hours === 0
  const credits = printed ?? (absent ? null : creditsOf(about['credits']))
  const wrong = wrongOf({ hours, credits, absent: reason !== null, result, hoursColumn: fields.includes('hours') })
  if (wrong !== null) {
    reader.find(wrong.field, wrong.code, wrong.value)
    return []
  }
  const given = hours ?? (absent ? 0 : null)
  return [
    {
      column: reader.column('hours')?.heading ?? '',
      said: { hours: given === tenthsOf(about['hours']) ? null : given, credits, attendance: share, result },
    },
  ]
}

function cell(reader: RowReader<string>, unit: 'hours' | 'credits'): number | null | 'wrong' {
  const shown = textIn(reader, unit)
  const read = readAmount(shown, unit)
  if (read.is === 'wrong') reader.find(unit, read.code, shown ?? '')
  return read.is === 'amount' ? read.tenths : read.is === 'wrong' ? 'wrong' : null
}

function shareIn(reader: RowReader<string>): number | null | 'wrong' {
  const shown = textIn(reader, 'share')
  // 缺勤 1/20 says the opposite.
  if (shown === null && !/缺/.test(reader.column('attendance')?.heading ?? '')) return shareInWords(textIn(reader, 'attendance'))
  const read = readShare(shown)
  if (read.is === 'wrong') reader.find('share', read.code, shown ?? '')
  return read.is === 'share' ? read.thousandths : read.is === 'wrong' ? 'wrong' : null
}

interface Line {
  readonly hours: number | null
  readonly credits: number | null
  readonly absent: boolean
  readonly result: string | null
  readonly hoursColumn: boolean
}

/** What cannot be meant as it stands. */
function wrongOf({
  hours,
  credits,
  absent,
  result,
  hoursColumn,
}: Line): { readonly field: 'hours' | 'credits'; readonly code: FindingCode; readonly value?: string } | null {
  if (absent && (hours ?? 0) > 0) return { field: 'hours', code: 'project.absent-with-hours', value: decimal(hours ?? 0) }
  if (absent && (credits ?? 0) > 0) return { field: 'credits', code: 'project.absent-with-credits', value: decimal(credits ?? 0) }
  if (hours === null && !absent && hoursColumn) return { field: 'hours', code: 'amount.empty' }
  if ((hours ?? 0) > 20_000) return { field: 'hours', code: 'project.too-many', value: decimal(hours ?? 0) }
  if ((credits ?? 0) > MOST_CREDITS) return { field: 'credits', code: 'project.too-many-credits', value: decimal(credits ?? 0) }
  return hours === 0 && result === null ? { field: 'hours', code: 'project.nothing-without-reason' } : null
}
