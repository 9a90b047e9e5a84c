// useDraft(key, blank): a form's content, kept on this phone while typing (≤ 0.5 s after the last key, and when the app is
// hidden or the page left). Never synced.
//   { value, ready, restored, saving(), clear() }: bind the form to `value` (a deep ref); it is filled when `ready`; `restored` is
//   true when something typed earlier came back; save within saving(), whose act takes the draft along, then clear() the form.
//   One draft per key: 'claim', 'claim:ROW' …

import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { forgetDraft, keepDraft, readDraft } from '../../storage/drafts.ts'
import { reportFailure } from '../shell/failure.ts'
import { phoneInHand } from './phone.ts'

export interface Draft<T> {
  readonly value: Ref<T>
  readonly ready: Ref<boolean>
  readonly restored: Ref<boolean>
  /** Saves by an act that is given the key as its `draft`; meanwhile nothing is written down, and again where it was not kept. */
  saving<A>(save: (key: string) => Promise<A>, kept: (answer: A) => boolean): Promise<A>
  clear(): Promise<void>
}

const PAUSE_MS = 400

const fieldsOf = (form: object): Record<string, string> =>
  Object.fromEntries(Object.entries(form).map(([field, content]) => [field, JSON.stringify(content)]))

export function useDraft<T extends object>(key: string, blank: () => T): Draft<T> {
  const phone = phoneInHand()
  const value = ref(blank()) as Ref<T>
  const ready = ref(false)
  const restored = ref(false)
  let timer: ReturnType<typeof setTimeout> | null = null
  let held = false

  function hush(): boolean {
    const waiting = timer !== null
    if (timer !== null) clearTimeout(timer)
    timer = null
    return waiting
  }
  function flush(): void {
    if (!hush()) return
    // Through JSON: a reactive proxy cannot be kept as it is.
    keepDraft(phone, key, JSON.parse(JSON.stringify(value.value))).catch(reportFailure)
  }
  function typed(): void {
    hush()
    if (held) return
    timer = setTimeout(flush, PAUSE_MS)
  }
  async function restore(): Promise<void> {
    const empty = fieldsOf(value.value)
    const kept = await readDraft(phone, key)
    // What was typed while the disk was read is newer than what lay there.
    const meanwhile = Object.fromEntries(
      Object.entries(value.value).filter(([field]) => empty[field] !== fieldsOf(value.value)[field]),
    ) as Partial<T>
    if (kept !== null) {
      value.value = { ...blank(), ...(kept as Partial<T>), ...meanwhile }
      restored.value = true
    }
    ready.value = true
    watch(value, typed, { deep: true, flush: 'sync' })
    if (Object.keys(meanwhile).length > 0) typed()
  }
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('pagehide', flush)
  onScopeDispose(() => {
    flush()
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('pagehide', flush)
  })
  restore().catch(reportFailure)

  return {
    value,
    ready,
    restored,
    async saving(save, kept) {
      hush()
      held = true
      let gone = false
      try {
        const answer = await save(key)
        gone = kept(answer)
        return answer
      } finally {
        held = false
        if (!gone) typed()
      }
    },
    async clear() {
      value.value = blank()
      hush()
      restored.value = false
      await forgetDraft(phone, key)
    },
  }
}
