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

const wayWords = (policy: Policy, way: string | null): string => (way === null ? words.unnamed : (kindOf(policy, way)?.name ?? way))

/** As it is; of one that goes on, also till when it is planned. */
export const daysWords = ({ first, until, from, to }: Told): string =>
  from === null
    ? words.plannedSpan(first, until)
    : to === null && until !== null
      ? `${words.span(from, to)}，${words.card.until(until)}`
      : words.span(from, to)

export const toldWords = (policy: Policy, told: Told): string => `${wayWords(policy, told.way)} · ${daysWords(told)}`

export interface Route {
  readonly home: SchoolId | null
  readonly host: SchoolId
  readonly homeName: string
  readonly hostName: string
}

/** As a school is called now, or was when it was planned, where this phone does not know it. */
export const hostWords = (name: (id: SchoolId) => string, r: Route): string => name(r.host) || r.hostName
export const homeWords = (name: (id: SchoolId) => string, r: Route): string => (r.home === null ? '' : name(r.home) || r.homeName)
export const routeWords = (name: (id: SchoolId) => string, r: Route): string => words.route(homeWords(name, r), hostWords(name, r))
