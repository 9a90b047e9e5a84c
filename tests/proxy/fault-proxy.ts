// A proxy between a real browser and the real server that does what networks do: plain Node, one fault at a time, told from outside.
// Only requests to /api are hurt, so that the app itself can be loaded; every fault is counted where it happened.

import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export const FAULTS = ['drop', 'answer-lost', 'cut', 'delay', 'duplicate', 'portal-200', 'portal-302', 'gateway-502', 'flap'] as const
export type Fault = (typeof FAULTS)[number]

export interface FaultProxy {
  readonly address: string
  /** What happens to the next requests; 'none' lets them through. */
  fault: Fault | 'none'
  readonly counts: Readonly<Record<string, number>>
  close(): Promise<void>
}

/** Waited before a request is passed on and again before its answer. */
const DELAY_MS = 1_200
const PORTAL =
  '<!doctype html><html><head><title>校园网登录</title></head><body><form action="/login"><input name="user"></form></body></html>'

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export async function faultProxy(target: string): Promise<FaultProxy> {
  const counts: Record<string, number> = {}
  const open = new Set<Socket>()
  let turn = 0
  const server: Server = createServer((asked, answer) => {
    serve(asked, answer).catch(() => {
      asked.socket.destroy()
    })
  })
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
    })
  })

  async function serve(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await all(asked)
    const fault = (asked.url ?? '').startsWith('/api/') ? proxy.fault : 'none'
    if (fault !== 'none') counts[fault] = (counts[fault] ?? 0) + 1
    const pass = (): Promise<Answer> => passOn(target, asked, body)
    switch (fault) {
      case 'none':
        return say(answer, await pass())
      case 'drop':
        return void asked.socket.destroy()
      case 'answer-lost':
        await pass()
        return void asked.socket.destroy()
      case 'cut':
        return cutOff(answer, await pass())
      case 'delay':
        await wait(DELAY_MS)
        return say(answer, await delayed(pass()))
      case 'duplicate':
        await pass()
        return say(answer, await pass())
      case 'portal-200':
        return html(answer, 200)
      case 'portal-302':
        return void answer.writeHead(302, { location: 'http://portal.invalid/login' }).end()
      case 'gateway-502':
        return html(answer, 502)
      case 'flap': {
        turn += 1
        if (turn % 2 === 1) return void asked.socket.destroy()
        return say(answer, await pass())
      }
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: FaultProxy = {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    fault: 'none',
    counts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
  return proxy
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function delayed(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer
  await wait(DELAY_MS)
  return given
}

async function all(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** As it came, headers and all: the server must see the address the browser asked for. */
function passOn(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(`${target}${url ?? '/'}`, { method, headers, agent: false }, (given) => {
      all(given).then((whole) => {
        resolve({ status: given.statusCode ?? 502, headers: given.headers, body: whole })
      }, reject)
    })
    onward.once('error', reject)
    onward.end(body)
  })
}

const withLength = ({ headers, body }: Answer): IncomingMessage['headers'] => {
  const { 'transfer-encoding': _chunked, ...rest } = headers
  return { ...rest, 'content-length': String(body.length) }
}

function say(answer: ServerResponse, given: Answer): void {
  answer.writeHead(given.status, withLength(given)).end(given.body)
}

/** Says how long it will be, gives half of it and hangs up. */
function cutOff(answer: ServerResponse, given: Answer): void {
  answer.writeHead(given.status, withLength(given))
  answer.write(given.body.subarray(0, Math.floor(given.body.length / 2)), () => {
    answer.socket?.destroy()
  })
}

function html(answer: ServerResponse, status: number): void {
  answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL)
}
