// The supervision file in words: the same lines on the screen, on paper and in a workbook. Pure.

import type { SupervisionItem } from '../../domain/supervision/items.ts'
import { judgedLine, type JudgedLine } from '../../domain/supervision/judged.ts'
import type { SchoolFile, SupervisionAnswer } from '../../domain/supervision/supervision-report.ts'
import { perHundred } from '../../domain/tiers/pupils.ts'
import type { Sheet } from '../../wire/sheet-rows.ts'
import { marks, stages } from '../text/policy-words.ts'
import { supervision as words } from '../text/supervision.ts'

export interface Line {
  readonly id: string
  readonly title: string
  readonly verdict: JudgedLine['verdict']
  readonly is: string
  readonly asked: string
  readonly notes: readonly string[]
  readonly mark: string
  readonly question: string | null
  /** Who makes the figure, and who does by some answers only; by name, where the figure is of few people. */
  readonly people: readonly string[]
  readonly perhaps: readonly string[]
}

function askedWords({ figure, atLeast, atMost }: SupervisionItem): string {
  if (atMost !== null) return words.asked.most(atMost)
  if (atLeast === null) return ''
  return figure === 'backbone-per-hundred'
    ? words.asked.least(atLeast, ' 人')
    : words.asked.least(String(Number((Number(atLeast) * 100).toFixed(1))), '%')
}

function isWords({ item, has, of, thousandths, extremes }: JudgedLine): string {
  if (thousandths !== null) return words.spread(thousandths)
  if (has === null || of === null) return '—'
  const asked = item.atLeast === null ? undefined : Number(item.atLeast) * 1000
  if (extremes.length > 0) return words.between(extremes.map(({ part, whole }) => words.share(part, whole, asked)))
  return item.figure === 'backbone-per-hundred' ? words.schoolsReach(has, of) : words.share(has, of, asked)
}

export function linesOf(items: readonly SupervisionItem[], answer: SupervisionAnswer): Line[] {
  return items.map((item): Line => {
    const judged = judgedLine(item, answer)
    const named = (ids: readonly string[]): string[] => ids.map((id) => answer.names[id] ?? id)
    return {
      id: item.id,
      title: item.title,
      verdict: judged.verdict,
      is: isWords(judged),
      asked: askedWords(item),
      mark: marks[item.mark],
      people: named(judged.people),
      perhaps: named(judged.perhaps),
      question: item.mark === 'assumed' || item.mark === 'to-be-confirmed' ? (item.question ?? null) : null,
      notes: [
        ...(judged.extremes.length > 1 ? [words.bothEnds] : judged.hasAtMost === null ? [] : [words.atMost(judged.hasAtMost)]),
        ...(judged.short === null || judged.short === 0
          ? []
          : [words.shortBy(judged.shortAtLeast ?? judged.short, judged.short, judged.unknown)]),
        ...(judged.hasByTime === null || judged.of === null ? [] : [words.byTime(judged.hasByTime, judged.of)]),
        ...judged.missing.map((m) =>
          m === 'no-pupils' && judged.withoutPupils.length > 0 ? words.withoutPupils(judged.withoutPupils) : words.missing[m],
        ),
        ...(judged.need.length > 0 ? [words.need(judged.need)] : judged.schools.length > 0 ? [words.notYet(judged.schools)] : []),
      ],
    }
  })
}

/** What all open questions of the file begin with: said once above them. Nothing where there are few, or they have nothing in common. */
export function sharedQuestion(lines: readonly Line[]): string {
  const asked = lines.flatMap(({ question }) => (question === null ? [] : [question]))
  let same = asked.length < 3 ? '' : (asked[0] ?? '')
  for (const one of asked) while (!one.startsWith(same)) same = same.slice(0, -1)
  return same.slice(0, same.lastIndexOf('。') + 1)
}

export const shortWords = (p: SchoolFile['short'][number]): string =>
  (p.is === 'undetermined' ? words.undetermined : words.short(p.short)) + (p.metByTime ? words.shortByTime : '')
export const perHundredOf = (s: SchoolFile): string => (s.pupils === null ? '—' : (perHundred(s.backbone.length, s.pupils.count) ?? '—'))

/** What stands on paper below the figures: of each school who is short, who has no certificate, who is 骨干. */
export interface SchoolNames {
  readonly school: string
  readonly name: string
  readonly short: string
  readonly uncertified: string
  readonly backbone: string
}
const shortOnPaper = (short: SchoolFile['short']): string => {
  const unknown = short.filter((p) => p.is === 'undetermined').map((p) => p.name)
  return [
    ...short.filter((p) => p.is === 'unmet').map((p) => words.paperName(p.name, p.short)),
    ...(unknown.length === 0 ? [] : [words.paperUnknown(unknown)]),
  ].join('、')
}
export const schoolNames = (answer: SupervisionAnswer): SchoolNames[] =>
  answer.schools.map((s): SchoolNames => ({
    school: s.school,
    name: s.name,
    short: shortOnPaper(s.short),
    uncertified: answer.certificatesKept ? s.uncertified.map((p) => p.name).join('、') : '—',
    backbone: s.backbone.map((p) => p.name).join('、'),
  }))
export const namesIn = (answer: SupervisionAnswer): number =>
  answer.schools.reduce((n, s) => n + s.short.length + s.uncertified.length + s.backbone.length, 0)

export function supervisionSheets(items: readonly SupervisionItem[], answer: SupervisionAnswer, aboveLine: string): Sheet[] {
  const { heads, columns: c, sheets } = words
  const above = [aboveLine]
  return [
    {
      name: sheets.figures,
      above,
      heading: [heads.item, heads.asked, heads.is, heads.verdict, heads.mark, heads.note],
      rows: linesOf(items, answer).map((l) => [
        l.title,
        l.asked,
        l.is,
        words.verdicts[l.verdict],
        l.mark,
        [...l.notes, l.question ?? ''].filter((n) => n !== '').join(' '),
      ]),
    },
    {
      name: sheets.schools,
      above: [...above, words.columnsNote],
      heading: [c.school, c.stage, c.counted, c.met, c.byTime, c.teachers, c.certified, c.backbone, c.pupils, c.perHundred],
      rows: answer.schools.map((s) => [
        s.name,
        stages[s.stage],
        s.counted,
        s.met,
        s.metByTime,
        s.teachers,
        answer.certificatesKept ? s.certified : null,
        s.backbone.length,
        s.pupils?.count ?? null,
        s.pupils === null ? null : Number(perHundredOf(s)),
      ]),
    },
    {
      name: sheets.short,
      above,
      heading: [heads.school, heads.name, heads.short, heads.why],
      rows: answer.schools.flatMap((s) =>
        s.short.map((p) => [s.name, p.name, p.is === 'undetermined' ? null : { tenths: p.short }, shortWords(p)]),
      ),
    },
    {
      name: sheets.backbone,
      above,
      heading: [heads.school, heads.name],
      rows: answer.schools.flatMap((s) => s.backbone.map((p) => [s.name, p.name])),
    },
    {
      name: sheets.movers,
      above,
      heading: [heads.item, heads.name, heads.why],
      rows: linesOf(items, answer).flatMap((l) => [
        ...l.people.map((name) => [l.title, name, words.counts]),
        ...l.perhaps.map((name) => [l.title, name, words.countsPerhaps]),
      ]),
    },
    {
      name: sheets.uncertified,
      above,
      heading: [heads.school, heads.name],
      rows: answer.certificatesKept ? answer.schools.flatMap((s) => s.uncertified.map((p) => [s.name, p.name])) : [],
    },
  ]
}
