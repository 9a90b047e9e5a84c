// 发放学时: hours of a registered activity, recognised at once for one person of its roster.
// 0 hours are granted only with the reason (缺勤超五分之一), so that the person sees it and may object.
// What the training was comes from the activity alone; the op adds only this person's hours, attendance and result,
// and the credits beside them, where the list prints any.
// Nobody recognises their own hours: one's own line of a roster becomes a claim that waits for another desk.

import { z } from 'zod/mini'
import type { Document } from '../document.ts'
import type { Dossier, HoursFact, Training } from '../dossier.ts'
import { rowsOf } from '../document.ts'
import { entryOf } from '../entry.ts'
import { parseCredits, parseHours, type CreditTenths, type Tenths } from '../hours.ts'
import type { PersonId, RowId } from '../ids.ts'
import { isOfficerOf } from '../permissions.ts'
import { levelRule } from '../policy/level-rule.ts'
import type { ActivityInfo } from '../reference.ts'
import { creditsArg, hoursArg, rowArg, trainingArgs } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

/** Whether this roster's hours are already in the dossier and stand (or wait, for one's own line). */
function alreadyGranted(document: Document, activity: RowId, own: boolean): boolean {
  for (const row of rowsOf(document as Dossier, 'hours')) {
    const entry = entryOf(row)
    if (entry === null || entry.training.activity !== activity || entry.state === 'reversed' || entry.state === 'withdrawn') continue
    if (entry.origin === 'granted' || own) return true
  }
  return false
}

function trainingOf(a: ActivityInfo): Omit<Training, 'hours' | 'credits' | 'attendance' | 'result'> {
  const { title, organiser, level, mode, tags, project, first, last } = a
  return { title, organiser, level, mode, tags, project, first, last, activity: a.id }
}

export const grantHours = defineVerb({
  name: 'grant-hours',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer'],
  args: z.strictObject({
    activity: rowArg,
    hours: z.nullable(z.union([hoursArg, z.literal('0')])),
    attendance: trainingArgs.attendance,
    result: trainingArgs.result,
    credits: z.optional(creditsArg),
  }),
  codes: ['activity.unknown', 'activity.no-hours-without-reason', 'activity.level-not-granted', 'activity.other-school'],
  run(document, args, context, capacity) {
    const { reference, today, actor } = context
    const activity = reference.activities.find((a) => a.id === args.activity)
    if (activity === undefined) return refused('activity.unknown', 'activity')
    if (capacity === 'officer' && (activity.at.kind !== 'school' || !isOfficerOf(actor.id, activity.at.id, reference, today)))
      return refused('activity.other-school', 'activity')
    if (levelRule(reference.policy, activity.level)?.grantedBy.includes(activity.at.kind) !== true)
      return refused('activity.level-not-granted', 'activity')
    if (args.hours === '0' && args.result === null) return refused('activity.no-hours-without-reason', 'result')
    const own = (document.subject.id as PersonId) === actor.id
    if (alreadyGranted(document, activity.id, own)) return { is: 'noop' }
    const hours = args.hours === null ? activity.hours : (parseHours(args.hours) as Tenths)
    const credits = args.credits === undefined || args.credits === null ? null : (parseCredits(args.credits) as CreditTenths)
    const training: Training = { ...trainingOf(activity), hours, credits, attendance: args.attendance, result: args.result }
    const row = context.op as string as RowId
    if (!own) {
      const fact: HoursFact = { ...signed('granted', context, capacity), ...training }
      return applied(append(document, 'hours', row, fact))
    }
    const fact: HoursFact = { ...signed('claimed', context, 'teacher'), ...training, evidence: [{ is: 'roster' }], lateReason: null }
    return { is: 'adjusted', document: append(document, 'hours', row, fact), as: { state: 'pending-school' } }
  },
})
