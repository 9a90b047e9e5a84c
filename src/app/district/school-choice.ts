// Whom an import is for: one school, or whichever the file names (the district's only).

import type { RouteLocationRaw } from 'vue-router'

export const IN_FILE = '~'

/** Where one goes on after an import; `roster` where that is another place once new people are in, with what to do there. */
export interface AfterImport {
  readonly text: string
  readonly to: RouteLocationRaw
  readonly roster?: { readonly text: string; readonly to: RouteLocationRaw; readonly words: string }
}

export interface SchoolChoice {
  readonly value: string
  readonly text: string
  readonly note: string
}
