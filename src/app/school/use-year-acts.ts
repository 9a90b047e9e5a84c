// useYearActs(school, desk): what the school does to its review, each in one act; publishing also shows everybody their own line.
// `trouble` says in words what was not taken; what was done is announced.

import { ref, type Ref } from 'vue'
import type { Day } from '../../domain/day.ts'
import { formatTenths } from '../../domain/hours.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { VerbName } from '../../domain/verbs/register.ts'
import type { Figures } from '../../domain/year-review/figures.ts'
import { linesOf } from '../../domain/year-review/review-line.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { announce } from '../components/announcer.ts'
import { useAct } from '../composables/act.ts'
import { yearReview as words } from '../text/year-review-pages.ts'
import { outcomeWords, skippedWords } from './outcome-words.ts'
import type { SchoolInHand } from './school-in-hand.ts'
import type { YearReview } from './use-year-review.ts'

/** So many people of a table go into one op, whatever their names and levels weigh. */
const IN_ONE_OP = 400

/** The arguments of each handing-in: one, or one a part where the table is too long for one op. */
export function inParts(row: string, { schools, people }: Pick<Figures, 'schools' | 'people'>): Record<string, unknown>[] {
  const of = Math.ceil(people.length / IN_ONE_OP)
  if (of < 2) return [{ row, schools, people }]
  return Array.from({ length: of }, (_, n) => ({ row, schools, people: people.slice(n * IN_ONE_OP, (n + 1) * IN_ONE_OP), part: { n, of } }))
}

export interface YearActs {
  readonly trouble: Ref<string | null>
  open(asOf: Day): Promise<boolean>
  check(left: number, note: string): Promise<boolean>
  publish(from: Day, to: Day): Promise<boolean>
  sign(paper: string | null): Promise<boolean>
  handIn(): Promise<boolean>
  answerLine(person: PersonId, name: string, dossier: Dossier, reason: string): Promise<boolean>
}

export function useYearActs(school: SchoolInHand, desk: YearReview): YearActs {
  const { act, actGroup, actMany } = useAct()
  const trouble = ref<string | null>(null)

  async function onFile(verb: VerbName, args: Record<string, unknown>, done: string): Promise<boolean> {
    const id = school.id.value
    if (id === null) return false
    const acted = await act({ verb, subject: { kind: 'school', id }, args })
    trouble.value = outcomeWords(acted)
    if (acted.is === 'saved') announce(done)
    return acted.is === 'saved'
  }
  const row = (): string => desk.review.value?.id ?? ''

  return {
    trouble,
    async open(asOf) {
      const year = desk.year.value
      return year !== null && onFile('open-year-review', { first: year.first, last: year.last, asOf }, words.open)
    },
    check: (left, note) => onFile('check-year-review', { row: row(), left, note }, words.steps.checkDone(left)),
    async publish(from, to) {
      const [id, review, figures] = [school.id.value, desk.review.value, desk.figures.value]
      if (id === null || review === null || figures === null) return false
      const { first, last, asOf } = review
      const acted = await actMany({ verb: 'publish-year-review', subject: { kind: 'school', id }, args: { row: review.id, from, to, digest: desk.digest.value } }, () =>
        figures.people.map(([person, , , , , recognised, counted]) => ({
          verb: 'show-review-line', subject: { kind: 'teacher' as const, id: person }, args: { review: review.id, school: id, first, last, asOf, recognised, counted, from, to },
        })))
      trouble.value = acted.is === 'saved' ? skippedWords(acted.skipped.filter((s) => s.why.is !== 'noop')) : outcomeWords(acted)
      if (acted.is === 'saved') announce(words.publish.sent(acted.ops.length))
      return acted.is === 'saved'
    },
    sign: (paper) => onFile('sign-year-review', { row: row(), digest: desk.digest.value, paper }, words.sign.sent),
    async handIn() {
      const [figures, id] = [desk.figures.value, school.id.value]
      if (figures === null || id === null) return false
      const [head, ...rest] = inParts(row(), figures).map((args) => ({ verb: 'hand-in-year-review' as const, subject: { kind: 'school' as const, id }, args }))
      if (head === undefined || rest.length === 0) return onFile('hand-in-year-review', { row: row(), schools: figures.schools, people: figures.people }, words.handIn.sent)
      // Parts that stand already, from another device or from before it came back, change nothing; the rest goes on from there.
      const acted = await actGroup([head, ...rest])
      const declined = acted.is === 'saved' ? acted.skipped.filter((s) => s.why.is !== 'noop' || acted.ops.length === 0) : []
      trouble.value = acted.is === 'saved' ? skippedWords(declined) : outcomeWords(acted)
      const whole = acted.is === 'saved' && declined.length === 0
      if (whole) announce(words.handIn.sent)
      return whole
    },
    async answerLine(person, name, dossier, reason) {
      const line = linesOf(dossier).find((l) => l.review === desk.review.value?.id)
      if (line === undefined) return false
      const acted = await act({ verb: 'answer-review-line', subject: { kind: 'teacher', id: person }, args: { row: line.id, reason } })
      trouble.value = outcomeWords(acted)
      if (acted.is === 'saved') announce(words.line.sent(name))
      return acted.is === 'saved'
    },
  }
}

/** '38 人,1,820 学时' of what is signed. */
export function signedWhat(desk: YearReview): string {
  if (desk.totals.value === null) return ''
  const { onRoll, hours } = desk.totals.value
  const unverified = (desk.figures.value?.people ?? []).filter(([, , , why, state]) => why === '' && state === 'unverified').length
  return words.sign.what(onRoll, formatTenths(hours.recognised)) + (unverified === 0 ? '' : words.sign.unverified(unverified))
}
