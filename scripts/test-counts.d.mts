export interface Counts {
  readonly passed: number
  readonly failed: number
}
export const NONE: Counts
export const onlyPass: Counts
export const onlyFailure: Counts
export function sum(a: Counts, b: Counts): Counts
export function vitestCounts(report: unknown, code: number | null): Counts
export function playwrightCounts(report: unknown, code: number | null): Counts
