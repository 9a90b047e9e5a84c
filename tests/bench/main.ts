// npm run bench: prints how fast and how large everything is, beside what was aimed for. Judges nothing and never fails:
// numbers depend on the machine, so no test is timed.
import { fileURLToPath } from 'node:url'
import { chunks } from './first-load.ts'
import { measureInChromium } from './in-chromium.ts'
import { measureRules, type Measured } from './rules.ts'

export async function run(chromiumPath: string): Promise<void> {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url))
  const all = chunks(dist)
  const first = all.filter(({ first: isFirst }) => isFirst)
  title(`first load ${kilobytes(sum(first.map(({ gzipped }) => gzipped)))} gz (aim: 170 KB)`)
  for (const { file, gzipped, first: isFirst } of all) line(isFirst ? file : `(later) ${file}`, kilobytes(gzipped))
  title('rules in Node')
  print(measureRules())
  const { rules, saving } = await measureInChromium(chromiumPath)
  title('rules in Chromium')
  print(rules)
  title('saving in Chromium, on a bench page over IndexedDB')
  print(saving)
}

function print(measured: readonly Measured[]): void {
  for (const { what, ms, atMost } of measured) line(what, `${ms.toFixed(ms < 10 ? 2 : 0)} ms (aim: ${String(atMost)} ms)`)
}

function title(text: string): void {
  console.log(`\n${text}`)
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(56)} ${value}`)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
