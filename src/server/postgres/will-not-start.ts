// Why PostgreSQL did not start, read from what it wrote into its own log: for words, and to know what waiting cannot mend.

import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** `unknown`: may pass (a port just taken, children of a killed one), or its log must be read. */
export type WhyNot = 'full' | 'rights' | 'version' | 'damaged' | 'memory' | 'password' | 'unknown'

export class DatabaseWillNotStart extends Error {
  readonly why: WhyNot
  readonly log: string
  constructor(why: WhyNot, log: string) {
    super(`PostgreSQL does not start (${why}); its log is ${log}`)
    this.why = why
    this.log = log
  }
}

/** In this order: room in shared memory and on the disk are said in the same words. */
const SIGNS: readonly (readonly [WhyNot, RegExp])[] = [
  ['memory', /shared memory.*(No space left|Cannot allocate|Permission)|Cannot allocate memory|out of memory/i],
  ['full', /No space left on device|Disk quota exceeded/i],
  ['version', /database files are incompatible with server|was initialized by PostgreSQL version/i],
  ['rights', /wrong ownership|invalid permissions|Permission denied|Operation not permitted|Read-only file system/i],
  [
    'damaged',
    /could not locate a valid checkpoint|invalid (primary )?checkpoint|not a valid data directory|incorrect checksum|pg_control|invalid data in (lock )?file|PANIC:|could not open (file|directory).*No such file/i,
  ],
]

export const whyIn = (text: string): WhyNot => SIGNS.find(([, sign]) => text.split('\n').some((line) => sign.test(line)))?.[0] ?? 'unknown'

/** How long the log is now; what comes after is about the next attempt. */
export const endOf = (log: string): number => (existsSync(log) ? statSync(log).size : 0)

const MOST = 64 * 1024

/** A log that cannot be read just now says nothing, and ends nobody who asks: where there are no handles left, PostgreSQL died of it, too. */
export function whySince(log: string, from: number): WhyNot {
  try {
    return whyIn(textSince(log, from))
  } catch {
    return 'unknown'
  }
}

function textSince(log: string, from: number): string {
  const file = openSync(log, 'r')
  try {
    const { size } = fstatSync(file)
    const begin = Math.max(Math.min(from, size), size - MOST)
    const bytes = Buffer.alloc(size - begin)
    readSync(file, bytes, 0, bytes.length, begin)
    return bytes.toString('utf8')
  } finally {
    closeSync(file)
  }
}
