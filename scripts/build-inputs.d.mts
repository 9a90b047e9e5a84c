export interface Build {
  readonly out: string
  readonly made: string
  readonly of: readonly string[]
  readonly without: readonly string[]
}
export const PAGES: Build
export const SERVER: Build
export function buildInputs(root: string, build: Build): string
export function buildIsCurrent(root: string, build: Build): boolean
