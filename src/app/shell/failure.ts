// The app's one place for what nobody expected: kept here for the banner in the shell, and on the console for whoever looks.
// A failure never clears the page or what was typed.
import { readonly, ref, type App } from 'vue'
import { KeepingFailed, type KeepingReason } from '../../storage/keeping-failed.ts'

const what = ref<string>()
export const failure = readonly(what)
const why = ref<KeepingReason>()
/** Set where it was the phone's storage, which has words and a page of its own. */
export const storageFailure = readonly(why)

const missing = ref(false)
/** Set where a part of the app is not on this phone yet and could not be fetched: nothing is broken. */
export const missingPart = readonly(missing)

/** As Chromium, Safari, Firefox and our own loader of styles say it. */
const NOT_FETCHED = /dynamically imported module|importing a module script|unable to preload css/i

export function reportFailure(thrown: unknown): void {
  console.error(thrown)
  missing.value = thrown instanceof Error && NOT_FETCHED.test(thrown.message)
  why.value = thrown instanceof KeepingFailed ? thrown.reason : undefined
  what.value = thrown instanceof Error ? `${thrown.name}: ${thrown.message}`.slice(0, 200) : String(thrown).slice(0, 200)
}
export function clearFailure(): void {
  what.value = undefined
  why.value = undefined
  missing.value = false
}
export function catchFailures(app: App): void {
  app.config.errorHandler = reportFailure
  window.addEventListener('unhandledrejection', (event) => {
    reportFailure(event.reason)
  })
}
