// Long work on this phone, a little at a time: between turns the page may draw and answer a tap. Never inside a transaction, which would
// be over by then.

/** So long at a time, in ms: short enough that a tap is answered at once on a slow phone. */
const TURN_MS = 40

/** A message to oneself comes after whatever the page has to do, and no clock delays it. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Asked after each piece of work: answers at once, or in the next turn where this one has been long. */
export function takeTurns(): () => Promise<void> | null {
  let since = performance.now()
  return () => {
    if (performance.now() - since < TURN_MS) return null
    return nextTurn().then(() => {
      since = performance.now()
    })
  }
}
