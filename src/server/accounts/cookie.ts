// The session cookie. Over HTTPS it is `__Host-yantu`: only this host, only secure, unreadable by scripts. On the machine
// itself over plain http (trying it out) it is `yantu` without Secure, because Safari keeps no secure cookie there.
// Only the cookie's own name for the connection is read, so a plain one can never stand in for the secure one.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const SECURE = '__Host-yantu'
const LOCAL = 'yantu'

export function readToken(c: Context, secure: boolean): string | null {
  return getCookie(c, secure ? SECURE : LOCAL) ?? null
}

export function writeToken(c: Context, secure: boolean, token: string, maxAge: number): void {
  setCookie(c, secure ? SECURE : LOCAL, token, { httpOnly: true, secure, sameSite: 'Lax', path: '/', maxAge })
}

export function clearToken(c: Context, secure: boolean): void {
  deleteCookie(c, secure ? SECURE : LOCAL, { httpOnly: true, secure, sameSite: 'Lax', path: '/' })
}
