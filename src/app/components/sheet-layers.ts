// What the back button of a phone closes first: an open sheet lies as one more entry over its page's entry in the browser's history
// (same address, same position, `sheets` says how many lie over the page). Going back to the page's own entry closes the sheet and
// nothing else. A sheet closed by its own button leaves its entry behind: it is used again by the next sheet, and stepped over on
// the way back, because taking it out (history.back) would race with a page that opens at the same moment.

interface Entry {
  readonly position?: number
  readonly sheets?: number
}
const open: (() => void)[] = []
let here: Entry | null = null

const entryOf = (state: unknown): Entry => (typeof state === 'object' && state !== null ? state : {})
const depthOf = (entry: Entry): number => entry.sheets ?? 0

/** Lays a sheet over the page; returns how to take it away again. Without a history that is watched nothing is written there. */
export function laySheet(close: () => void): () => void {
  const one = (): void => close()
  open.push(one)
  const depth = open.length
  if (here !== null) {
    const state = entryOf(window.history.state)
    if (depthOf(state) < depth) window.history.pushState({ ...state, sheets: depth }, '')
    here = entryOf(window.history.state)
  }
  return () => {
    const at = open.indexOf(one)
    if (at !== -1) open.splice(at, 1)
  }
}

/** True where the step stayed on one page: sheets that lie deeper were closed, an entry left behind was stepped over. */
function stepped(from: Entry, to: Entry): boolean {
  if (to.position === undefined || to.position !== from.position || depthOf(to) === depthOf(from)) return false
  const over = open.slice(depthOf(to)).reverse()
  for (const close of over) close()
  if (over.length === 0 && depthOf(to) < depthOf(from)) window.history.back()
  return true
}

/**
 * From now on the history is watched. To be asked for before the router is made: of two listeners of the window the first one hears
 * first, and the router must not hear of a sheet that closes. `arrived` is for after each of its navigations.
 */
export function backClosesSheets(): { arrived: () => void; stop: () => void } {
  const arrived = (): void => {
    here = entryOf(window.history.state)
  }
  const onStep = (event: PopStateEvent): void => {
    const to = entryOf(event.state)
    const stayed = stepped(here ?? {}, to)
    here = to
    if (stayed) event.stopImmediatePropagation()
  }
  arrived()
  window.addEventListener('popstate', onStep)
  const stop = (): void => {
    window.removeEventListener('popstate', onStep)
    here = null
  }
  return { arrived, stop }
}
