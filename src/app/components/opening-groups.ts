// Opening balances as pages list them: by year, the latest first, each with its sum; a lump stands under the years it may cover.

import type { Objection, Opening } from '../../domain/history/history.ts'
import { formatTenths } from '../../domain/hours.ts'
import { historyPages as words } from '../text/history-pages.ts'

export interface OpeningGroup {
  readonly key: string
  readonly title: string
  readonly sum: string
  readonly openings: readonly Opening[]
}

const titleOf = (o: Opening): string => (o.year === null && o.first < '1950' ? words.noYears : words.year(o.year, o.first, o.last))

export function openingGroups(openings: readonly Opening[]): OpeningGroup[] {
  const groups = new Map<string, Opening[]>()
  for (const o of openings) {
    const key = `${o.last} ${o.first}`
    groups.set(key, [...(groups.get(key) ?? []), o])
  }
  return [...groups]
    .sort((a, b) => (a[0] < b[0] ? 1 : -1))
    .flatMap(([key, list]) => {
      const [first] = list
      return first === undefined ? [] : [{ key, title: titleOf(first), sum: sumWords(list), openings: list }]
    })
}

function sumWords(list: readonly Opening[]): string {
  const hours = list.reduce((n, o) => n + (o.hours ?? 0), 0)
  const credits = list.reduce((n, o) => n + (o.credits ?? 0), 0)
  return words.sum(formatTenths(hours as never), credits === 0 ? null : formatTenths(credits as never))
}

export const amountWords = (o: Pick<Opening, 'hours' | 'credits'>): string =>
  words.amount(o.hours === null ? null : formatTenths(o.hours), o.credits === null ? null : formatTenths(o.credits))

/** The latest objection about a balance. */
export const objectionTo = (objections: readonly Objection[], opening: Opening): Objection | null => {
  const about = objections.filter((o) => o.opening === opening.id)
  return about[about.length - 1] ?? null
}
