export type Counts = Record<string, number>
export type ByAbout = Record<string, Counts>
export interface Kept {
  runs: number
  nextSeed: number
  counts: ByAbout
}
export const FIRST_SEED: number
export function sumCounts(a: Counts, b: Counts): Counts
export function countsIn(text: string): ByAbout
export function withRun(kept: Kept, run: ByAbout, from: number): Kept
export function readKept(file: string): Kept
export function keep(file: string, kept: Kept): void
export function linesOf(counts: ByAbout): string[]
