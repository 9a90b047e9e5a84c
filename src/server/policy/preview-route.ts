// POST /api/policy/preview: what a change of the policy would do, over the dossiers themselves. For who may publish (district officer,
// administrator) only; anybody else gets 404. Reads, never writes. Each step looks at as many as there is time for.

import { Hono } from 'hono'
import { z } from 'zod/mini'
import { isDay, later, type Day } from '../../domain/day.ts'
import type { PersonChange, Place } from '../../domain/policy-change/compare.ts'
import { PACK_KEY, packOf } from '../../domain/policy-change/published.ts'
import { overridden } from '../../domain/policy/merge.ts'
import type { SettingFact } from '../../domain/school-file.ts'
import { PolicyPreviewRequest, type PolicyPreviewAnswer } from '../../wire/policy-preview.ts'
import type { AskerEnv } from '../accounts/account-deps.ts'
import { withAsker } from '../door/door.ts'
import { readBoundedJson } from '../http/bounded-json.ts'
import { nothingHere, problem } from '../http/problem.ts'
import { readBodyText } from '../http/read-body.ts'
import type { OverviewSource } from '../overview/kept-overview.ts'
import { allSettings } from '../store/reference-parts.ts'
import { teacherIds } from '../store/standings.ts'
import type { Rules } from '../reference/rules.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { tryPolicy } from './try-policy.ts'

const AT_ONCE = 400
/** What a step of the progress bar takes at least, where there is more to do. */
const STEP_MS = 250
const MOST_BYTES = 256 * 1024
const MAY_PUBLISH = ['district-officer', 'admin']

export function policyPreviewRoute(deps: SyncDeps & { readonly rules: Rules }, kept: OverviewSource): Hono<AskerEnv> {
  const app = new Hono<AskerEnv>()
  app.post('/api/policy/preview', async (c) => {
    const { asker } = c.var
    if (asker === null) return problem(c, 401, 'session.none')
    const text = await readBodyText(c.req.raw, MOST_BYTES)
    if (text.is === 'refused') return problem(c, text.status, text.code)
    const body = readBoundedJson(text.text, { depth: 6, values: 400, nul: false })
    const read = body.is === 'read' ? z.safeParse(PolicyPreviewRequest, body.value) : null
    if (read?.success !== true) return problem(c, 400, 'request.malformed', { field: 'changes' })
    return withAsker(
      deps.db,
      deps.clock,
      asker,
      async (visit) => {
        if (!visit.scope.roles.some((r) => r.atKind === 'district' && MAY_PUBLISH.includes(r.role))) return nothingHere(c)
        const began = deps.clock()
        const at = await deps.references.read(visit.tx, asker.district)
        const { district, reference } = at
        const { changes, after } = read.data
        const wrong = changes.find(
          (one) =>
            !isDay(one.from) || (one.key === PACK_KEY ? packOf(one.value) === null : overridden(reference.policy.settings, one) === null),
        )
        if (wrong !== undefined) return problem(c, 400, 'setting.bad-value', { field: wrong.key })
        // Only these four are read of a setting; who signs it is the verb's business, later.
        const will = deps.rules.policyFor(district.code, [
          ...(await allSettings(visit.tx, district.id)),
          ...(changes as unknown as SettingFact[]),
        ])
        const on = changes.reduce<Day>((day, one) => later(day, one.from as Day), visit.now.day)
        const people = await teacherIds(visit.tx, district.id, null, false)
        const tried = tryPolicy(visit.tx, district.id, {
          before: reference.policy,
          after: will,
          on,
          kept: await kept.standings(visit.tx, at),
        })
        const was: Partial<Record<Place['state'], number>> = {}
        const then: Partial<Record<Place['state'], number>> = {}
        const moved: PersonChange[] = []
        let done = after === null ? 0 : people.filter((id) => id <= after).length
        do {
          const some = people.slice(done, done + AT_ONCE)
          for (const one of await tried(some)) {
            was[one.was] = (was[one.was] ?? 0) + 1
            then[one.will] = (then[one.will] ?? 0) + 1
            if (one.change !== null) moved.push(one.change)
          }
          done += some.length
        } while (done < people.length && deps.clock() - began < STEP_MS)
        const answer: PolicyPreviewAnswer = {
          on,
          people: people.length,
          done,
          next: done < people.length ? (people[done - 1] ?? null) : null,
          was,
          will: then,
          changes: moved,
        }
        return c.json(answer)
      },
      { snapshot: true },
    )
  })
  return app
}
