// What taking an import back can come to, whatever kind of table it was.

import type { LeftRow } from '../../wire/import.ts'

export type Undone =
  | { readonly is: 'nobody' }
  | { readonly is: 'already-done' }
  | { readonly is: 'undone'; readonly people: number }
  /** These rows cannot be taken back, each with why. `undone` people's were before it stopped; `others` more could be. */
  | { readonly is: 'left'; readonly undone: number; readonly others: number; readonly rows: readonly LeftRow[] }
