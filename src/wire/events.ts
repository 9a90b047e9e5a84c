// What the server noted about phones, for whoever looks after the district: which fault, whose phone, on which day, how often; and
// how the night's backup went, since nobody reads a log.
// No times of day and nothing of what anybody did: it says whom to help, not what they are up to.

import { z } from 'zod/mini'

/** Every kind has its words in the app; a newer one is shown as itself. */
export const EVENT_KINDS = [
  'op.cloned-device',
  'device.gap',
  'document.unequal',
  'op.same-id-other-content',
  'op.bad-signature',
  'op.unknown-device',
  'op.other-actor',
] as const

/** Each with its words in the app. */
export const BACKUP_TROUBLES = ['no-room', 'may-not-prove', 'failed'] as const
export type BackupTrouble = (typeof BACKUP_TROUBLES)[number]

/** GET /api/district/events: the newest days first, 200 lines at most. */
export const DistrictEvents = z.object({
  events: z.array(z.object({ kind: z.string(), name: z.string(), /** 'YYYY-MM-DD' */ day: z.string(), times: z.int() })),
  /** The night's backups; left out by a server that makes none. */
  backup: z.optional(
    z.object({
      /** 'YYYY-MM-DD HH:MM' of the newest; null where there is none. */
      last: z.nullable(z.string()),
      /** Why the last attempt came to nothing: one of BACKUP_TROUBLES; null where it did not. */
      trouble: z.nullable(z.string()),
    }),
  ),
})
export type DistrictEvents = z.infer<typeof DistrictEvents>
