// The app's one place for what nobody expected: kept here for the banner in the shell, and on the console for whoever looks.
// A failure never clears the page or what was typed.
import { readonly, ref, type App } from 'vue'
import { KeepingFailed, type KeepingReason } from '../../storage/keeping-failed.ts'

const what = ref<string>()
export const failure = readonly(what)
const why = ref<KeepingReason>()
/** Set where it was the phone's storage, which has words and a page of its own. */
export const storageFailure = readonly(why)

export function reportFailure(thrown: unknown): void {
  console.error(thrown)
  why.value = thrown instanceof KeepingFailed ? thrown.reason : undefined
  what.value = thrown instanceof Error ? `${thrown.name}: ${thrown.message}`.slice(0, 200) : String(thrown).slice(0, 200)
}
export function clearFailure(): void {
  what.value = undefined
  why.value = undefined
}
export function catchFailures(app: App): void {
  app.config.errorHandler = reportFailure
  window.addEventListener('unhandledrejection', (event) => { reportFailure(event.reason) })
}
