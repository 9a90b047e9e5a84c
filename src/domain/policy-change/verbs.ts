// The verbs of changing a district's policy: one value, or a whole pack.

import { setSetting } from '../verbs/set-setting.ts'
import { asVerb } from '../verbs/verb.ts'
import { publishPack } from './publish-pack.ts'

export const POLICY_VERBS = { 'set-setting': asVerb(setSetting), 'publish-pack': asVerb(publishPack) }
