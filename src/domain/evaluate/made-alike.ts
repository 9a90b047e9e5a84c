// Whether standings made under one policy would come out the same under another: a change of the policy that touches nothing they
// are made of can be tried on them, without reading every dossier again. Settings not named here are asked when a standing is read.

import type { Policy, Settings } from '../policy/policy.ts'

/** What a standing is made with beside the rules (a test sees that no other setting is looked at). */
export const MADE_WITH: readonly (keyof Settings)[] = ['cycles', 'pauseExtends', 'yearStart', 'hoursPerCredit']

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const madeAlike = (a: Policy, b: Policy): boolean =>
  same(a.rules, b.rules) && MADE_WITH.every((key) => same(a.settings[key], b.settings[key]))
