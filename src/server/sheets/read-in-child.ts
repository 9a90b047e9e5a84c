// Reads a workbook or a long CSV, or writes a long workbook, in a process of its own, with a limit on memory and on time, so that no
// table can slow or stop the server.

import { fork } from 'node:child_process'
import { join } from 'node:path'
import { rootFolder } from '../root.ts'
import { refused, type SheetsRead } from './sheet.ts'
import type { OutSheet } from './write-sheets.ts'
import type { ChildAsked } from './xlsx-child.ts'

const HEAP_MB = 768
const TIME_LIMIT_MS = 30_000
/** What is written was read before: nobody's trap, only long. */
const WRITING_MS = 90_000

interface Limits {
  readonly timeMs?: number
  readonly heapMb?: number
}

type Answered = { readonly is: 'answered'; readonly answer: unknown } | { readonly is: 'too-long' } | { readonly is: 'too-much' }

/** Reads; a child that runs out of memory is 'file.zip-bomb', one that runs out of time 'file.took-too-long'. */
export async function readInChild(bytes: Uint8Array, limits: Limits = {}, csv: string | null = null): Promise<SheetsRead> {
  const answered = await inChild({ bytes, csv }, limits)
  if (answered.is === 'answered') return JSON.parse(String(answered.answer)) as SheetsRead
  return refused(answered.is === 'too-long' ? 'file.took-too-long' : 'file.zip-bomb')
}

/** Null where it is too much for the time or the memory there is. */
export async function writeInChild(sheets: readonly OutSheet[], limits: Limits = {}): Promise<Uint8Array | null> {
  const answered = await inChild({ write: sheets }, { timeMs: WRITING_MS, ...limits })
  return answered.is === 'answered' ? (answered.answer as Uint8Array) : null
}

function inChild(asked: ChildAsked, limits: Limits): Promise<Answered> {
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
      resolve({ is: 'answered', answer })
      child.disconnect()
    })
    child.once('error', reject)
    // After an answer this changes nothing: the promise is settled.
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      if (timedOut) resolve({ is: 'too-long' })
      else if (signal === 'SIGABRT' || code === 134) resolve({ is: 'too-much' })
      else reject(new Error(`the reader of workbooks ended with ${code ?? signal}`))
    })
    child.send(asked, (error) => {
      if (error !== null) reject(error)
    })
  })
}
