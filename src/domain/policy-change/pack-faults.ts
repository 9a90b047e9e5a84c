// What is wrong with a pack before anything is sent: the same check that the verb makes, over the policy in force, so that a pack may
// speak of titles and rules that are already there. A file that is no data at all has one fault of its own.

import type { PackFault } from '../policy/check-pack.ts'
import { checkPack } from '../policy/check-pack.ts'
import type { Pack, Policy, Settings } from '../policy/policy.ts'

export interface FileFault {
  readonly code: PackFault['code'] | 'unreadable' | 'other-district' | 'leaves-days-open'
  readonly where: string
}

export function faultsOfFile(text: string, policy: Policy): FileFault[] {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return [{ code: 'unreadable', where: '' }]
  }
  const faults = faultsOver(read, policy)
  return faults.length === 0 && !isOf(read as Pack, policy) ? [{ code: 'other-district', where: '' }] : faults
}

/** Everything that is wrong with a pack that is to lie over this policy. */
export function faultsOver(read: unknown, policy: Policy): FileFault[] {
  const faults = checkPack(read, [inForce(policy)])
  return faults.length === 0 ? openDays(read as Pack, policy) : faults
}

const isOf = ({ scope }: Pack, policy: Policy): boolean => scope.kind === 'district' && scope.code === policy.district.code

interface Span {
  readonly from: string
}
const beginsLater = (mine: readonly Span[], now: readonly Span[]): boolean =>
  mine.length > 0 && now.length > 0 && mine.every((one) => now.some((other) => other.from < one.from))

/**
 * What a pack names it replaces on every day. So where it begins later than what holds now, days of the past (closed years, the present
 * cycle) would be left without: it has to bring what held before along.
 */
function openDays(pack: Pack, policy: Policy): FileFault[] {
  const rules = [...new Set(pack.rules.map(({ id }) => id))].filter((id) =>
    beginsLater(
      pack.rules.filter((r) => r.id === id),
      policy.rules.filter((r) => r.id === id),
    ),
  )
  const settings = Object.entries(pack.settings).filter(
    ([key, mine]) => mine !== undefined && beginsLater(valuesOf(mine), valuesOf(policy.settings[key as keyof Settings])),
  )
  return [...rules.map((id) => `rule ${id}`), ...settings.map(([key]) => `setting ${key}`)].map((where) => ({
    code: 'leaves-days-open',
    where,
  }))
}

const valuesOf = (setting: Settings[keyof Settings]): Span[] => [setting, ...(setting.earlier ?? [])].filter(({ value }) => value !== null)

/** The policy in force, as the layer below a pack that is to be published. */
const inForce = (policy: Policy): Pack => ({
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
