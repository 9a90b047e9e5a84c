// useOutbox(): { view, choose, seen }. `view` holds pending ops (only on this phone, oldest first, `waitsFor` another one),
// refusals that wait for their author (result.code + result.field, or stale), and adjusted values not yet seen.
// choose(op, 'draft' | 'given-up') takes a refusal off the list; 改一改 is act({ …, replaces: op }), which does it by itself.
// seen(ops) says that their author has looked at them (全部已同步 waits for that).

import type { ShallowRef } from 'vue'
import type { OutboxView } from '../../storage/outbox-view.ts'
import { outboxView } from '../../storage/outbox-view.ts'
import { read } from '../../storage/phone.ts'
import { chooseFor, markSeen } from '../../storage/refusals.ts'
import { useLive } from './live.ts'
import { phoneInHand } from './phone.ts'

export interface Outbox {
  readonly view: Readonly<ShallowRef<OutboxView>>
  choose(op: string, choice: 'draft' | 'given-up'): Promise<void>
  seen(ops: readonly string[]): Promise<void>
}

const NOTHING: OutboxView = { pending: [], refusals: [], adjustments: [] }

export function useOutbox(): Outbox {
  return {
    view: useLive<OutboxView>((phone) => read(phone, outboxView), NOTHING),
    choose: (op, choice) => chooseFor(phoneInHand(), op, choice),
    seen: (ops) => markSeen(phoneInHand(), ops),
  }
}
