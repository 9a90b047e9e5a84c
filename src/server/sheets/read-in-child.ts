// Reads a workbook or a long CSV in a process of its own, with a limit on memory and on time, so that no upload can slow or stop the server.

import { fork } from 'node:child_process'
import { join } from 'node:path'
import { rootFolder } from '../root.ts'
import { refused, type SheetsRead } from './sheet.ts'
import type { ChildAsked } from './xlsx-child.ts'

const HEAP_MB = 768
const TIME_LIMIT_MS = 30_000

/** Reads; a child that runs out of memory is 'file.zip-bomb', one that runs out of time 'file.took-too-long'. */
export function readInChild(
  bytes: Uint8Array,
  limits: { readonly timeMs?: number; readonly heapMb?: number } = {},
  csv: string | null = null,
): Promise<SheetsRead> {
  const child = fork(join(rootFolder(), 'dist-server', 'xlsx-child.js'), [], {
    execArgv: [`--max-old-space-size=${limits.heapMb ?? HEAP_MB}`],
    env: { TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      child.kill('SIGKILL')
    }, limits.timeMs ?? TIME_LIMIT_MS)
    child.once('message', (answer) => {
      clearTimeout(timer)
      resolve(JSON.parse(String(answer)) as SheetsRead)
      child.disconnect()
    })
    child.once('error', reject)
    // After an answer this changes nothing: the promise is settled.
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      if (timedOut) resolve(refused('file.took-too-long'))
      else if (signal === 'SIGABRT' || code === 134) resolve(refused('file.zip-bomb'))
      else reject(new Error(`the reader of workbooks ended with ${code ?? signal}`))
    })
    child.send({ bytes, csv } satisfies ChildAsked, (error) => {
      if (error !== null) reject(error)
    })
  })
}
