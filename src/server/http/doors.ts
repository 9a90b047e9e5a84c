// The doors of the API: phones that sync, pictures, whoever is not signed in yet, and everything else, each with a limit of its own,
// so that none of them can take the place of another. Files of the app pass by.

import type { Context } from 'hono'
import {
  admission,
  OTHER_LIMITS,
  PICTURE_LIMITS,
  STRANGER_LIMITS,
  SYNC_LIMITS,
  type Admission,
  type AdmissionDeps,
  type Limits,
} from './admission.ts'

export interface Doors {
  readonly sync: Admission
  of(c: Context): Admission | null
}

export interface DoorLimits {
  readonly sync: Limits
  readonly pictures: Limits
  readonly strangers: Limits
  readonly others: Limits
}

const USUAL: DoorLimits = { sync: SYNC_LIMITS, pictures: PICTURE_LIMITS, strangers: STRANGER_LIMITS, others: OTHER_LIMITS }
/** Where a body is read from whoever sends one. */
const FOR_STRANGERS = /^\/api\/(?:sign-in|sign-out|join|first-run)(?:\/|$)/

export function doors(deps: AdmissionDeps, limits: Partial<DoorLimits> = {}): Doors {
  const of = { ...USUAL, ...limits }
  const sync = admission(of.sync, deps)
  const pictures = admission(of.pictures, deps)
  const strangers = admission(of.strangers, deps)
  const others = admission(of.others, deps)
  return {
    sync,
    of({ req: { path } }) {
      if (!path.startsWith('/api/')) return null
      if (path === '/api/sync' || path === '/api/rescue') return sync
      if (path.startsWith('/api/evidence/')) return pictures
      return FOR_STRANGERS.test(path) ? strangers : others
    },
  }
}

export function laterByTimer(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
