// Reads the source tree as text and says what each file imports. Works on a plain record of path → text, so that
// the laws can be tried on bad inputs as well as on the real tree.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Repository path (`src/app/main.ts`) → text. */
export type Sources = Readonly<Record<string, string>>

export function readSources(root: string, under: string): Sources {
  const files: Record<string, string> = {}
  for (const entry of readdirSync(join(root, under), { withFileTypes: true })) {
    const path = `${under}/${entry.name}`
    if (entry.isDirectory()) Object.assign(files, readSources(root, path))
    else if (/\.(ts|vue|css)$/.test(entry.name)) files[path] = readFileSync(join(root, path), 'utf8')
  }
  return files
}

export function isCode(path: string): boolean {
  return /\.(ts|vue)$/.test(path)
}

/** The script of a file without its comments; texts inside quotes stay. */
export function code(path: string, text: string): string {
  const script = path.endsWith('.vue') ? scriptsOf(text) : text
  return script.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '$1')
}

/** The same, with the texts emptied: for laws about names, not words. */
export function codeWithoutTexts(path: string, text: string): string {
  return code(path, text).replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "''")
}

const IMPORT = /\b(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?["']([^"']+)["']|\bimport\s*\(\s*["'`]([^"'`]+)["'`]\s*\)/g

/** Every address a file imports from: written, re-exported, or loaded later. */
export function importsOf(path: string, text: string): string[] {
  const styles = path.endsWith('.vue') ? [...text.matchAll(/@import\s+["']([^"']+)["']/g)] : []
  return [...code(path, text).matchAll(IMPORT), ...styles].map((match) => match[1] ?? match[2] ?? '')
}

/** `../domain/day.ts` seen from `src/wire/op.ts` is `src/domain/day.ts`; a package stays null. */
export function resolveImport(from: string, address: string): string | null {
  if (!address.startsWith('.')) return null
  return posix.normalize(posix.join(posix.dirname(from), address.replace(/\?.*$/, '')))
}

function scriptsOf(vue: string): string {
  return [...vue.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('\n')
}
