// Dexie as it is made for browsers with classes and async functions, which all of ours have: smaller than what its package gives
// by its plain name, and a tenth quicker. The only place that names it, so that a page never holds both.

export { Dexie, liveQuery } from 'dexie/dist/modern/dexie.mjs'
