// Where a request came to and from: behind a reverse proxy only what TRUST_PROXY allows is believed.
// PUBLIC_URL, when given, says what the outside address is, whatever the proxy forgets to tell.

import type { Context } from 'hono'
import { getConnInfo } from '@hono/node-server/conninfo'

export interface Address {
  /** 'https://yantu.example.cn', without a path; null when the server is only tried out. */
  readonly publicUrl: string | null
  readonly trustProxy: boolean
}

const first = (header: string | undefined): string | null => header?.split(',')[0]?.trim() || null

const hostOf = (c: Context, address: Address): string =>
  (address.trustProxy ? first(c.req.header('x-forwarded-host')) : null) ?? c.req.header('host') ?? new URL(c.req.url).host

export function isSecure(c: Context, address: Address): boolean {
  if (address.publicUrl?.startsWith('https://') === true && new URL(address.publicUrl).host === hostOf(c, address)) return true
  return address.trustProxy && first(c.req.header('x-forwarded-proto')) === 'https'
}

/** PUBLIC_URL, else the address the request itself came to. */
export const originOf = (c: Context, address: Address): string => address.publicUrl ?? ownOrigin(c, address)

export const ownOrigin = (c: Context, address: Address): string => `${isSecure(c, address) ? 'https' : 'http'}://${hostOf(c, address)}`

/** The machine itself: there browsers allow everything without HTTPS. */
export function isThisMachine(c: Context, address: Address): boolean {
  const host = hostOf(c, address).replace(/:\d+$/, '')
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || host.endsWith('.localhost')
}

/** The peer, for delays only; '' where there is no connection (tests in process). The proxy itself appends the last entry. */
export function peerOf(c: Context, address: Address): string {
  if (address.trustProxy) {
    const entries = (c.req.header('x-forwarded-for') ?? '').split(',')
    const last = entries[entries.length - 1]?.trim()
    if (last !== undefined && last !== '') return last
  }
  return 'incoming' in ((c.env as object | undefined) ?? {}) ? (getConnInfo(c).remote.address ?? '') : ''
}
