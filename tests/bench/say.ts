// How measurements are printed: what, beside what was aimed for. Nothing is judged.

export function say(what: string, value: string): void {
  console.log(`  ${what.padEnd(64)} ${value}`)
}

export const ms = (value: number | undefined): string => `${(value ?? NaN).toFixed(0)} ms`
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`

export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
}

export async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
