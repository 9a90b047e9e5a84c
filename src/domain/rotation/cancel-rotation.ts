// 取消安排: the plan falls away; whoever was transferred meanwhile has it cancelled by the new school, which plans anew. What has begun is not cancelled: it is ended, or its post struck where it never was.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import { isOfficerOf } from '../permissions.ts'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { homesOf, rotationsOf, type RotationFact } from './rotation.ts'

export const cancelRotation = defineVerb({
  name: 'cancel-rotation',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['rotation.begun', 'rotation.districts-to-decide', 'rotation.own-record'],
  run(document, { row, reason }, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('rotation.own-record')
    const r = rotationsOf(document as Dossier).find((one) => one.id === row)
    if (r === undefined) return refused('verb.not-allowed')
    if (r.post !== null) return refused('rotation.begun')
    if (
      capacity === 'officer' &&
      (r.relation === 'moves' ||
        !homesOf(document as Dossier, r, context.today).some((school) =>
          isOfficerOf(context.actor.id, school, context.reference, context.today),
        ))
    )
      return refused('rotation.districts-to-decide')
    const fact: RotationFact = { ...signed('cancelled', context, capacity), reason }
    return applied(append(document, 'rotation', row, fact))
  },
})
