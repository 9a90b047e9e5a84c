// What no document can say for a district: who runs its 研途. Data only, all of it to be confirmed.

import type { Pack } from '../policy.ts'
import { NO_DOCUMENT } from './sources.ts'

const open = (question: string) =>
  ({ value: null, from: '2021-01-01', to: null, source: NO_DOCUMENT(), mark: 'to-be-confirmed', question }) as const

export const nationalAboutSettings: Pack['settings'] = {
  operator: open('主办单位是谁？按规定应在“关于”里写明。'),
  filing: open('备案编号是多少？按规定应在“关于”里写明。'),
  complaints: open('教师对记录有意见，除学校和区里的经办人，还可以打哪个电话或写到哪里？'),
}
