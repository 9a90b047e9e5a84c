// useCondition(): how the keeping on this phone is, kept fresh; null while reading or signed out. rescue(): the rescue file's text.

import type { ShallowRef } from 'vue'
import { conditionOf, type Condition } from '../../storage/condition.ts'
import { rescueText } from '../../storage/rescue.ts'
import { teacher } from '../text/teacher.ts'
import { useLive } from './live.ts'
import { phoneInHand } from './phone.ts'

export const useCondition = (): Readonly<ShallowRef<Condition | null>> => useLive<Condition | null>(conditionOf, null)

export const rescue = (): Promise<{ readonly text: string; readonly ops: number }> => rescueText(phoneInHand(), teacher.sync.rescueAbout)
