// What to say when someone could not come in: the sentence, and the field it belongs to.

import type { NotIn } from '../composables/way-in.ts'
import { account } from '../text/account.ts'
import { refusalWords } from '../text/refusals.ts'

export interface Wrong {
  readonly field: string | null
  readonly words: string
}

export function wordsFor(said: NotIn): Wrong {
  if (said.is === 'not-connected') return { field: null, words: account.notConnected }
  if (said.retryAfterMs !== null) return { field: null, words: account.signIn.wait(Math.ceil(said.retryAfterMs / 1000)) }
  return { field: said.field, words: refusalWords(said.code) }
}
