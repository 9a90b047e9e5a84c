// One table for all states of an entry: code → the word's name (components) → who moves it next.

import type { EntryState } from '../../domain/entry.ts'
import type { State } from '../../domain/evaluate/reading.ts'
import type { StateName } from '../components/state-looks.ts'

export const entryStateName: Readonly<Record<EntryState, StateName>> = {
  'pending-school': 'awaiting-school',
  'returned-school': 'returned-by-school',
  'pending-district': 'awaiting-district',
  'returned-district': 'returned-by-district',
  recognised: 'recognised',
  withdrawn: 'withdrawn',
  reversed: 'reversed',
}

export const headlineStateName: Readonly<Record<State, StateName>> = {
  met: 'met',
  'on-the-way': 'in-progress',
  concern: 'needs-attention',
  unverified: 'to-verify',
}
