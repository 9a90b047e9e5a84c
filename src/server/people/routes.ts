// What the district does to several documents at once: merging two dossiers of one person (and undoing it), closing a school.
// Online only; for its officers and administrators, to anybody else nothing is here.

import { Hono, type Context } from 'hono'
import type { z } from 'zod/mini'
import { isDay } from '../../domain/day.ts'
import type { SchoolId } from '../../domain/ids.ts'
import { CloseRequest, MergeRequest } from '../../wire/people-acts.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import type { Asker } from '../door/asker.ts'
import { nothingHere, problem } from '../http/problem.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { closeSchool } from './close-school.ts'
import { districtHand, type Hand } from './district-hand.ts'
import { mergePeople } from './merge.ts'
import { readJson } from '../http/read-json.ts'

type C = Context<AskerEnv>
export type PeopleActDeps = Pick<SyncDeps, 'db' | 'clock' | 'references'>

export function peopleActRoutes(deps: PeopleActDeps): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  async function asked<T>(c: C, schema: z.ZodMiniType<T>, act: (wish: T, asker: Asker, hand: Hand) => Promise<unknown>): Promise<Response> {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    const hand = await districtHand(deps, asker)
    if (hand === null) return nothingHere(c)
    const wish = await readJson(c, schema)
    return wish instanceof Response ? wish : c.json((await act(wish, asker, hand)) as object)
  }
  app.post('/api/people/merge', (c) => asked(c, MergeRequest, (wish, asker, hand) => mergePeople(deps, asker, hand, wish, false)))
  app.post('/api/people/merge/undo', (c) => asked(c, MergeRequest, (wish, asker, hand) => mergePeople(deps, asker, hand, wish, true)))
  app.post('/api/district/schools/:id/close', (c) =>
    asked(c, CloseRequest, (wish, asker, hand) =>
      isDay(wish.to)
        ? closeSchool(deps, asker, hand, c.req.param('id') as SchoolId, wish)
        : Promise.resolve({ is: 'refused', code: 'verb.bad-arguments', people: [] }),
    ),
  )
  return app
}
