// newId(): an id for something that begins on this device (a school opened by hand). Sorts by time; nothing relies on it.

import { systemClock, systemRandom } from '../../storage/clock.ts'
import { uuidv7 } from '../../storage/uuid.ts'

export const newId = (): string => uuidv7(systemClock, systemRandom)
