// A share to be reached in a school year, judged over every way of counting still open: met, unmet, or undetermined with what is missing
// and which question decides. Whole numbers only; the names behind each number come with it. Order of arrival never matters.

import { later, type Day } from '../day.ts'
import type { PersonId } from '../ids.ts'
import type { Source, Mark } from '../policy/cited.ts'
import { thousandths } from '../evaluate/rules/attendance.ts'
import { stayIn, type Counting, type Countings, type Moved, type Question, type SchoolYear } from './counting.ts'
import type { ShareRule } from './items.ts'
import { reaches, shortBy } from './share.ts'

export type ShareMissing = 'no-list' | 'list-incomplete' | 'nobody-moved' | 'population' | 'unnamed'

export interface Range {
  readonly low: number
  readonly high: number
}

export interface Fraction {
  readonly part: number
  readonly whole: number
}

export interface ShareVerdict {
  readonly rule: string
  readonly title: string
  readonly source: Source
  readonly mark: Mark
  readonly supervision: boolean
  readonly of: ShareRule['of']
  readonly thousandths: number
  readonly is: 'met' | 'unmet' | 'undetermined'
  readonly part: Range
  readonly whole: Range
  /** The smallest and the largest share any way of counting gives, each with its own numbers; empty where there is none to give. */
  readonly extremes?: readonly Fraction[]
  /** How many more it takes, at best and at worst. */
  readonly short: Range
  readonly missing: readonly ShareMissing[]
  readonly depends: readonly Question[]
  /** Who counts whatever the answers, and who only with some. */
  readonly names: readonly PersonId[]
  readonly maybe: readonly PersonId[]
}

/** Whether someone belonged to a population of titles on a day; null where nobody can say. */
export type Belongs = (person: PersonId, population: string, on: Day) => boolean | null

export interface YearPicture {
  readonly year: SchoolYear
  readonly asOf: Day
  /** How many are on the frozen list; null where there is none. */
  readonly eligible: number | null
  readonly listComplete: boolean
  readonly moved: readonly Moved[]
}

interface Counted {
  readonly counting: Counting
  readonly part: readonly PersonId[]
  readonly perhaps: readonly PersonId[]
  readonly whole: number
}

function count(rule: ShareRule, picture: YearPicture, counting: Counting, belongs: Belongs): Counted {
  const part: PersonId[] = []
  const perhaps: PersonId[] = []
  let movers = 0
  for (const one of picture.moved) {
    const stay = stayIn(one, picture.year, picture.asOf, counting)
    if (stay === null || stay.from === null) continue
    movers += 1
    const is = rule.population === null ? true : belongs(one.person, rule.population, later(stay.from, picture.year.first))
    if (is === true) part.push(one.person)
    else if (is === null) perhaps.push(one.person)
  }
  return { counting, part, perhaps, whole: rule.of === 'movers' ? movers : (picture.eligible ?? 0) }
}

/** Smallest and largest, compared as fractions; one where all are equal. */
function extremesOf(counted: readonly Counted[]): Fraction[] {
  const all = counted
    .filter((c) => c.whole > 0)
    .flatMap((c) => [
      { part: c.part.length, whole: c.whole },
      { part: c.part.length + c.perhaps.length, whole: c.whole },
    ])
    .sort((a, b) => a.part * b.whole - b.part * a.whole || a.whole - b.whole)
  const [least, most] = [all[0], all[all.length - 1]]
  if (least === undefined || most === undefined) return []
  return least.part * most.whole === most.part * least.whole ? [least] : [least, most]
}

const range = (numbers: readonly number[]): Range => ({ low: Math.min(...numbers), high: Math.max(...numbers) })

export function shareVerdict(rule: ShareRule, picture: YearPicture, countings: Countings, belongs: Belongs): ShareVerdict {
  const share = thousandths(rule.atLeast)
  const counted = countings.all.map((c) => count(rule, picture, c, belongs))
  const missing = new Set<ShareMissing>()
  if (rule.of === 'eligible' && (picture.eligible ?? 0) === 0) missing.add('no-list')
  else if (rule.of === 'eligible' && !picture.listComplete) missing.add('list-incomplete')
  if (rule.of === 'movers' && counted.every((c) => c.whole === 0)) missing.add('nobody-moved')
  const known = missing.size === 0
  const low = (c: Counted): boolean => c.whole > 0 && reaches(c.part.length, c.whole, share)
  const high = (c: Counted): boolean => c.whole > 0 && reaches(c.part.length + c.perhaps.length, c.whole, share)
  const is = !known ? 'undetermined' : counted.every(low) ? 'met' : counted.some(high) ? 'undetermined' : 'unmet'
  if (known && is === 'undetermined' && counted.some((c) => low(c) !== high(c))) missing.add('population')
  const depends = known && is === 'undetermined' ? parting(counted, countings.open, low) : []
  if (known && is === 'undetermined' && partsByUnnamed(counted, low) && !depends.includes('rotationCountedKinds')) missing.add('unnamed')
  const all = counted.map((c) => [...c.part, ...c.perhaps])
  const everywhere = (all[0] ?? []).filter((p) => counted.every((c) => c.part.includes(p)))
  return {
    rule: rule.id,
    title: rule.title,
    source: rule.source,
    mark: rule.mark,
    supervision: rule.supervision,
    of: rule.of,
    thousandths: share,
    is,
    part: range(counted.flatMap((c) => [c.part.length, c.part.length + c.perhaps.length])),
    whole: range(counted.map((c) => c.whole)),
    extremes: extremesOf(counted),
    short: range(
      counted.flatMap((c) => [shortBy(c.part.length, c.whole, share), shortBy(c.part.length + c.perhaps.length, c.whole, share)]),
    ),
    missing: [...missing],
    depends,
    names: [...everywhere].sort(),
    maybe: [...new Set(all.flat())].filter((p) => !everywhere.includes(p)).sort(),
  }
}

const ASPECT: Readonly<Record<Question, (c: Counting) => string>> = {
  rotationCountedKinds: (c) => c.ways.join(' '),
  rotationYearCounts: (c) => c.year,
  rotationListCounts: (c) => c.list,
}
const rest = (c: Counting, without: Question): string =>
  (Object.keys(ASPECT) as Question[])
    .filter((q) => q !== without)
    .map((q) => ASPECT[q](c))
    .join('|')

/** The open questions whose answer alone can turn the verdict. */
const parting = (counted: readonly Counted[], open: readonly Question[], met: (c: Counted) => boolean): Question[] =>
  open.filter((q) =>
    counted.some((a) =>
      counted.some(
        (b) => rest(a.counting, q) === rest(b.counting, q) && ASPECT[q](a.counting) !== ASPECT[q](b.counting) && met(a) !== met(b),
      ),
    ),
  )

const partsByUnnamed = (counted: readonly Counted[], met: (c: Counted) => boolean): boolean =>
  counted.some(
    (a) =>
      a.counting.unnamed &&
      counted.some(
        (b) => !b.counting.unnamed && b.counting.year === a.counting.year && b.counting.list === a.counting.list && met(a) !== met(b),
      ),
  )
