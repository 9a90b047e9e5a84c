// A page in Chromium that nobody watches: whoever listens to the network of a page has every answer decoded and kept a second time,
// which costs more than the storing that is to be measured. Speaks the browser's own protocol over a pipe.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

export interface PlainPage {
  /** The value of an expression in the page, awaited. */
  run<T>(expression: string): Promise<T>
  close(): Promise<void>
}

interface Said {
  readonly id?: number
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>

export async function plainPage(chromiumPath: string, url: string): Promise<PlainPage> {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-bench-'))
  const browser = spawn(
    chromiumPath,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      `--user-data-dir=${folder}`,
      '--remote-debugging-pipe',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const send = speaking(browser)
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const page = (method: string, params: object = {}): Promise<Record<string, unknown>> => send(method, params, String(sessionId))
  const run = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = (await page('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      result: { value: T }
      exceptionDetails?: unknown
    }
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails).slice(0, 600))
    return result.value
  }
  // The empty page comes from the server under test, whose policy allows no scripts but its own.
  await page('Page.setBypassCSP', { enabled: true })
  await page('Page.navigate', { url })
  while (!(await run<boolean>(`location.href !== 'about:blank' && document.readyState === 'complete'`)))
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  return {
    run,
    async close() {
      const gone = new Promise((resolve) => {
        browser.once('exit', resolve)
      })
      await send('Browser.close')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function speaking(browser: ChildProcess): Send {
  const [, , , to, from] = browser.stdio as unknown as [null, null, null, Writable, Readable]
  const waiting = new Map<number, (said: Said) => void>()
  let text = ''
  from.setEncoding('utf8').on('data', (part: string) => {
    const whole = (text + part).split('\0')
    text = whole.pop() ?? ''
    for (const one of whole) {
      const said = JSON.parse(one) as Said
      if (said.id !== undefined) waiting.get(said.id)?.(said)
    }
  })
  let n = 0
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      n += 1
      waiting.set(n, ({ result, error }) => {
        if (error === undefined) resolve(result ?? {})
        else reject(new Error(`${method}: ${error.message}`))
      })
      to.write(`${JSON.stringify({ id: n, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`)
    })
}
