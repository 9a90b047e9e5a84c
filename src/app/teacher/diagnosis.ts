// What can be found out about this browser without asking anybody: one line a finding, in the order they are read out.

import { notesAreShut } from '../../storage/notes.ts'
import { systemClock, wallClock } from '../../storage/clock.ts'
import { build } from '../build.ts'
import { diag } from '../text/diag.ts'
import { syncWords } from '../text/sync-page.ts'
import { sizeWords, storageState } from './storage-state.ts'

export type FindingKey = keyof typeof diag.rows
export interface Finding {
  readonly key: FindingKey
  readonly value: string
}

const words = diag
const yes = (there: boolean): string => (there ? words.yes : words.no)

export async function diagnose(): Promise<Finding[]> {
  const { persisted, used, most } = await storageState()
  const worker = 'serviceWorker' in navigator
  const registered = worker && window.isSecureContext ? await navigator.serviceWorker.getRegistration() : undefined
  return [
    { key: 'build', value: build },
    { key: 'engine', value: navigator.userAgent },
    { key: 'container', value: container() },
    { key: 'secure', value: yes(window.isSecureContext) },
    { key: 'worker', value: yes(worker) },
    { key: 'controlled', value: yes(registered?.active != null) },
    { key: 'indexed', value: yes('indexedDB' in window) },
    { key: 'persist', value: persisted === null ? words.unknown : yes(persisted) },
    { key: 'quota', value: used === null || most === null ? words.unknown : syncWords.used(sizeWords(used), sizeWords(most)) },
    { key: 'notes', value: yes(!notesAreShut()) },
    { key: 'locks', value: yes('locks' in navigator) },
    { key: 'crypto', value: await cryptoWorks() },
    { key: 'gzip', value: yes('CompressionStream' in window) },
    { key: 'online', value: yes(navigator.onLine) },
    { key: 'language', value: navigator.language },
    { key: 'screen', value: `${window.innerWidth} × ${window.innerHeight} @${window.devicePixelRatio}` },
    { key: 'text', value: getComputedStyle(document.documentElement).fontSize },
    { key: 'clock', value: wallClock(systemClock).replace('T', ' ') },
  ]
}

function container(): string {
  const agent = navigator.userAgent
  if (/MicroMessenger/.test(agent)) return words.containers.wechat
  if (/DingTalk/i.test(agent)) return words.containers.dingtalk
  return window.matchMedia('(display-mode: standalone)').matches ? words.containers.home : words.containers.browser
}

/** Makes a key and signs once: what is there by name may still not work. */
async function cryptoWorks(): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (subtle === undefined) return words.no
  try {
    const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new Uint8Array(1))
    return words.yes
  } catch {
    return words.no
  }
}
