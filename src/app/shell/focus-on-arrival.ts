// After each change of page the reader starts at its heading: focus goes to the page's h1 (else the main region),
// the title is said aloud, and the window stands where it stood when one goes back.
import { nextTick } from 'vue'
import type { Router } from 'vue-router'
import { announce } from '../components/announcer.ts'
import { common } from '../text/common.ts'
import { navigation } from '../text/navigation.ts'

export function focusOnArrival(router: Router): void {
  router.afterEach(async (to, from, failure) => {
    const title = typeof to.meta['title'] === 'string' ? to.meta['title'] : undefined
    document.title = title === undefined ? common.appName : `${title} · ${common.appName}`
    // Not on the first page, and not when only the query (a filter) changed.
    if (failure !== undefined || from.matched.length === 0 || to.path === from.path) return
    await nextTick()
    const heading = document.querySelector<HTMLElement>('h1') ?? document.getElementById('main')
    if (heading === null) return
    heading.setAttribute('tabindex', '-1')
    heading.focus({ preventScroll: true })
    if (title !== undefined) announce(navigation.arrived(title))
  })
}
