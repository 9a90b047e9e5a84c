// One server for every story that is told in the demo district: started empty before the first test, stopped after the last.
// `demo.setup.ts` fills it through the first-run page; `demoDistrict` hands out what it found there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildServerIfStale } from '../../scripts/build.mjs'
import { freePort, startServer, stopServer, whenReady } from '../setup/server-process.ts'

export default async function startDemoServer(): Promise<() => Promise<void>> {
  buildServerIfStale()
  const folder = mkdtempSync(join(tmpdir(), 'yantu-demo-'))
  const server = startServer({ YANTU_DATA: folder, PORT: String(await freePort()) })
  process.env['YANTU_DEMO_FOLDER'] = folder
  process.env['YANTU_DEMO_ADDRESS'] = await whenReady(server)
  process.env['YANTU_DEMO_CODE'] = codeIn(server.said())
  return async () => {
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first-run code as the console shows it. */
export const codeIn = (said: string): string => /使用码 ([\d-]+)/.exec(said)?.[1] ?? ''

export interface DemoDistrict {
  readonly folder: string
  readonly address: string
  readonly code: string
  /** The sign-in link of each role, by the role's words on the page. */
  linkOf(role: string): string
}

export function demoDistrict(): DemoDistrict {
  const of = (name: string): string => {
    const value = process.env[name]
    if (value === undefined) throw new Error(`${name} is not set: no demo server`)
    return value
  }
  const folder = of('YANTU_DEMO_FOLDER')
  return {
    folder,
    address: of('YANTU_DEMO_ADDRESS'),
    code: of('YANTU_DEMO_CODE'),
    linkOf(role) {
      const links = JSON.parse(readFileSync(linksFile(folder), 'utf8')) as Record<string, string>
      const link = links[role]
      if (link === undefined) throw new Error(`no link for ${role}, only for ${Object.keys(links).join(', ')}`)
      return link
    },
  }
}

export function keepLinks(folder: string, links: Readonly<Record<string, string>>): void {
  writeFileSync(linksFile(folder), JSON.stringify(links))
}
const linksFile = (folder: string): string => join(folder, 'demo-links.json')
