// Whether standings made under one policy would come out the same under another: a change of the policy that touches nothing they
// are made of can be tried on them, without reading every dossier again. Settings not named here are asked when a standing is read.

import type { Policy, Settings } from '../policy/policy.ts'

/**
 * How standings are counted by this code. Raised whenever the same dossier under the same policy comes out otherwise, or with more in it
 * (a test holds what some come to): standings kept or sent by other code are made anew then.
 */
export const COUNTING = 1

/** What a standing is made with beside the rules (a test sees that no other setting is looked at). */
export const MADE_WITH: readonly (keyof Settings)[] = ['cycles', 'pauseExtends', 'yearStart', 'hoursPerCredit']

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const madeAlike = (a: Policy, b: Policy): boolean =>
  same(a.rules, b.rules) && MADE_WITH.every((key) => same(a.settings[key], b.settings[key]))

/** All that decides, beside the dossier, what a standing is: as plain data, equal where standings come out equal. */
export const madeWith = ({ version, rules, settings }: Policy): unknown => [COUNTING, version, rules, MADE_WITH.map((key) => settings[key])]
