// What a command is: it is given the database and what was typed, and answers with words, with data for --json, and with an exit code.
// Exit codes: 0 done; 1 done, and the answer is no (differences found, rows refused); 2 not done (wrong words, nothing there).

import type { Clock } from '../clock.ts'
import type { ReferenceSource } from '../reference/reference.ts'
import type { Database } from '../store/database.ts'
import type { DistrictState } from '../store/districts.ts'
import type { Arguments } from './arguments.ts'

export interface Answer {
  readonly lines: readonly string[]
  /** Printed with --json; null where the lines are JSON themselves. */
  readonly json: unknown
  readonly code: 0 | 1 | 2
}

export interface Setting {
  readonly args: Arguments
  readonly clock: Clock
  /** Origin for links: PUBLIC_URL, else the address the server has by default. */
  readonly origin: string
}

export interface Connected extends Setting {
  readonly db: Database
  readonly url: string
  readonly references: ReferenceSource
  readonly dataFolder: string
}

export interface InDistrict extends Connected {
  readonly district: DistrictState
}

export const answered = (lines: readonly string[], json: unknown, code: Answer['code'] = 0): Answer => ({ lines, json, code })
export const cannot = (words: string): Answer => ({ lines: [words], json: { error: words }, code: 2 })
