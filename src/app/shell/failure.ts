// The app's one place for what nobody expected: kept here for the banner in the shell, and on the console for whoever looks.
// A failure never clears the page or what was typed.
import { readonly, ref, type App } from 'vue'

const what = ref<string>()
export const failure = readonly(what)

export function reportFailure(thrown: unknown): void {
  console.error(thrown)
  what.value = thrown instanceof Error ? `${thrown.name}: ${thrown.message}`.slice(0, 200) : String(thrown).slice(0, 200)
}
export function clearFailure(): void {
  what.value = undefined
}
export function catchFailures(app: App): void {
  app.config.errorHandler = reportFailure
  window.addEventListener('unhandledrejection', (event) => { reportFailure(event.reason) })
}
