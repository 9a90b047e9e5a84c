// Figures of what was tried, printed as one block and, where FIGURES names a file, added to it for whoever counts over several runs
// (npm run torture): one line of JSON each, what it was about and its counts.
import { appendFileSync } from 'node:fs'

export function tellFigures(about: string, counts: Readonly<Record<string, number>>, lines: readonly string[]): void {
  console.log([`${about}:`, ...lines].join('\n'))
  const file = process.env['FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ about, counts })}\n`)
}

/** 'kills 8 · lost 0 · …' */
export const inOneLine = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, n]) => `${what} ${String(n)}`)
    .join(' · ')
