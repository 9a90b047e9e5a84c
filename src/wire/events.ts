// What the server noted about phones, for whoever looks after the district: which fault, whose phone, on which day, how often.
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

/** GET /api/district/events: the newest days first, 200 lines at most. */
export const DistrictEvents = z.object({
  events: z.array(z.object({ kind: z.string(), name: z.string(), /** 'YYYY-MM-DD' */ day: z.string(), times: z.int() })),
})
export type DistrictEvents = z.infer<typeof DistrictEvents>
