// Dexie as it is made for browsers with classes and async functions, which all of ours have: a kilobyte less to load than what its
// package gives by its plain name. The only place that names it, so that a page never holds both.

export { Dexie, liveQuery } from 'dexie/dist/modern/dexie.mjs'
