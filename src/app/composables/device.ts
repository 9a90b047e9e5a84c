// This browser's device store, opened once, and the surroundings of a phone as the browser has them.

import { systemClock, systemRandom } from '../../storage/clock.ts'
import { systemHash } from '../../storage/system-hash.ts'
import { openDevice, type DeviceStore } from '../../storage/device.ts'
import { browserNotes } from '../../storage/notes.ts'
import type { Surroundings } from '../../storage/phone.ts'
import { build } from '../build.ts'

let store: DeviceStore | null = null

export function deviceStore(): DeviceStore {
  store ??= openDevice(systemClock, systemRandom)
  return store
}

export const surroundings: Surroundings = { clock: systemClock, random: systemRandom, notes: browserNotes, hash: systemHash, build }
