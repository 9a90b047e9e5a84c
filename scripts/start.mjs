// npm start [-- --demo]: installs, builds, then becomes the server, in this very process, so that a signal
// sent to it reaches the server and nothing is left behind.
import { buildIfStale } from './build.mjs'
import { makeReady } from './ready.mjs'

makeReady()
buildIfStale()
stopWithNpm()
const { run } = await import('../dist-server/main.js')
await run({ argv: process.argv.slice(2), env: process.env })

// A signal sent to npm ends npm and its shell but does not reach us: without them we end as if it had.
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
