// What holds for every answer and every request: headers that let a page load nothing but its own files, and that no other
// site's page can make a browser change anything here (own origin and a header that only our own code can set).

import type { MiddlewareHandler } from 'hono'
import { isSecure, ownOrigin, type Address } from './origin.ts'
import { PLAIN_STYLE_HASH } from './plain-page.ts'
import { nothingHere, problem } from './problem.ts'

const CSP = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' ${PLAIN_STYLE_HASH}`,
  `img-src 'self' blob: data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  // 'vue' is Vue's own policy for its compiled static parts; 'yantu' allows one thing, the service worker's address.
  `require-trusted-types-for 'script'`,
  `trusted-types vue yantu`,
].join('; ')

export function securityHeaders(address: Address): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const h = c.res.headers
    h.set('Content-Security-Policy', CSP)
    h.set('X-Content-Type-Options', 'nosniff')
    h.set('Referrer-Policy', 'no-referrer')
    h.set('Cross-Origin-Opener-Policy', 'same-origin')
    h.set('Cross-Origin-Resource-Policy', 'same-origin')
    h.set('Permissions-Policy', 'geolocation=(), microphone=(), camera=(self), payment=(), usb=()')
    if (isSecure(c, address)) h.set('Strict-Transport-Security', 'max-age=31536000')
    if (c.req.path.startsWith('/api/')) h.set('Cache-Control', 'no-store')
  }
}

const READING = new Set(['GET', 'HEAD'])

export function ownPagesOnly(address: Address): MiddlewareHandler {
  return async (c, next) => {
    if (READING.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    const own = origin === undefined || origin === ownOrigin(c, address) || origin === address.publicUrl
    if (!own || c.req.header('x-yantu') !== '1') return problem(c, 403, 'request.foreign')
    return next()
  }
}

/** Ids and days come in addresses; what no database keeps (U+0000) names nothing. */
export const storableAddress: MiddlewareHandler = async (c, next) => (c.req.url.includes('%00') ? nothingHere(c) : next())
