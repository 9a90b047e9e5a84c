// Who may use the verbs of nouns that have their own folder: each noun's table stands beside its tests, one line a noun here.
import { HISTORY_WHO } from '../history/who-may.ts'
import type { Document } from '../../../src/domain/document.ts'
import { REGISTRATION_WHO } from '../registration/who-may.ts'
import { ROTATION_WHO } from '../rotation/who-may.ts'
import { OF_GROWTH } from '../growth/who-may.ts'
import { OF_TIERS } from '../tiers/who-may.ts'
import { YEAR_REVIEW_WHO } from '../year-review/who-may.ts'
import { OF_POLICY } from '../policy-change/who-may.ts'
import type { Who } from './scene.ts'

export interface Situation {
  readonly doc: Document
  readonly args: unknown
  readonly base?: string
  readonly today?: string
}

/** A situation in which the verb takes effect (tao's dossier at the teaching point, the 中心校's file, the district's), and by hand who may. */
export interface WhoMay {
  readonly may: readonly Who[]
  readonly make: () => Situation
}

export const OF_NOUNS = {
  ...REGISTRATION_WHO,
  ...OF_POLICY,
  ...ROTATION_WHO,
  ...HISTORY_WHO,
  ...OF_TIERS,
  ...OF_GROWTH,
  ...YEAR_REVIEW_WHO,
}
