// 答复提名: the district gives the place or not, with the reason; a school takes its own proposal back. Nobody decides about themselves.

import { z } from 'zod/mini'
import { lineArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { placeOf, type PlaceFact, type ProjectPlaceRow } from './place.ts'

export const decidePlace = defineVerb({
  name: 'decide-place',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer', 'principal'],
  args: z.strictObject({ row: rowArg, give: z.boolean(), reason: z.nullable(lineArg(500)) }),
  codes: ['place.not-waiting', 'place.needs-reason', 'place.other-desk', 'place.own'],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const place = row === undefined || row.kind !== 'project-place' ? null : placeOf(row as ProjectPlaceRow)
    if (place === null) return refused('verb.not-allowed')
    // A school only takes its own proposal back; whoever proposed themselves is decided about by somebody else.
    if (args.give && capacity !== 'district-officer') return refused('place.other-desk')
    if (args.give && document.subject.id === context.actor.id) return refused('place.own')
    if (place.is === (args.give ? 'given' : 'declined')) return { is: 'noop' }
    if (place.is !== 'waiting' && capacity !== 'district-officer') return refused('place.not-waiting')
    if (!args.give && args.reason === null) return refused('place.needs-reason', 'reason')
    const fact: PlaceFact = args.give
      ? signed('given', context, capacity)
      : { ...signed('declined', context, capacity), reason: args.reason ?? '' }
    return applied(append(document, 'project-place', args.row, fact))
  },
})
