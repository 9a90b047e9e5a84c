// Every verb there is, at hand at once: for the server and for tests. Importing this file is enough for `runVerb` to know them all.

import { CORE_VERBS } from './core-verbs.ts'
import { NOUN_VERBS } from './noun-verbs.ts'
import { bringVerbs, type VerbName } from './register.ts'
import type { Verb } from './verb.ts'

bringVerbs(NOUN_VERBS)

export const VERBS: Readonly<Record<VerbName, Verb>> = { ...CORE_VERBS, ...NOUN_VERBS }
export const VERB_NAMES = Object.keys(VERBS) as readonly VerbName[]
