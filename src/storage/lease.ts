// One tab syncs at a time, by a row with an end. It only saves work: two tabs that sync at once do no harm.

import { writeMeta, type Lease } from './meta.ts'
import { write, type Phone } from './phone.ts'

export const LEASE_MS = 90_000

/** Takes or renews the lease; false while another tab has it. By hand (`force`) it is taken in any case. */
export const takeLease = (phone: Phone, tab: string, force = false): Promise<boolean> =>
  write(phone, async (database, metas) => {
    const now = phone.clock.now()
    const lease = metas.get('lease')
    // An end too far away comes from a clock that was put back: it does not bind.
    if (!force && lease !== undefined && lease.tab !== tab && lease.until > now && lease.until <= now + LEASE_MS) return false
    await writeMeta(database, 'lease', { tab, until: now + LEASE_MS })
    return true
  })

/** Whether a lease is this tab's for a while yet: then it need not be renewed, which is a write. */
export const isLong = (lease: Lease | undefined, tab: string, now: number): boolean =>
  lease?.tab === tab && lease.until > now + LEASE_MS / 2 && lease.until <= now + LEASE_MS

export const giveLease = (phone: Phone, tab: string): Promise<void> =>
  write(phone, async (database, metas) => {
    if (metas.get('lease')?.tab === tab) await writeMeta(database, 'lease', { tab, until: 0 })
  })
