// The verbs of changing a district's policy (a single value is set-setting's).

import { asVerb } from '../verbs/verb.ts'
import { publishPack } from './publish-pack.ts'

export const POLICY_VERBS = { 'publish-pack': asVerb(publishPack) }
