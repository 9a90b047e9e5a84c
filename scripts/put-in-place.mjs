// Puts what was built where it is run from, at once: a server that is running reads workbooks with what lies there. Whenever this is broken
// off, the next build finds nothing that looks whole and is not, and clears away what was left.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} made @param {string} place */
export function putInPlace(made, place) {
  const before = `${made}-before`
  moveAway(place, before)
  try {
    renameSync(made, place)
  } catch (error) {
    if (!existsSync(place)) {
      if (existsSync(before)) renameSync(before, place)
      throw error
    }
    // Somebody else's build came in between; whether it is ours too is asked at the next start.
    rmSync(made, { recursive: true, force: true })
  }
  rmSync(before, { recursive: true, force: true })
}

/** @param {string} place @param {string} before */
function moveAway(place, before) {
  try {
    renameSync(place, before)
  } catch (error) {
    // There was none, or somebody else's build has just moved it.
    if (existsSync(place)) throw error
  }
}

/** Folders `name-PID` and `name-PID-before` of builds that were killed. @param {string} root @param {string} name */
export function clearLeftovers(root, name) {
  for (const folder of readdirSync(root)) {
    const pid = folder.startsWith(`${name}-`) ? /^(\d+)(-before)?$/.exec(folder.slice(name.length + 1))?.[1] : undefined
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(root, folder), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is one all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
