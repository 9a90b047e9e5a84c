// What one rule did to one entry: tenths before and after, with the rule's id. Steps of a trace add up from recognised to counted.

import type { Tenths } from '../../hours.ts'

export interface Effect {
  readonly rule: string
  readonly type: 'exclusion' | 'attendance' | 'once-only' | 'conversion' | 'cap'
  readonly before: Tenths
  readonly after: Tenths
}
