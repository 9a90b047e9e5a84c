// A moment as this phone's own clock reads it: the day in words and 'HH:MM'.

import { systemClock, wallClock } from '../../storage/clock.ts'
import { monthDay } from '../text/common.ts'

export function clockOf(ms: number): { day: string; time: string } {
  const text = wallClock({ now: () => ms, zone: systemClock.zone })
  return { day: monthDay(text.slice(0, 10)), time: text.slice(11, 16) }
}
