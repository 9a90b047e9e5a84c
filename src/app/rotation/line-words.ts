// A rotation in words: which way, from where to where, and its days as they are or as planned.

import type { SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { kindOf } from '../../domain/rotation/items.ts'
import { rotationPages as words } from '../text/rotation-pages.ts'

export interface Told {
  readonly way: string | null
  readonly first: string
  readonly until: string | null
  readonly from: string | null
  readonly to: string | null
}

export const wayWords = (policy: Policy, way: string | null): string => (way === null ? words.unnamed : (kindOf(policy, way)?.name ?? way))

export const daysWords = ({ first, until, from, to }: Told): string => (from === null ? words.plannedSpan(first, until) : words.span(from, to))

export const toldWords = (policy: Policy, told: Told): string => `${wayWords(policy, told.way)} · ${daysWords(told)}`

export const routeWords = (name: (id: SchoolId) => string, home: SchoolId | null, host: SchoolId): string => words.route(home === null ? '' : name(home), name(host))
