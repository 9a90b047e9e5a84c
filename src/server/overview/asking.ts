// The way to every total: first whether this person may ask about the school or the district (as themselves, behind the wall), then
// the reading with the server's rights. Somebody who has since left is behind no wall of the school's any more, and still belongs to
// a past day's sum. What is answered must therefore be chosen by the day asked, never by what could be read.

import type { Context } from 'hono'
import type { Day } from '../../domain/day.ts'
import type { SchoolInfo } from '../../domain/reference.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import type { Asker } from '../door/asker.ts'
import { withAsker, withServer } from '../door/door.ts'
import { nothingHere, problem } from '../http/problem.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import type { Tx } from '../store/database.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { daysOf, type Days } from './standings-on.ts'

export interface Asked {
  readonly tx: Tx
  readonly asker: Asker
  readonly at: ReferenceAt
  readonly days: Days
  readonly today: Day
}

/** What waits for anything but the database (a disk, a workbook) is given back as work for after the transaction. */
type Answer = Response | (() => Promise<Response>)

/** About the whole district: for a district role only. */
export const askedOfDistrict = (deps: SyncDeps, c: Context<AskerEnv>, answer: (asked: Asked) => Promise<Answer>): Promise<Response> =>
  asked(deps, c, null, answer)

/** About one school: for a district role, and for whoever has a role there or above it. */
export function askedOfSchool(
  deps: SyncDeps,
  c: Context<AskerEnv>,
  answer: (asked: Asked, school: SchoolInfo) => Promise<Response>,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  return asked(deps, c, id, (found) => {
    const school = found.at.reference.schools.find((s) => s.id === id)
    return school === undefined ? Promise.resolve(nothingHere(c)) : answer(found, school)
  })
}

async function asked(
  deps: SyncDeps,
  c: Context<AskerEnv>,
  school: string | null,
  answer: (asked: Asked) => Promise<Answer>,
): Promise<Response> {
  const { asker } = c.var
  if (asker === null) return problem(c, 401, 'session.none')
  const { scope, now } = await withAsker(deps.db, deps.clock, asker, (visit) => Promise.resolve(visit), { snapshot: true })
  const may = scope.reach === 'district' || (school !== null && scope.schools.some((id) => id === school))
  if (!may) return nothingHere(c)
  const days = daysOf(c, now.day)
  if (days === null) return problem(c, 400, 'request.malformed', { field: 'asOf' })
  const read = async (tx: Tx): Promise<Answer> =>
    answer({ tx, asker, at: await deps.references.read(tx, asker.district), days, today: now.day })
  const answered = await withServer(deps.db, { district: asker.district, person: asker.person }, read, { snapshot: true })
  return typeof answered === 'function' ? answered() : answered
}
