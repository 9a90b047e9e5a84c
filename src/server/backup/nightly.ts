// A backup every night while the server runs, at a minute of the district's clock. One that fails is said in the log in words and
// tried again every hour until it succeeds. Clock and timer are arguments; nothing here reads the real ones.

import type { BackupTrouble } from '../../wire/events.ts'
import { momentOf, type Clock } from '../clock.ts'
import { backupBrokenOff, backupFailed, mayNotProveAtNight, nightlyDone, noRoomAtNight } from '../text/backup.ts'
import { troubleOf } from '../store/trouble.ts'
import type { FolderBackedUp } from './backup-folder.ts'

export interface Nightly {
  readonly clock: Clock
  /** Runs `work` after that many ms; the answer calls it off. */
  readonly later: (ms: number, work: () => void) => () => void
  /** 'HH:MM' */
  readonly at: string
  readonly backUp: (nowMs: number, stopping: AbortSignal) => Promise<FolderBackedUp>
  /** When the newest backup was made; null when there is none. */
  readonly newest: () => Promise<number | null>
  /** False while there is nothing to back up, or nothing that should be. */
  readonly ready: () => Promise<boolean>
  readonly say: (line: string) => void
  /** Told after each night what came between; null when the backup was made. */
  readonly note?: (trouble: BackupTrouble | null) => void
  readonly report: (where: string, error: unknown) => void
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const SOON_MS = 10 * 60_000

/** Milliseconds until the clock next shows that minute; a whole day when it shows it now. */
export function untilNext(nowMs: number, at: string): number {
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const { minute: shown } = momentOf(nowMs)
  const [h = 0, m = 0] = shown.split(':').map(Number)
  const left = (hour * 60 + minute - h * 60 - m) * 60_000 - (nowMs % 60_000)
  return left > 0 ? left : left + DAY_MS
}

/** Begins; the answer stops it and breaks the backup in hand off: whoever stops a server does not wait for one. A machine that is off at night makes up for it ten minutes after its start. */
export async function startNightly(nightly: Nightly): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let cancel: () => void = () => undefined
  let running: Promise<void> = Promise.resolve()
  const wait = (ms: number): void => {
    if (!stopping.signal.aborted) cancel = nightly.later(ms, () => void (running = once(nightly, stopping.signal).then(wait)))
  }
  // A backup disk that is missing or breaking keeps nobody from starting; the attempt says what is wrong with it.
  const newest = await nightly.newest().catch((error: unknown) => {
    nightly.report('backup.newest', error)
    return null
  })
  const untilNight = untilNext(nightly.clock(), nightly.at)
  wait(newest !== null && nightly.clock() - newest < DAY_MS ? untilNight : Math.min(SOON_MS, untilNight))
  return async () => {
    stopping.abort()
    cancel()
    await running
  }
}

/** When to come again. */
async function once({ clock, at, backUp, ready, say, report, note = () => undefined }: Nightly, stopping: AbortSignal): Promise<number> {
  try {
    if (await ready()) {
      const done = await backUp(clock(), stopping)
      note(done.is === 'backed-up' ? null : done.is)
      if (done.is === 'may-not-prove') {
        say(mayNotProveAtNight)
        return HOUR_MS
      }
      if (done.is === 'no-room') {
        say(noRoomAtNight(done.folder, done.needed, done.free))
        return HOUR_MS
      }
      say(nightlyDone(done.name, done.change, done.bytes, done.pictures))
    }
    return untilNext(clock(), at)
  } catch (error) {
    if (stopping.aborted) {
      say(backupBrokenOff)
      return HOUR_MS
    }
    note(troubleOf(error) === 'full' ? 'no-room' : 'failed')
    say(backupFailed)
    report('backup.nightly', error)
    return HOUR_MS
  }
}
