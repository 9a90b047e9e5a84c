// 提名: the school asks for a place for one teacher. Whether its quota is kept is seen across documents: a flag of the report, no refusal.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { lineArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { placesOf, type PlaceFact } from './place.ts'

export const proposePlace = defineVerb({
  name: 'propose-place',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({ project: rowArg, title: lineArg(120) }),
  codes: ['place.already-proposed'],
  run(document, args, context, capacity) {
    if (placesOf(document as Dossier).some((p) => p.project === args.project && p.is !== 'declined'))
      return refused('place.already-proposed')
    const fact: PlaceFact = { ...signed('proposed', context, capacity), ...args }
    return applied(append(document, 'project-place', context.op as string as RowId, fact))
  },
})
