// A new build: registered after the first paint, offered, taken only when the person says so. Message, wait at most 2 s for
// the new worker to take over, reload once per build; never offline, never by itself, never with text that is not saved.
// Where there is no service worker (WeChat on iPhones) nothing happens.

import { readonly, ref } from 'vue'
import type { Workbox } from 'workbox-window'
import { browserNotes } from '../storage/notes.ts'
import { build } from './build.ts'
import { reportFailure } from './shell/failure.ts'
import { workerAddress } from './worker-address.ts'

const waiting = ref(false)
/** True when a newer build is ready and waits for the person. */
export const updateWaiting = readonly(waiting)

const LOOK_EVERY_MS = 60 * 60_000
const TAKE_OVER_MS = 2_000
const RELOADED_NOTE = 'yantu.reloaded-from'
let workbox: Workbox | null = null

/** Call once, after the app is mounted. */
export function watchForUpdates(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const begin = async (): Promise<void> => {
    // Not part of the first load: nobody waits for it.
    const library = await import('workbox-window')
    const found = new library.Workbox(workerAddress())
    workbox = found
    found.addEventListener('waiting', () => {
      waiting.value = true
    })
    // Refused in private windows and some apps' own browsers: nothing on the page is broken, it only does not open offline.
    found.register().catch(() => undefined)
    setInterval(() => {
      if (navigator.onLine) found.update().catch(() => undefined)
    }, LOOK_EVERY_MS)
  }
  const soon = (): void => {
    setTimeout(() => {
      begin().catch(reportFailure)
    }, 0)
  }
  if (document.readyState === 'complete') soon()
  else window.addEventListener('load', soon)
}

/** 'reloading' · 'offline': kept for later · 'again': this build was left before, so a reload would not help now. */
export type Taken = 'reloading' | 'offline' | 'again'

/** The person said yes; the caller has seen to what is being typed. */
export async function takeUpdate(): Promise<Taken> {
  if (!navigator.onLine) return 'offline'
  if (browserNotes.getItem(RELOADED_NOTE) === build) return 'again'
  browserNotes.setItem(RELOADED_NOTE, build)
  workbox?.messageSkipWaiting()
  await tookOver()
  window.location.reload()
  return 'reloading'
}

function tookOver(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, TAKE_OVER_MS)
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
