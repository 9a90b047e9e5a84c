// 历史学时核对情况: how many at each school have confirmed their history, have not, or had none imported; and whose objection waits for
// whom. Schools with most open work come first; people stand by name.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import type { Step } from '../dossier.ts'
import { defineReport } from '../reports/report.ts'
import { whileThere } from '../reports/while-there.ts'
import { historyOf } from './history.ts'

export interface HistoryOfSchool {
  readonly school: SchoolId
  people: number
  confirmed: number
  unconfirmed: number
  /** Nothing imported and nothing said. */
  none: number
  objections: number
}

export interface OpenObjection {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  readonly waitsFor: Step
  readonly since: Day
  readonly reason: string
}

export interface HistoryAnswer {
  readonly schools: readonly HistoryOfSchool[]
  readonly objections: readonly OpenObjection[]
}

interface State {
  readonly schools: Map<SchoolId, HistoryOfSchool>
  readonly objections: OpenObjection[]
}

const inText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const historyReport = defineReport<Record<string, never>, State, HistoryAnswer>({
  name: 'history',
  for: 'school-and-district',
  args: z.strictObject({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: ['opening', 'history-confirmed', 'objection'],
  fileKinds: [],
  standings: false,
  start: () => ({ schools: new Map(), objections: [] }),
  add(state, { dossier }, on) {
    const home = homePost(postsOf(dossier), on.asOf)
    if (home === null || !on.schools.includes(home.school)) return
    const of = state.schools.get(home.school) ?? { school: home.school, people: 0, confirmed: 0, unconfirmed: 0, none: 0, objections: 0 }
    state.schools.set(home.school, of)
    const history = historyOf(whileThere(dossier, on))
    of.people += 1
    if (history.confirmed) of.confirmed += 1
    else if (history.openings.length === 0) of.none += 1
    else of.unconfirmed += 1
    for (const o of history.objections) {
      if (o.waitsFor === null) continue
      of.objections += 1
      state.objections.push({
        person: dossier.subject.id as PersonId,
        name: personOf(dossier)?.name ?? '',
        school: home.school,
        waitsFor: o.waitsFor,
        since: o.since,
        reason: o.reason,
      })
    }
  },
  finish: ({ schools, objections }) => ({
    schools: [...schools.values()].sort(
      (a, b) => b.objections - a.objections || b.unconfirmed - a.unconfirmed || inText(a.school, b.school),
    ),
    objections: objections.sort((a, b) => inText(`${a.since} ${a.name} ${a.person}`, `${b.since} ${b.name} ${b.person}`)),
  }),
})
