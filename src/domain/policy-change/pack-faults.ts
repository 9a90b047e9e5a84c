// What is wrong with a pack before anything is sent: the same check that the verb makes, over the policy in force, so that a pack may
// speak of titles and rules that are already there. A file that is no data at all has one fault of its own.

import type { PackFault } from '../policy/check-pack.ts'
import { checkPack } from '../policy/check-pack.ts'
import type { Pack, Policy } from '../policy/policy.ts'

export interface FileFault {
  readonly code: PackFault['code'] | 'unreadable' | 'other-district'
  readonly where: string
}

export function faultsOfFile(text: string, policy: Policy): FileFault[] {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return [{ code: 'unreadable', where: '' }]
  }
  const faults = checkPack(read, [inForce(policy)])
  return faults.length === 0 && !isOf(read, policy) ? [{ code: 'other-district', where: '' }] : faults
}

/** Of a pack that is whole. */
const isOf = (read: unknown, policy: Policy): boolean => {
  const { scope } = read as Pack
  return scope.kind === 'district' && scope.code === policy.district.code
}

/** The policy in force, as the layer below a pack that is to be published. */
export const inForce = (policy: Policy): Pack => ({
  id: 'in-force',
  version: policy.version,
  scope: { kind: 'city', code: '', name: '' },
  parent: null,
  published: '2021-01-01',
  planEnds: null,
  levels: policy.levels,
  rules: policy.rules,
  questions: policy.questions,
  settings: policy.settings,
  parts: policy.parts,
  words: policy.words,
})
