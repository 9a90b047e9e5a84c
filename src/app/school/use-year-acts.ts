// useYearActs(school, desk): what the school does to its review, each in one act; publishing also shows everybody their own line.
// `trouble` says in words what was not taken; what was done is announced.

import { ref, type Ref } from 'vue'
import type { Day } from '../../domain/day.ts'
import { formatTenths } from '../../domain/hours.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { VerbName } from '../../domain/verbs/register.ts'
import { linesOf } from '../../domain/year-review/review-line.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { ActInput } from '../../storage/act.ts'
import type { ActedGroup } from '../../storage/act-group.ts'
import type { ActedMany, Skipped } from '../../storage/act-many.ts'
import { announce } from '../components/announcer.ts'
import { useAct } from '../composables/act.ts'
import { yearReview as words } from '../text/year-review-pages.ts'
import { outcomeWords, skippedWords } from './outcome-words.ts'
import { inParts } from './year-parts.ts'
import type { SchoolInHand } from './school-in-hand.ts'
import type { YearReview } from './use-year-review.ts'

/** So many people in one transaction; more go in lots, between which the page shows how far it is. */
const AT_ONCE = 400
const LOT = 100

export interface YearActs {
  readonly trouble: Ref<string | null>
  /** How far a long publishing is, person by person. */
  readonly progress: Readonly<Ref<{ readonly done: number; readonly of: number } | null>>
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
  const progress = ref<{ done: number; of: number } | null>(null)

  async function onFile(verb: VerbName, args: Record<string, unknown>, done: string): Promise<boolean> {
    const id = school.id.value
    if (id === null) return false
    const acted = await act({ verb, subject: { kind: 'school', id }, args })
    trouble.value = outcomeWords(acted)
    if (acted.is === 'saved') announce(done)
    return acted.is === 'saved'
  }
  const row = (): string => desk.review.value?.id ?? ''
  /** Who or what was left out, lot after lot; null where it broke off: the phone failed, or one was declined where `all` are needed. */
  async function inLots(inputs: readonly ActInput[], lot: number, needed: 'all' | 'who-can'): Promise<readonly Skipped[] | null> {
    const skipped: Skipped[] = []
    try {
      for (let n = 0; n < inputs.length; n += lot) {
        progress.value = { done: n, of: inputs.length }
        const acted = await actGroup(inputs.slice(n, n + lot))
        trouble.value = acted.is === 'saved' && needed === 'who-can' ? null : wordsOf(acted)
        if (acted.is !== 'saved' || trouble.value !== null) return null
        skipped.push(...acted.skipped)
      }
      return skipped
    } finally {
      progress.value = null
    }
  }

  return {
    trouble,
    progress,
    async open(asOf) {
      const year = desk.year.value
      return year !== null && onFile('open-year-review', { first: year.first, last: year.last, asOf }, words.open)
    },
    check: (left, note) => onFile('check-year-review', { row: row(), left, note }, words.steps.checkDone(left)),
    async publish(from, to) {
      const [id, review, figures] = [school.id.value, desk.review.value, desk.figures.value]
      if (id === null || review === null || figures === null) return false
      const { first, last, asOf } = review
      const args = { row: review.id, from, to, digest: desk.digest.value }
      const lines = figures.people.map(([person, , , , , recognised, counted]): ActInput => ({
        verb: 'show-review-line',
        subject: { kind: 'teacher', id: person },
        args: { review: review.id, school: id, first, last, asOf, recognised, counted, from, to },
      }))
      // Too many for one moment of a phone: everybody's line first, the publishing last, so that what breaks off is no publishing yet;
      // done again, lines that stand change nothing. Who cannot be shown theirs (they have moved on) keeps nobody else out and is said afterwards.
      if (lines.length > AT_ONCE) {
        const skipped = await inLots(lines, LOT, 'who-can')
        if (skipped === null) return false
        const without = declinedIn(skipped)
        if (!(await onFile('publish-year-review', args, words.publish.sent(lines.length - without.length)))) return false
        trouble.value = skippedWords(without)
        return true
      }
      const acted = await actMany({ verb: 'publish-year-review', subject: { kind: 'school', id }, args }, () => lines)
      trouble.value = wordsOf(acted)
      if (acted.is === 'saved') announce(words.publish.sent(acted.ops.length))
      return acted.is === 'saved'
    },
    sign: (paper) => onFile('sign-year-review', { row: row(), digest: desk.digest.value, paper }, words.sign.sent),
    async handIn() {
      const [figures, id] = [desk.figures.value, school.id.value]
      if (figures === null || id === null) return false
      const [head, ...rest] = inParts(row(), figures).map((args) => ({
        verb: 'hand-in-year-review' as const,
        subject: { kind: 'school' as const, id },
        args,
      }))
      if (head === undefined || rest.length === 0)
        return onFile('hand-in-year-review', { row: row(), schools: figures.schools, people: figures.people }, words.handIn.sent)
      // Parts that stand already, from another device or from before it came back, change nothing; the rest goes on from there.
      const standing = await inLots([head, ...rest], 1, 'all')
      if (standing === null) return false
      // Where all of it does, that is said.
      trouble.value = standing.length > rest.length ? skippedWords(standing) : null
      if (trouble.value === null) announce(words.handIn.sent)
      return trouble.value === null
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

/** Without those for whom it stands already. */
const declinedIn = (skipped: readonly Skipped[]): readonly Skipped[] => skipped.filter((s) => s.why.is !== 'noop')

const wordsOf = (acted: ActedGroup | ActedMany): string | null =>
  acted.is === 'saved' ? skippedWords(declinedIn(acted.skipped)) : outcomeWords(acted)

/** '38 人,1,820 学时' of what is signed. */
export function signedWhat(desk: YearReview): string {
  if (desk.totals.value === null) return ''
  const { onRoll, hours } = desk.totals.value
  const unverified = (desk.figures.value?.people ?? []).filter(([, , , why, state]) => why === '' && state === 'unverified').length
  return words.sign.what(onRoll, formatTenths(hours.recognised)) + (unverified === 0 ? '' : words.sign.unverified(unverified))
}
