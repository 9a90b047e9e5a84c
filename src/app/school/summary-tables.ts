// The numbers of a roll-up as tables, once for the screen, for paper and for the workbook, so that they cannot differ. Pure.

import type { Level, Mode, Stage } from '../../domain/dossier.ts'
import { modesInOrder } from '../../domain/evaluate/slice-order.ts'
import { formatFixed, formatTenths, type Tenths } from '../../domain/hours.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { unconfirmedIn, type SchoolRollUp, type Totals } from '../../domain/roll-up.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import { levelName, modeName } from '../teacher/names.ts'
import { stages } from '../text/policy-words.ts'
import { summary as words } from '../text/school-summary.ts'
import { notCountedWords } from './not-counted-words.ts'

export interface HoursLine {
  readonly key: string
  readonly name: string
  readonly pending: Tenths
  readonly recognised: Tenths
  readonly counted: Tenths
  /** Null where the line is not of people (levels and modes). */
  readonly people: number | null
}

export type By = keyof typeof words.by
export const BYS: readonly By[] = ['level', 'mode', 'subject', 'stage']

const amounts = ({ pending, recognised, counted }: Pick<HoursLine, 'pending' | 'recognised' | 'counted'>) => ({
  pending,
  recognised,
  counted,
})

export function hoursLines(r: SchoolRollUp, by: By, policy: Policy, kind: SchoolKind | null): HoursLine[] {
  const order = policy.levels.map((l) => l.level)
  switch (by) {
    case 'level':
      return [...r.byLevel]
        .sort((a, b) => order.indexOf(a.key as Level) - order.indexOf(b.key as Level))
        .map((s) => ({ key: s.key, name: levelName(policy, s.key as Level, kind), people: null, ...amounts(s) }))
    case 'mode':
      return modesInOrder(r.byMode).map((s) => ({ key: s.key, name: modeName(s.key as Mode, kind), people: null, ...amounts(s) }))
    case 'subject':
      return r.bySubject.map((g) => ({ key: g.key, name: g.key === '' ? words.noSubject : g.key, people: g.people, ...amounts(g) }))
    case 'stage':
      return r.byStage.map((g) => ({ key: g.key, name: stages[g.key as Stage], people: g.people, ...amounts(g) }))
  }
}

export const totalLine = (r: SchoolRollUp): HoursLine => ({ key: '~total', name: words.total, people: r.counted, ...amounts(r.hours) })

export const reasonsLine = (r: SchoolRollUp): string =>
  r.notCounted === 0
    ? words.allCounted
    : words.notCounted(r.notCounted, r.reasons.map((one) => words.reason(notCountedWords(one), one.people)).join('、'))

/** What of the sum nobody has confirmed, so that nobody signs it unknowingly; null where all of it stands. */
export function unconfirmedLine(r: Partial<Pick<Totals, 'unconfirmed'>>): string | null {
  const { hours, people } = unconfirmedIn(r)
  return people === 0 ? null : words.unconfirmed(formatTenths(hours), people)
}

export interface RuleLine {
  readonly key: string
  readonly title: string
  readonly met: number
  readonly unmet: number
  readonly undetermined: number
}

export const ruleLines = (r: SchoolRollUp, policy: Policy): RuleLine[] =>
  r.rules.map(({ rule, met, unmet, undetermined }) => ({
    key: rule,
    title: policy.rules.find((one) => one.id === rule)?.title ?? rule,
    met,
    unmet,
    undetermined,
  }))

export const shown = (n: Tenths): string => formatTenths(n)
export const fixed = (n: Tenths): string => formatFixed(n)
