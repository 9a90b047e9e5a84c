// The supervision file in words: the same lines on the screen, on paper and in a workbook. Pure.

import type { SupervisionItem } from '../../domain/supervision/items.ts'
import { judgedLine, type JudgedLine } from '../../domain/supervision/judged.ts'
import type { SchoolFile, SupervisionAnswer } from '../../domain/supervision/supervision-report.ts'
import { perHundred } from '../../domain/tiers/pupils.ts'
import type { Sheet } from '../school/summary-sheets.ts'
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
}

function askedWords({ figure, atLeast, atMost }: SupervisionItem): string {
  if (atMost !== null) return words.asked.most(atMost)
  if (atLeast === null) return ''
  return figure === 'backbone-per-hundred' ? words.asked.least(atLeast, ' 人') : words.asked.least(String(Number((Number(atLeast) * 100).toFixed(1))), '%')
}

function isWords({ item, has, of, thousandths }: JudgedLine): string {
  if (thousandths !== null) return words.spread(thousandths)
  if (has === null || of === null) return '—'
  return item.figure === 'backbone-per-hundred' ? words.schoolsReach(has, of) : words.share(has, of)
}

export function linesOf(items: readonly SupervisionItem[], answer: SupervisionAnswer): Line[] {
  return items.map((item): Line => {
    const judged = judgedLine(item, answer)
    return {
      id: item.id, title: item.title, verdict: judged.verdict, is: isWords(judged), asked: askedWords(item), mark: marks[item.mark],
      question: item.mark === 'assumed' || item.mark === 'to-be-confirmed' ? (item.question ?? null) : null,
      notes: [
        ...(judged.hasByTime === null || judged.of === null ? [] : [words.byTime(judged.hasByTime, judged.of)]),
        ...judged.missing.map((m) => words.missing[m]),
        ...(judged.schools.length > 0 && item.figure !== 'spread' ? [words.notYet(judged.schools)] : []),
      ],
    }
  })
}

export const shortWords = (p: SchoolFile['short'][number]): string => (p.is === 'undetermined' ? words.undetermined : words.short(p.short)) + (p.metByTime ? words.shortByTime : '')
export const perHundredOf = (s: SchoolFile): string => (s.pupils === null ? '—' : (perHundred(s.backbone.length, s.pupils.count) ?? '—'))

export function supervisionSheets(items: readonly SupervisionItem[], answer: SupervisionAnswer, aboveLine: string): Sheet[] {
  const { heads, columns: c, sheets } = words
  const above = [aboveLine]
  return [
    {
      name: sheets.figures, above, heading: [heads.item, heads.asked, heads.is, heads.verdict, heads.mark, heads.note],
      rows: linesOf(items, answer).map((l) => [l.title, l.asked, l.is, words.verdicts[l.verdict], l.mark, [...l.notes, l.question ?? ''].filter((n) => n !== '').join(' ')]),
    },
    {
      name: sheets.schools, above, heading: [c.school, c.stage, c.counted, c.met, c.byTime, c.teachers, c.certified, c.backbone, c.pupils, c.perHundred],
      rows: answer.schools.map((s) => [s.name, stages[s.stage], s.counted, s.met, s.metByTime, s.teachers, answer.certificatesKept ? s.certified : null, s.backbone.length, s.pupils?.count ?? null, s.pupils === null ? null : Number(perHundredOf(s))]),
    },
    { name: sheets.short, above, heading: [heads.school, heads.name, heads.short, heads.why], rows: answer.schools.flatMap((s) => s.short.map((p) => [s.name, p.name, p.is === 'undetermined' ? null : p.short / 10, shortWords(p)])) },
    { name: sheets.uncertified, above, heading: [heads.school, heads.name], rows: answer.certificatesKept ? answer.schools.flatMap((s) => s.uncertified.map((p) => [s.name, p.name])) : [] },
  ]
}
