// One port for app and API. Closing lets requests in hand finish, and cuts those that do not after a few seconds.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AskerEnv } from './accounts/account-deps.ts'

export type Listening = { readonly is: 'listening'; readonly port: number; close(): Promise<void> } | { readonly is: 'taken' }

const PATIENCE_MS = 5_000

export async function listen(app: Hono<AskerEnv>, host: string, port: number): Promise<Listening> {
  const answer = getRequestListener(app.fetch)
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  // A phone on a bad line may take a while for 128 KB; nobody takes two minutes.
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)))
    server.listen(port, host, () => resolve(false))
  })
  if (taken) return { is: 'taken' }
  return {
    is: 'listening',
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
      }),
  }
}
