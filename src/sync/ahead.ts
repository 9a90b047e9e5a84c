// The next page is asked for while this one is being written: a phone that gets a whole school waits for the network or for its own
// storage, not for one after the other. What was asked ahead counts only where it is, word for word, what is asked next; else its answer
// is thrown away. Only pages are asked for ahead, never anything that carries ops.

import { subjectKey, type Subject } from '../domain/document.ts'
import { wantAfter } from '../storage/settle-scope.ts'
import type { Position } from '../storage/to-send.ts'
import { heldDigest } from '../wire/document-text.ts'
import type { SyncRequest, SyncResponse } from '../wire/sync.ts'
import type { SyncCore } from './core.ts'
import { exchange, type Exchanged } from './exchange.ts'

interface Answered {
  readonly said: Exchanged
  /** From the request's way out to its answer. */
  readonly tookMs: number
}

export class Ahead {
  #asked: { readonly body: string; readonly answered: Promise<Answered> } | null = null
  readonly #core: Pick<SyncCore, 'transport' | 'phone'>

  constructor(core: Pick<SyncCore, 'transport' | 'phone'>) {
    this.#core = core
  }

  ask(request: SyncRequest): void {
    const body = JSON.stringify(request)
    this.#asked = { body, answered: this.#send(body) }
  }

  /** The answer to this request, which may be under way already. */
  exchange(request: SyncRequest): Promise<Answered> {
    const body = JSON.stringify(request)
    const asked = this.#asked
    this.#asked = null
    return asked?.body === body ? asked.answered : this.#send(body)
  }

  async #send(body: string): Promise<Answered> {
    const {
      transport,
      phone: { clock },
    } = this.#core
    const began = clock.now()
    const said = await exchange(transport, body)
    return { said, tookMs: clock.now() - began }
  }
}

/** How far this phone will be once it has written the answer to a request without ops; null where that cannot be said, or nothing more is coming. */
export function positionAfter(before: Position, answer: SyncResponse): Position | null {
  if (!answer.more || answer.results.length > 0 || (before.generation !== null && before.generation !== answer.generation)) return null
  const keys = new Set(before.keys)
  for (const one of answer.documents) keys.add(subjectKey(one.subject as Subject))
  if (answer.scope !== undefined) {
    const scope = new Set(answer.scope.map((subject) => subjectKey(subject as Subject)))
    for (const key of keys) if (!scope.has(key)) return null
  }
  return {
    ...before,
    generation: answer.generation,
    cursor: answer.cursor,
    keys: [...keys],
    held: heldDigest(keys),
    want: wantAfter(answer, before.want, keys, before.want),
    reference: answer.reference?.hash ?? before.reference,
    unequal: [],
  }
}
