// Whom an import is for: one school, or whichever the file names (the district's only).

export const IN_FILE = '~'

export interface SchoolChoice {
  readonly value: string
  readonly text: string
  readonly note: string
}
