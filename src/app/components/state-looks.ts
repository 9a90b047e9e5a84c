// Every state a person can meet, with its icon and tone. The word is in text/components.ts under the same name,
// so a state without a word, or a word without a look, does not compile.
import type { states } from '../text/components.ts'
import type { IconName } from './icons.ts'

export type StateName = keyof typeof states
export type Tone = 'ok' | 'wait' | 'bad' | 'info' | 'quiet'

export const stateLooks: Record<StateName, { icon: IconName; tone: Tone }> = {
  draft: { icon: 'pencil', tone: 'quiet' },
  'on-this-phone': { icon: 'phone', tone: 'wait' },
  'awaiting-school': { icon: 'clock', tone: 'wait' },
  'returned-by-school': { icon: 'warn', tone: 'bad' },
  'awaiting-district': { icon: 'clock', tone: 'wait' },
  'returned-by-district': { icon: 'warn', tone: 'bad' },
  recognised: { icon: 'check', tone: 'ok' },
  withdrawn: { icon: 'undo', tone: 'quiet' },
  reversed: { icon: 'cross', tone: 'quiet' },
  'late-entry': { icon: 'clock', tone: 'info' },
  'recorded-for': { icon: 'register', tone: 'info' },
  met: { icon: 'check', tone: 'ok' },
  'in-progress': { icon: 'clock', tone: 'info' },
  'needs-attention': { icon: 'warn', tone: 'wait' },
  'to-verify': { icon: 'question', tone: 'quiet' },
  'to-be-confirmed': { icon: 'question', tone: 'wait' },
  mismatch: { icon: 'warn', tone: 'wait' },
  'likely-duplicate': { icon: 'copy', tone: 'wait' },
}
