// The real server as a process of its own, for tests about starting and stopping and for real browsers.
// Started directly, so that its process id is the server's; the caller stops it.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const PROGRAMS = {
  server: fileURLToPath(new URL('./server-main.mjs', import.meta.url)),
  command: fileURLToPath(new URL('./command-main.mjs', import.meta.url)),
} as const
const READY = /研途 ready: (http:\/\/127\.0\.0\.1:\d+)/
const READY_WITHIN_MS = Number(process.env['READY_WITHIN_MS'] ?? '50000')

export interface ServerProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  /** The exit code, null after a signal that was not handled. */
  readonly ended: Promise<number | null>
  /** Everything it has printed so far. */
  said(): string
}

/** `env` adds to an otherwise nearly empty environment: YANTU_DATA, PORT, … */
export function startServer(
  env: Record<string, string>,
  args: readonly string[] = [],
  program: keyof typeof PROGRAMS = 'server',
): ServerProcess {
  const child = spawn(process.execPath, [PROGRAMS[program], ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, said: () => text }
}

/** The address it answers on; throws with its own words when it does not come up. */
export async function whenReady(server: ServerProcess): Promise<string> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const address = READY.exec(server.said())?.[1]
    if (address !== undefined) return address
    if (server.child.exitCode !== null) break
  }
  throw new Error(`the server did not start:\n${server.said()}`)
}

export async function stopServer(server: ServerProcess): Promise<number | null> {
  server.child.kill('SIGTERM')
  return server.ended
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no free port'))
        else resolve(address.port)
      })
    })
  })
}
