// Keeps the shell (page, scripts, styles, icons) so that the app opens without a network.
// Holds always: a new build waits until the page says SKIP_WAITING; a navigation is answered with the
// shell that was stored together with this worker. Must not: answer or store anything under /api,
// touch IndexedDB, or take over open pages by itself.
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'

interface ShellFetchEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface ShellWorker {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[]
  readonly location: Location
  skipWaiting(): Promise<void>
  addEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(kind: 'fetch', listener: (event: ShellFetchEvent) => void): void
}

// The library `webworker` cannot be loaded beside `dom`, so the few things used are named here.
declare const self: ShellWorker

cleanupOutdatedCaches()
// Addresses of pages are answered below, so that no request is answered twice.
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, directoryIndex: '' })

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  const address = new URL(event.request.url)
  if (address.origin !== self.location.origin || isNotAPage(address.pathname)) return
  event.respondWith(shellOr(event.request))
})

self.addEventListener('message', ({ data }) => {
  if (isSkipWaiting(data)) void self.skipWaiting()
})

/** Not a page of the app: the server's, or a stored file that the precache answers itself. */
function isNotAPage(path: string): boolean {
  return path === '/index.html' || path === '/api' || path.startsWith('/api/') || path.startsWith('/assets/')
}

async function shellOr(request: Request): Promise<Response> {
  return (await matchPrecache('/index.html')) ?? fetch(request)
}

function isSkipWaiting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING'
}
