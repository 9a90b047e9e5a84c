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

/** Who moves it next, in the words of the person asking. */
export const nextMove: Readonly<Record<EntryState, string>> = {
  'pending-school': '等学校审核',
  'returned-school': '请你改一改再交',
  'pending-district': '学校已通过，等区里认定',
  'returned-district': '请你改一改再交',
  recognised: '已办完',
  withdrawn: '你已撤回',
  reversed: '已冲销，不再计入',
}
